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
import dev.tautline.link.Server;
import dev.tautline.link.Workload;
import dev.tautline.settings.MySqlKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.Written;
import java.util.stream.Stream;

/// A Service that leads to a port of the database's pods on which the database does not listen.
public final class ServicePortNotListenedOn implements LinkRule {
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
        return Verdict.of(link.servers().stream()
                .flatMap(server -> server.workload().filter(Pods::runs).stream()
                        .flatMap(workload -> findings(names, server, workload)))
                .toList());
    }

    private Stream<Finding> findings(Names names, Server server, Workload workload) {
        return port(server).known().stream()
                .flatMap(listens -> names.servicesOf(workload.unit())
                        .filter(name -> !name.isHeadless() && isOnly(names, name, workload))
                        .flatMap(name -> name.ports().stream()
                                .map(port -> port.target().orElse(port.port()))
                                .filter(target -> isElsewhere(target, listens, workload))
                                .map(target -> at(workload.stage(), finding(server, name, target, listens)))));
    }

    private static boolean isOnly(Names names, PublishedName name, Workload workload) {
        var behind = names.behind(name);
        return behind.size() == 1 && behind.getFirst().isSameAs(workload);
    }

    /// A port that some container declares is a side-car's, such as that of an exporter of metrics.
    private static boolean isElsewhere(Written target, Setting.Known<Integer> listens, Workload workload) {
        return target.isResolved()
                && target.text().matches("\\d{1,5}")
                && !target.text().equals(String.valueOf(listens.value()))
                && workload.containers().stream()
                        .flatMap(container -> container.ports().stream())
                        .noneMatch(port -> port.container().text().equals(target.text()));
    }

    private static Setting<Integer> port(Server server) {
        return server.get(server.product() == Product.POSTGRESQL ? PostgresKeys.PORT : MySqlKeys.PORT);
    }

    private Finding finding(Server server, PublishedName name, Written target, Setting.Known<Integer> listens) {
        return finding(
                "service " + name.name(),
                "the Service " + name.name() + " leads to port " + target.text() + "; " + server.label()
                        + " listens on " + listens.value(),
                "\"Connection refused\" for every client: the name leads to the right pod, and nothing listens there.",
                new Edit.Decide(target.origin(), "write targetPort: " + listens.value()),
                new Evidence("targetPort", target.shown(), target.origin()),
                Evidence.of(listens));
    }
}
