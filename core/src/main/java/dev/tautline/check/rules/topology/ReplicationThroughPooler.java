package dev.tautline.check.rules.topology;

import dev.tautline.check.RouteRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Hop;
import dev.tautline.link.Route;
import dev.tautline.settings.Product;
import dev.tautline.settings.Version;

/// Debezium reads the log of PostgreSQL through a pooler.
public final class ReplicationThroughPooler implements RouteRule {
    /// From which on PgBouncer hands replication on.
    private static final Version HANDS_ON = Version.of("1.23");

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Route route) {
        var client = route.client();
        var pooler = route.pooler();
        if (!client.dataSource().equals("debezium") || !isPostgres(client) || pooler.isEmpty()) {
            return Verdict.notApplicable("no connector of Debezium that reads PostgreSQL through a pooler");
        }
        var hop = pooler.get();
        var found = finding(
                route,
                "Debezium reads the log through " + hop.label(),
                "Replication needs a session of its own for as long as it lasts: most poolers refuse it, and those that"
                        + " hand it on end it when they are restarted. The slot then keeps the log until the disk is full.",
                new Edit.Decide(route.address().origin(), "write the name and port of the server itself"),
                new Evidence(
                        "database.hostname",
                        route.address().toString(),
                        route.address().origin()),
                new Evidence("leads to", hop.label(), hop.origin()));
        return Verdict.violation(mayHandOn(hop) ? found.withSeverity(Severity.MEDIUM) : found);
    }

    private static boolean isPostgres(Client client) {
        return client.url()
                .filter(url -> url.subprotocol().equals("postgresql"))
                .isPresent();
    }

    /// A PgBouncer whose version is not known may.
    private static boolean mayHandOn(Hop hop) {
        return hop.product() == Product.PGBOUNCER
                && hop.settings()
                        .versions()
                        .find(Product.PGBOUNCER)
                        .filter(found -> !found.version().isAtLeast(HANDS_ON))
                        .isEmpty();
    }
}
