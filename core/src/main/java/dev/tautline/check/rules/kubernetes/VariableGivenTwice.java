package dev.tautline.check.rules.kubernetes;

import dev.tautline.check.WorkloadRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Container;
import dev.tautline.link.Variable;
import dev.tautline.link.Workload;
import dev.tautline.settings.Secret;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Stream;

/// One variable of a container is given two values.
public final class VariableGivenTwice implements WorkloadRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.PLATFORM;
    }

    @Override
    public Verdict judge(Workload workload) {
        return Pods.runs(workload)
                ? Verdict.of(workload.containers().stream()
                        .flatMap(container -> findings(workload, container))
                        .toList())
                : Verdict.notApplicable("not on Kubernetes");
    }

    private Stream<Finding> findings(Workload workload, Container container) {
        var given = new LinkedHashMap<String, Variable>();
        var findings = new ArrayList<Finding>();
        for (var variable : container.environment()) {
            var before = Optional.ofNullable(given.put(variable.name(), variable));
            before.filter(hidden -> hides(hidden, variable))
                    .map(hidden -> finding(workload, hidden, variable))
                    .ifPresent(findings::add);
        }
        return findings.stream();
    }

    /// A value in `env` over one of `envFrom` is how a single value is meant to be changed; of two sources, or
    /// of two lines of `env`, one is a mistake.
    private static boolean hides(Variable hidden, Variable inForce) {
        var isWholeSource =
                hidden.reference().filter(from -> from.key().isEmpty()).isPresent();
        var isAnother = inForce.reference().filter(from -> from.key().isEmpty()).isPresent();
        return isWholeSource == isAnother
                && hidden.value().isResolved()
                && inForce.value().isResolved()
                && !hidden.value().text().equals(inForce.value().text());
    }

    private Finding finding(Workload workload, Variable hidden, Variable inForce) {
        return finding(
                workload,
                hidden.name() + " is given twice, and the later value is the one in force",
                "Whoever changes the first one changes nothing, and finds out during the next incident.",
                new Edit.Decide(hidden.value().origin(), "remove one of the two"),
                shown(hidden),
                shown(inForce));
    }

    private static Evidence shown(Variable variable) {
        var isSecret = Written.namesSecret(variable.name());
        return new Evidence(
                variable.name(),
                isSecret ? Secret.MASK : variable.value().shown(),
                variable.value().origin());
    }
}
