package dev.tautline.check.rules.topology;

import dev.tautline.check.RouteRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Route;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.PgjdbcKeys;
import java.util.Locale;
import java.util.regex.Pattern;

/// A pool that writes calls a name that is for reads.
public final class WriterCallsReplicaName implements RouteRule {
    private static final Pattern READS = Pattern.compile("(?i)read|replica|report|second|standby|slave");
    private static final Pattern WORD = Pattern.compile("(^|-)(replicas?|readers?|readonly|standby|slave)(-|$)");

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
        var address = route.address();
        if (!route.client().callsPostgres() || reads(route.client())) {
            return Verdict.notApplicable("the pool only reads, or the server is not PostgreSQL");
        }
        if (!isForReads(address.host()) || isKnownByItsCluster(route)) {
            return Verdict.PASS;
        }
        return Verdict.violation(finding(
                route,
                "the name " + address.host() + " is for reads, and this pool is not read-only",
                "Every order fails with 25006 \"cannot execute INSERT in a read-only transaction\", while all pages that"
                        + " only show something work.",
                new Edit.Decide(address.origin(), "write the name for writes, or set read-only: true"),
                new Evidence("host", address.toString(), address.origin())));
    }

    private static boolean reads(Client client) {
        return client.get(HikariKeys.READ_ONLY).knownValue().orElse(false)
                || READS.matcher(client.dataSource()).find()
                || client.get(PgjdbcKeys.TARGET_SERVER_TYPE)
                        .chosen()
                        .filter(type -> type.value().toLowerCase(Locale.ROOT).contains("second"))
                        .isPresent();
    }

    private static boolean isForReads(String host) {
        var labels = host.toLowerCase(Locale.ROOT);
        var dot = labels.indexOf('.');
        var first = dot < 0 ? labels : labels.substring(0, dot);
        return first.endsWith("-ro") || WORD.matcher(first).find() || labels.contains(".cluster-ro-");
    }

    /// An operator's cluster tells what each of its Services is for, and a rule of its own judges that; here only
    /// the name speaks.
    private static boolean isKnownByItsCluster(Route route) {
        return route.servers().stream().anyMatch(server -> server.names().contains(server.name() + "-rw"));
    }
}
