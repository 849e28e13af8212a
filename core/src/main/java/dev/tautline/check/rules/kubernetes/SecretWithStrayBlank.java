package dev.tautline.check.rules.kubernetes;

import dev.tautline.check.WorkloadRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.StoredValues;
import dev.tautline.link.Variable;
import dev.tautline.link.Workload;
import dev.tautline.settings.Secret;

/// A value of a Secret that begins or ends with a blank or a line break.
public final class SecretWithStrayBlank implements WorkloadRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.PLATFORM;
    }

    @Override
    public Verdict judge(Workload workload) {
        return Pods.runs(workload)
                ? Verdict.of(workload.containers().stream()
                        .flatMap(container -> container.environment().stream())
                        .filter(SecretWithStrayBlank::isStray)
                        .map(variable -> finding(workload, variable))
                        .distinct()
                        .toList())
                : Verdict.notApplicable("not on Kubernetes");
    }

    /// Keys and certificates have lines, and end with one.
    private static boolean isStray(Variable variable) {
        var text = variable.value().text();
        return variable.reference()
                        .filter(from -> from.kind() == StoredValues.Kind.SECRET)
                        .isPresent()
                && variable.value().isResolved()
                && !text.isBlank()
                && !text.equals(text.strip())
                && !text.strip().contains("\n");
    }

    private Finding finding(Workload workload, Variable variable) {
        return finding(
                workload,
                "the value for " + variable.name() + " begins or ends with a blank or a line break",
                "The log-in fails (28P01 \"password authentication failed\") or the name is not found, although every"
                        + " letter that one sees is right: echo without -n adds a line break before base64.",
                new Edit.Decide(
                        variable.value().origin(), "encode the value again without it: printf %s VALUE | base64"),
                new Evidence(variable.name(), Secret.MASK, variable.value().origin()));
    }
}
