package dev.tautline.cli;

import dev.tautline.finding.Severity;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The outcome in a few words: `1 high, 2 medium; 3 not decided`.
final class CheckSummary {
    private CheckSummary() {}

    static String of(CheckOutcome outcome) {
        return of(outcome, Lowercase::of);
    }

    static String of(CheckOutcome outcome, Function<Severity, String> name) {
        var counts = Arrays.stream(Severity.values())
                .filter(severity -> outcome.findings(severity) > 0)
                .map(severity -> outcome.findings(severity) + " " + name.apply(severity))
                .collect(Collectors.joining(", "));
        return (counts.isEmpty() ? "no findings" : counts)
                + and(outcome.report().open().size(), "not decided")
                + and(outcome.report().suppressed().size(), "suppressed");
    }

    private static String and(int number, String what) {
        return number == 0 ? "" : "; " + number + " " + what;
    }
}
