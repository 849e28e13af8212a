package dev.tautline.check.rules.kubernetes;

import dev.tautline.check.LinkRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Link;
import dev.tautline.link.Reference;
import dev.tautline.link.StoredValues;
import dev.tautline.link.Variable;
import dev.tautline.link.Workload;
import dev.tautline.settings.Nearest;
import java.util.Optional;

/// A container asks for a key that the ConfigMap or Secret does not have.
public final class StoredKeyMissing implements LinkRule {
    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.PLATFORM;
    }

    @Override
    public Verdict judge(Link link) {
        return Verdict.of(Pods.in(link)
                .flatMap(workload -> workload.containers().stream()
                        .flatMap(container -> container.environment().stream())
                        .flatMap(variable -> variable.reference().stream()
                                .flatMap(wanted -> lacking(link, workload, wanted).stream()
                                        .map(stored ->
                                                at(workload.stage(), finding(workload, variable, wanted, stored))))))
                .toList());
    }

    private static Optional<StoredValues> lacking(Link link, Workload workload, Reference wanted) {
        return wanted.optional() || wanted.key().isEmpty()
                ? Optional.empty()
                : link.platform().stored().stream()
                        .filter(stored -> stored.kind() == wanted.kind()
                                && stored.name().equals(wanted.name())
                                && stored.namespace().equals(workload.namespace())
                                && stored.unit().equals(workload.unit()))
                        .findFirst()
                        .filter(stored -> stored.isComplete()
                                && !stored.values().isEmpty()
                                && !stored.values().containsKey(wanted.key().get()));
    }

    private Finding finding(Workload workload, Variable variable, Reference wanted, StoredValues stored) {
        var key = wanted.key().orElseThrow();
        var nearest = Nearest.to(key, stored.values().keySet());
        return finding(
                workload.label(),
                stored.name() + " has no key " + key
                        + nearest.map(near -> "; did you mean " + near + "?").orElse(""),
                "The pod does not start: CreateContainerConfigError, with every release and after every restart.",
                new Edit.Decide(
                        wanted.origin(),
                        nearest.map(near -> "ask for " + near).orElse("add the key, or ask for one that is there")),
                new Evidence(variable.name(), stored.name() + "/" + key, wanted.origin()),
                new Evidence(
                        "keys",
                        String.join(
                                ", ", stored.values().keySet().stream().sorted().toList()),
                        stored.origin()));
    }
}
