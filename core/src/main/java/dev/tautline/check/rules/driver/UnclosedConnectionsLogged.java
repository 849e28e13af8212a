package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;

/// A search for leaks is left on.
public final class UnclosedConnectionsLogged implements ClientRule {

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
                client, url -> Rule.chosen(client.get(PgjdbcKeys.LOG_UNCLOSED_CONNECTIONS), log -> judge(client, log)));
    }

    private Verdict judge(Client client, Setting.Known<Boolean> log) {
        return log.value() && client.usesHikari()
                ? Verdict.violation(finding(
                        client,
                        "logUnclosedConnections looks for a leak that a pool cannot have",
                        "The driver keeps a stack trace for each connection, and finds nothing: code forgets"
                                + " to give connections back to the pool, which only leak-detection-threshold sees.",
                        new Edit.Remove(log.origin(), log.key().name()),
                        Evidence.of(log)))
                : Verdict.PASS;
    }
}
