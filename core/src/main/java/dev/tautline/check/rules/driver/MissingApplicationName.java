package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;

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
                        name -> name.isChosen() ? Verdict.PASS : Verdict.violation(violation(client, name))));
    }

    /// An edit beside the application is safe; a value of the deployment may serve several services, which
    /// are not all to have the name of one.
    private Finding violation(Client client, Setting.Known<String> name) {
        var found = finding(
                client,
                "the service does not tell the server its name",
                "In an outage all sessions in pg_stat_activity are called \"" + name.value()
                        + "\", and nobody can see which service took the connections or holds the lock.",
                Edits.driver(client, name.key(), client.service()),
                ClientRule.url(client),
                Evidence.of(name));
        return client.workload().isEmpty() ? found.mendedSafely() : found;
    }
}
