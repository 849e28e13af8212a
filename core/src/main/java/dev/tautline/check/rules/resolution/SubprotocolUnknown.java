package dev.tautline.check.rules.resolution;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.JdbcUrl;
import java.util.Map;

/// A JDBC URL for a driver that does not exist: a usual slip of one that does.
public final class SubprotocolUnknown implements ClientRule {
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("postgres", "postgresql"),
            Map.entry("postgressql", "postgresql"),
            Map.entry("postgre", "postgresql"),
            Map.entry("postgresq", "postgresql"),
            Map.entry("postgreql", "postgresql"),
            Map.entry("postgesql", "postgresql"),
            Map.entry("pgsql", "postgresql"),
            Map.entry("maria", "mariadb"),
            Map.entry("mysq", "mysql"),
            Map.entry("mssql", "sqlserver"));

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        if (!JdbcUrl.isJdbc(client.urlText().text()) || client.url().isEmpty()) {
            return Verdict.notApplicable("no JDBC URL");
        }
        var written = client.url().get().subprotocol();
        var meant = MEANT.get(written);
        return meant == null ? Verdict.PASS : Verdict.violation(finding(client, written, meant));
    }

    private Finding finding(Client client, String written, String meant) {
        return finding(
                client,
                "no driver takes jdbc:" + written + ":, the name is jdbc:" + meant + ":",
                "\"No suitable driver\", or \"Driver … claims to not accept jdbcUrl\": the application does not start.",
                new Edit.Decide(
                        client.urlText().origin(), "write jdbc:" + meant + ": in place of jdbc:" + written + ":"),
                ClientRule.url(client));
    }
}
