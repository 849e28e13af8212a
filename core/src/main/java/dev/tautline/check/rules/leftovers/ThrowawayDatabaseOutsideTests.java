package dev.tautline.check.rules.leftovers;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.JdbcUrl;

/// A URL of Testcontainers stands in the configuration of the application.
public final class ThrowawayDatabaseOutsideTests implements ClientRule {

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
                .filter(JdbcUrl::isThrowaway)
                .map(url -> Verdict.violation(finding(
                        client,
                        "the URL starts a database that is thrown away",
                        "Testcontainers starts an empty server for it and deletes it at the end; where Docker"
                                + " or the library is missing, as in production, the service does not start.",
                        new Edit.Decide(
                                client.urlText().origin(),
                                "name the real database; the URL belongs to src/test/resources"),
                        ClientRule.url(client))))
                .orElse(Verdict.PASS);
    }
}
