package dev.tautline.check.rules.capacity;

import dev.tautline.finding.Verdict;
import java.util.List;

/// Several verdicts as one: violations before what is open, and that before a pass.
final class Verdicts {
    private Verdicts() {}

    static Verdict together(List<Verdict> all, Verdict ifNone) {
        var findings = all.stream()
                .filter(Verdict.Violation.class::isInstance)
                .flatMap(verdict -> ((Verdict.Violation) verdict).findings().stream())
                .toList();
        return findings.isEmpty()
                ? all.stream()
                        .filter(Verdict.Undecided.class::isInstance)
                        .findFirst()
                        .or(() -> all.stream().findFirst())
                        .orElse(ifNone)
                : Verdict.of(findings);
    }
}
