package dev.tautline.check.rules.tls;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Reach;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.UrlParameter;
import java.util.Locale;

/// A connection to SQL Server that does not look at the certificate, or has no TLS.
public final class SqlServerTrustsAnyCertificate implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Reach reach() {
        return Reach.NETWORK;
    }

    @Override
    public Verdict judge(Client client) {
        return client.url()
                .filter(JdbcUrl::isSqlServer)
                .map(url -> Verdict.of(url.parameters().stream()
                        .filter(SqlServerTrustsAnyCertificate::isHarmful)
                        .limit(1)
                        .map(parameter -> finding(client, parameter))
                        .toList()))
                .orElse(Verdict.notApplicable("not SQL Server"));
    }

    private static boolean isHarmful(UrlParameter parameter) {
        var value = parameter.value().toLowerCase(Locale.ROOT);
        return switch (parameter.name().toLowerCase(Locale.ROOT)) {
            case "trustservercertificate" -> value.equals("true");
            case "encrypt" -> value.equals("false") || value.equals("no") || value.equals("optional");
            default -> false;
        };
    }

    private Finding finding(Client client, UrlParameter parameter) {
        var isTrust = parameter.name().equalsIgnoreCase("trustServerCertificate");
        return finding(
                client,
                isTrust
                        ? "trustServerCertificate=true takes any server's certificate"
                        : parameter.name() + "=" + parameter.value() + " leaves the connection without TLS",
                "Whoever can answer in the server's place, by a wrong DNS entry or on the way, gets the log-in and every"
                        + " row.",
                new Edit.Decide(
                        parameter.origin(),
                        "write encrypt=true;trustServerCertificate=false, with the authority in a trustStore"),
                new Evidence(parameter.name(), parameter.value(), parameter.origin()));
    }
}
