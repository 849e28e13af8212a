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
import dev.tautline.settings.Written;
import java.util.Optional;

/// A database's Service whose labels no pod has.
public final class ServiceSelectsNothing implements LinkRule {
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
                .filter(name -> !name.selector().isEmpty() && names.behind(name).isEmpty())
                .flatMap(name ->
                        meant(link, name).stream().map(workload -> at(workload.stage(), finding(name, workload))))
                .toList());
    }

    /// The database that the Service is meant for: the only one in its set, and no other Service leads there.
    private static Optional<Workload> meant(Link link, PublishedName name) {
        var databases = Pods.in(link)
                .filter(workload -> workload.unit().equals(name.unit())
                        && workload.namespace().equals(name.namespace())
                        && Pods.database(workload).isPresent())
                .toList();
        var isFor = name.ports().stream().anyMatch(port -> isDatabasePort(port.port()));
        return databases.size() == 1 && isFor && isAlone(link, databases.getFirst())
                ? Optional.of(databases.getFirst())
                : Optional.empty();
    }

    private static boolean isDatabasePort(Written port) {
        return port.text().matches("\\d{1,5}") && Pods.isDatabasePort(Integer.parseInt(port.text()));
    }

    private static boolean isAlone(Link link, Workload database) {
        return link.platform().names().stream()
                .noneMatch(other -> link.platform().behind(other).contains(database));
    }

    private Finding finding(PublishedName name, Workload meant) {
        return finding(
                "service " + name.name(),
                "the Service " + name.name() + " selects no pod: " + meant.label() + " has other labels",
                "Whoever calls the Service is refused at once, although the database runs.",
                new Edit.Decide(name.origin(), "select the labels of " + meant.label() + ": " + meant.labels()),
                new Evidence("selector", name.selector().toString(), name.origin()),
                new Evidence("labels", meant.labels().toString(), meant.origin()));
    }
}
