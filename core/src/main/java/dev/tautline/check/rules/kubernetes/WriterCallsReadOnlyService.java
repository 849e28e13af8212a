package dev.tautline.check.rules.kubernetes;

import dev.tautline.check.RouteRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Route;
import dev.tautline.link.Server;
import dev.tautline.settings.HikariKeys;
import java.util.Optional;
import java.util.regex.Pattern;

/// A client that writes calls the Service of a cluster's standbys.
public final class WriterCallsReadOnlyService implements RouteRule {
    /// Data sources that are named for reading.
    private static final Pattern READS =
            Pattern.compile("(?i).*(read|replica|standby|secondary|slave|report|[-_.]ro\\b).*");

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Route route) {
        return cluster(route)
                .map(cluster -> reads(route.client()) ? Verdict.PASS : violation(route, cluster))
                .orElseGet(() -> Verdict.notApplicable("no Service of CloudNativePG's for reading"));
    }

    /// The cluster whose `-ro` or `-r` is called.
    private static Optional<Server> cluster(Route route) {
        var service = Names.plain(route.address().host()).replaceFirst("\\..*$", "");
        return route.servers().stream()
                .filter(server -> server.names().contains(server.name() + "-rw")
                        && (service.equals(server.name() + "-ro") || service.equals(server.name() + "-r")))
                .findFirst();
    }

    private static boolean reads(Client client) {
        return client.get(HikariKeys.READ_ONLY).knownValue().orElse(false)
                || READS.matcher(client.dataSource()).matches();
    }

    private Verdict violation(Route route, Server cluster) {
        return Verdict.violation(finding(
                route,
                route.address().host() + " is the Service for reading; nothing says that this client only reads",
                "Everything that writes fails with 25006 \"cannot execute INSERT in a read-only transaction\": no order"
                        + " can be placed.",
                new Edit.Decide(
                        route.address().origin(),
                        "call " + cluster.name() + "-rw, or say that the pool only reads: read-only: true"),
                new Evidence("url", route.address().toString(), route.address().origin()),
                new Evidence("Cluster", cluster.name(), cluster.origin())));
    }
}
