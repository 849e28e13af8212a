package dev.tautline.check.rules.kubernetes;

import dev.tautline.check.LinkRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Link;
import dev.tautline.link.PublishedName;
import dev.tautline.link.Workload;
import dev.tautline.settings.Nearest;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.stream.Stream;

/// A Service leads to a port by a name that no container gives to one of its ports.
public final class ServiceTargetPortUnknown implements LinkRule {
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
        var names = new Names(link);
        return Verdict.of(names.services()
                .flatMap(name -> name.ports().stream()
                        .flatMap(port -> port.target().stream())
                        .filter(target -> target.isResolved() && target.text().matches(".*[a-z].*"))
                        .filter(target -> lacks(names.behind(name), target.text()))
                        .map(target -> at(
                                names.behind(name).getFirst().stage(),
                                finding(name, target, names.behind(name).getFirst()))))
                .toList());
    }

    private static boolean lacks(List<Workload> behind, String wanted) {
        return !behind.isEmpty()
                && behind.stream().noneMatch(workload -> ports(workload).anyMatch(wanted::equals));
    }

    private static Stream<String> ports(Workload workload) {
        return workload.containers().stream()
                .flatMap(container -> container.ports().stream())
                .flatMap(port -> port.name().stream());
    }

    private Finding finding(PublishedName name, Written target, Workload workload) {
        var nearest = Nearest.to(target.text(), ports(workload).toList());
        return finding(
                "service " + name.name(),
                "no container of " + workload.label() + " has a port named " + target.text()
                        + nearest.map(near -> "; did you mean " + near + "?").orElse(""),
                "The Service has no address to send connections to, and whoever calls it is refused.",
                new Edit.Decide(
                        target.origin(),
                        nearest.map(near -> "write " + near)
                                .orElse("name the container's port so, or write its number")),
                new Evidence("targetPort", target.shown(), target.origin()),
                new Evidence("pods", workload.label(), workload.origin()));
    }
}
