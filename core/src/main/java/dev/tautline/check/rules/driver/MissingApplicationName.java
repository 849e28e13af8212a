package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.PgjdbcKeys;

/// All sessions look the same on the server.
public final class MissingApplicationName implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onPostgres(
                client,
                url -> Rule.given(
                        client.get(PgjdbcKeys.APPLICATION_NAME),
                        name -> name.isChosen()
                                ? Verdict.PASS
                                : Verdict.violation(finding(
                                                client,
                                                "the service does not tell the server its name",
                                                "In an outage all sessions in pg_stat_activity are called \""
                                                        + name.value()
                                                        + "\", and nobody can see which service took the connections or holds the lock.",
                                                Edits.driver(client, name.key(), client.service()),
                                                ClientRule.url(client),
                                                Evidence.of(name))
                                        .mendedSafely())));
    }
}
