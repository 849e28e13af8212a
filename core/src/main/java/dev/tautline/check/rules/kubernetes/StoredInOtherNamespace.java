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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A pod asks for a Secret or ConfigMap that is in another namespace, such as the log-in that an operator makes beside
/// its cluster.
public final class StoredInOtherNamespace implements LinkRule {
    private record Name(StoredValues.Kind kind, String name, String unit) {}

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
        var stored = link.platform().stored().stream()
                .collect(Collectors.groupingBy(one -> new Name(one.kind(), one.name(), one.unit())));
        return Verdict.of(Pods.in(link)
                .filter(workload -> !workload.namespace().isEmpty())
                .flatMap(workload -> wanted(workload)
                        .filter(wanted -> !wanted.optional())
                        .flatMap(wanted -> elsewhere(stored, workload, wanted).stream()
                                .map(found -> at(workload.stage(), finding(workload, wanted, found))))
                        .collect(Collectors.toMap(
                                Finding::headline, Function.identity(), (first, other) -> first, LinkedHashMap::new))
                        .values()
                        .stream())
                .toList());
    }

    private static Stream<Reference> wanted(Workload workload) {
        return workload.containers().stream()
                .flatMap(container -> container.environment().stream())
                .map(Variable::reference)
                .flatMap(Optional::stream);
    }

    /// One of that name in another namespace, where none of that name is, or may be, in the pod's own.
    private static Optional<StoredValues> elsewhere(
            Map<Name, List<StoredValues>> stored, Workload workload, Reference wanted) {
        var named = stored.getOrDefault(new Name(wanted.kind(), wanted.name(), workload.unit()), List.of());
        var mayBeHere = named.stream()
                .anyMatch(one -> one.namespace().isEmpty() || one.namespace().equals(workload.namespace()));
        return mayBeHere ? Optional.empty() : named.stream().findFirst();
    }

    private Finding finding(Workload workload, Reference wanted, StoredValues found) {
        var what = wanted.kind() == StoredValues.Kind.SECRET ? "Secret" : "ConfigMap";
        var weighed = finding(
                workload.label(),
                "the " + what + " " + found.name() + " is in the namespace " + found.namespace() + ", the pod in "
                        + workload.namespace(),
                (found.isComplete() ? "" : "Unless something that these files do not show copies it: ")
                        + "The pod does not start: CreateContainerConfigError, for a pod sees what is stored in its own"
                        + " namespace only.",
                new Edit.Decide(
                        wanted.origin(),
                        "run the pod in " + found.namespace() + ", or have the " + what + " copied to "
                                + workload.namespace()),
                new Evidence("wanted", found.name(), wanted.origin()),
                new Evidence("namespace", found.namespace(), found.origin()));
        // What an operator makes can only be copied by means that no file need show.
        return found.isComplete() ? weighed : weighed.withSeverity(Severity.MEDIUM);
    }
}
