package dev.tautline.check.rules.compose;

import dev.tautline.check.WorkloadRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.DatabaseImage;
import dev.tautline.link.Port;
import dev.tautline.link.Stage;
import dev.tautline.link.Workload;
import dev.tautline.settings.Written;
import java.util.Set;

/// A database's port is published on every address of the host.
public final class DatabasePortOpenToAll implements WorkloadRule {
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "");

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Workload workload) {
        return ComposeDatabases.judge(
                workload,
                image -> workload.stage() == Stage.LOCAL || workload.stage() == Stage.DEVELOPMENT
                        ? Verdict.notApplicable("a developer's machine")
                        : Verdict.of(image.container().ports().stream()
                                .filter(DatabasePortOpenToAll::isOpen)
                                .map(port -> finding(workload, image, port))
                                .toList()));
    }

    private static boolean isOpen(Port port) {
        return port.published().isPresent()
                && EVERYWHERE.contains(port.hostAddress().orElse(""));
    }

    private Finding finding(Workload workload, DatabaseImage image, Port port) {
        var published = port.published().orElseThrow();
        var mapping = published.text() + ":" + port.container().text();
        return finding(
                workload,
                "port " + mapping + " of " + ComposeDatabases.shown(image) + " is open on every address of the host",
                "Docker's own firewall rules come before the host's: whoever reaches the machine can try passwords and use"
                        + " up the connections that the application needs.",
                new Edit.Decide(
                        published.origin(),
                        "take the port away (services of the project reach it without), or write 127.0.0.1:" + mapping),
                new Evidence("ports", mapping, published.origin()),
                new Evidence(
                        "image",
                        ComposeDatabases.shown(image),
                        image.container().image().map(Written::origin).orElse(published.origin())));
    }
}
