package dev.tautline.check.policy;

import dev.tautline.check.Rule;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a team decided: rules that are off, severities other than the catalogue's, findings to ignore, and the
/// baseline.
public record Policy(
        Set<String> off, Map<String, Severity> severities, List<Ignore> ignores, Optional<Baseline> baseline) {
    /// Everything as the catalogue has it.
    public static final Policy NONE = new Policy(Set.of(), Map.of(), List.of(), Optional.empty());

    public Policy {
        off = Set.copyOf(off);
        severities = Map.copyOf(severities);
        ignores = List.copyOf(ignores);
    }

    public Policy withBaseline(Baseline known) {
        return new Policy(off, severities, ignores, Optional.of(known));
    }

    List<Rule> inForce(List<Rule> rules) {
        return rules.stream().filter(rule -> !off.contains(rule.id())).toList();
    }

    /// The finding with the severity that was decided on. What never serves a customer is weighed after this.
    Finding weighed(Finding finding) {
        return Optional.ofNullable(severities.get(finding.rule()))
                .map(finding::withSeverity)
                .orElse(finding);
    }
}
