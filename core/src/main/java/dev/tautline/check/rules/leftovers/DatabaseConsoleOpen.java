package dev.tautline.check.rules.leftovers;

import dev.tautline.check.WorkloadRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Container;
import dev.tautline.link.Port;
import dev.tautline.link.Stage;
import dev.tautline.link.Workload;
import dev.tautline.settings.ComposeKeys;
import dev.tautline.settings.Written;
import java.util.Set;

/// A console of the database that everybody can open.
public final class DatabaseConsoleOpen implements WorkloadRule {
    private static final Set<String> CONSOLES =
            Set.of("adminer", "phpmyadmin", "pgadmin4", "pgweb", "cloudbeaver", "sqlpad", "dbgate");

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    /// Started only when somebody asks for its profile, it is a tool; so it is on a developer's machine.
    @Override
    public Verdict judge(Workload workload) {
        var isTool = workload.stage() == Stage.LOCAL
                || workload.stage() == Stage.DEVELOPMENT
                || workload.get(ComposeKeys.PROFILES).chosen().isPresent();
        return isTool
                ? Verdict.notApplicable("not for customers")
                : Verdict.of(workload.containers().stream()
                        .filter(container ->
                                container.imageName().map(CONSOLES::contains).orElse(false))
                        .flatMap(container -> container.ports().stream()
                                .filter(DatabaseConsoleOpen::isOpen)
                                .limit(1)
                                .map(port -> finding(workload, container, port)))
                        .toList());
    }

    private static boolean isOpen(Port port) {
        var address = port.hostAddress().orElse("0.0.0.0");
        return port.published().isPresent() && (address.equals("0.0.0.0") || address.equals("::"));
    }

    private Finding finding(Workload workload, Container container, Port port) {
        var published = port.published().orElseThrow();
        var image = container.image().map(Written::text).orElse(container.name());
        return finding(
                workload,
                "the console " + image + " is open on port " + published.text() + " of every address",
                "A log-in page to the whole database stands on the network: scanners find these consoles within hours and"
                        + " try their known passwords and holes.",
                new Edit.Decide(
                        published.origin(), "take the service out of production, or publish it on 127.0.0.1 only"),
                new Evidence("ports", published.text() + ":" + port.container().text(), published.origin()),
                new Evidence("image", image, container.origin()));
    }
}
