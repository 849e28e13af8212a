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
import dev.tautline.link.Workload;
import dev.tautline.settings.Nearest;
import java.util.Optional;
import java.util.stream.Stream;

/// A container asks for a ConfigMap or Secret that is not there, but for one letter or two.
public final class StoredValuesMisspelt implements LinkRule {
    private static final int MOST_LETTERS_MORE = 2;

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
                .flatMap(workload -> wanted(workload)
                        .filter(wanted -> !wanted.optional())
                        .flatMap(wanted -> meant(link, workload, wanted).stream()
                                .map(stored -> at(workload.stage(), finding(workload, wanted, stored)))))
                .distinct()
                .toList());
    }

    private static Stream<Reference> wanted(Workload workload) {
        return workload.containers().stream()
                .flatMap(container -> Stream.concat(
                        container.environment().stream().flatMap(variable -> variable.reference().stream()),
                        container.mounts().stream().flatMap(mount -> mount.reference().stream())));
    }

    /// The only one of nearly that name that nothing else asks for.
    private static Optional<StoredValues> meant(Link link, Workload workload, Reference wanted) {
        var all = link.platform().stored().stream()
                .filter(stored ->
                        stored.kind() == wanted.kind() && stored.unit().equals(workload.unit()))
                .toList();
        if (all.stream().anyMatch(stored -> stored.name().equals(wanted.name()))) {
            return Optional.empty();
        }
        var near = all.stream()
                .filter(stored -> stored.namespace().equals(workload.namespace())
                        && Math.abs(stored.name().length() - wanted.name().length()) <= MOST_LETTERS_MORE
                        && wanted.key()
                                .map(key ->
                                        !stored.isComplete() || stored.values().containsKey(key))
                                .orElse(true))
                .toList();
        return Nearest.to(wanted.name(), near.stream().map(StoredValues::name).toList())
                .flatMap(name -> near.stream()
                        .filter(stored -> stored.name().equals(name))
                        .findFirst())
                .filter(stored ->
                        wanted(workload).noneMatch(other -> other.name().equals(stored.name())));
    }

    private Finding finding(Workload workload, Reference wanted, StoredValues meant) {
        var what = wanted.kind() == StoredValues.Kind.SECRET ? "Secret" : "ConfigMap";
        return finding(
                workload.label(),
                "no " + what + " is named " + wanted.name() + "; did you mean " + meant.name() + "?",
                "The pod does not start: CreateContainerConfigError, with every release and after every restart.",
                new Edit.Decide(wanted.origin(), "ask for " + meant.name()),
                new Evidence(what, wanted.name(), wanted.origin()),
                new Evidence("declared", meant.name(), meant.origin()));
    }
}
