package dev.tautline.check.rules.routing;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.JdbcUrl;
import java.util.Map;
import java.util.Optional;

/// A port that by all custom belongs to another kind of server.
public final class PortOfAnotherProtocol implements ClientRule {
    /// The documented default ports of what runs beside databases.
    private static final Map<Integer, String> OTHERS = Map.ofEntries(
            Map.entry(1433, "SQL Server"),
            Map.entry(1521, "Oracle"),
            Map.entry(2379, "etcd"),
            Map.entry(6032, "the admin interface of ProxySQL"),
            Map.entry(6379, "Redis"),
            Map.entry(8008, "the REST interface of Patroni"),
            Map.entry(9104, "mysqld_exporter"),
            Map.entry(9187, "postgres_exporter"),
            Map.entry(27017, "MongoDB"),
            Map.entry(33060, "the X Protocol of MySQL"));
    private static final int POSTGRES = 5432;
    private static final int PGBOUNCER = 6432;
    private static final int MYSQL = 3306;
    private static final int PROXYSQL = 6033;

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return client.url()
                .map(url -> Verdict.of(url.hosts().stream()
                        .filter(HostPort::isResolved)
                        .flatMap(host -> owner(url, host.port()).map(other -> finding(client, host, other)).stream())
                        .toList()))
                .orElse(Verdict.notApplicable("no URL"));
    }

    private static Optional<String> owner(JdbcUrl url, int port) {
        var isMySql = url.isMySql() || url.isMariaDb();
        if (!isMySql && !url.isPostgres()) {
            return Optional.empty();
        }
        return switch (port) {
            case MYSQL -> isMySql ? Optional.empty() : Optional.of("MySQL");
            case PROXYSQL -> isMySql ? Optional.empty() : Optional.of("ProxySQL for MySQL");
            case POSTGRES -> isMySql ? Optional.of("PostgreSQL") : Optional.empty();
            case PGBOUNCER -> isMySql ? Optional.of("PgBouncer") : Optional.empty();
            default -> Optional.ofNullable(OTHERS.get(port));
        };
    }

    private Finding finding(Client client, HostPort host, String other) {
        return finding(
                client,
                "port " + host.port() + " is that of " + other,
                "The connection opens, and then both sides wait or break off: \"The connection attempt failed\", \"Protocol error\","
                        + " or a time-out that looks like a network fault.",
                new Edit.Decide(host.origin(), "write the port of the database itself, or of its pooler"),
                new Evidence("url", host.toString(), host.origin()));
    }
}
