package dev.tautline.check.rules.resolution;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Reach;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.link.Workload;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.JvmKeys;
import dev.tautline.settings.Setting;
import java.time.Duration;
import java.util.List;

/// The JVM remembers addresses for longer than a failover takes.
public final class DnsCachedTooLong implements ClientRule {
    /// A Multi-AZ failover takes one to two minutes (AWS, "Failing over a Multi-AZ DB instance"); AWS advises 5 s.
    private static final Duration LONG = Duration.ofMinutes(1);

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Reach reach() {
        return Reach.NETWORK;
    }

    @Override
    public Verdict judge(Client client) {
        return Rule.chosen(client.get(JvmKeys.SUN_NET_INETADDR_TTL), ttl -> judge(client, ttl));
    }

    private Verdict judge(Client client, Setting.Known<Duration> ttl) {
        if (!ttl.value().isNegative() && ttl.value().compareTo(LONG) <= 0) {
            return Verdict.PASS;
        }
        var hosts = client.url().map(JdbcUrl::hosts).orElse(List.of());
        if (hosts.isEmpty() || !hosts.stream().allMatch(HostPort::isResolved)) {
            return Verdict.undecided("the database's host is not known");
        }
        // That an image might hold such a file is no reason to doubt what is written.
        if (client.get(JvmKeys.JAVA_SECURITY_PROPERTIES).chosen().isPresent()) {
            return Verdict.undecided("java.security.properties names a file that may set networkaddress.cache.ttl");
        }
        return hosts.stream()
                .filter(host -> mayMove(client, host))
                .findFirst()
                .map(host -> Verdict.violation(finding(client, ttl, host)))
                .orElse(Verdict.notApplicable("no name whose address changes"));
    }

    private static boolean mayMove(Client client, HostPort host) {
        return !host.isAddress()
                && !host.isLoopback()
                && !(client.workload().filter(Workload::isInCluster).isPresent() && isService(host.host()));
    }

    /// `db`, `db.shop`, `db.shop.svc`: a Service keeps its address while the pods behind it change.
    private static boolean isService(String host) {
        return host.indexOf('.') == host.lastIndexOf('.') || host.matches("(?i).+\\.svc(\\..*)?");
    }

    private Finding finding(Client client, Setting.Known<Duration> ttl, HostPort host) {
        return finding(
                client,
                "the JVM keeps the address of " + host.host() + " for "
                        + (ttl.value().isNegative() ? "ever" : Words.of(ttl.value())),
                "After a failover that moves the name, the service goes on calling the old address: log-ins fail or reach a"
                        + " standby "
                        + (ttl.value().isNegative() ? "until it is restarted." : "for that long."),
                new Edit.Replace(ttl.origin(), ttl.key().name(), "30"),
                Evidence.of(ttl),
                new Evidence("host", host.toString(), host.origin()));
    }
}
