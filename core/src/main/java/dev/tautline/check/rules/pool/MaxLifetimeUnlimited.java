package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Setting;
import java.time.Duration;

/// Connections are never replaced, whatever happens behind their name.
public final class MaxLifetimeUnlimited implements ClientRule {

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onHikari(
                client, () -> Rule.given(client.get(HikariKeys.MAX_LIFETIME), lifetime -> judge(client, lifetime)));
    }

    private Verdict judge(Client client, Setting.Known<Duration> lifetime) {
        return lifetime.value().isPositive()
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        client.poolKey(lifetime.key()) + " is 0: connections live for ever",
                        "After a failover or a move of the database's name, the pool goes on with the old"
                                + " server until somebody restarts the service; a server's memory for each session only"
                                + " grows.",
                        Edits.pool(client, lifetime.key(), "1800000"),
                        Evidence.of(lifetime)));
    }
}
