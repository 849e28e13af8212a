package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Setting;
import java.time.Duration;

/// A `maxLifetime` under 30 s is not in force: the pool silently takes its default of 30 minutes.
public final class MaxLifetimeBelowMinimum implements ClientRule {
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
        return Lifetime.isInForce(lifetime.value())
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        client.poolKey(lifetime.key()) + " is " + Words.of(lifetime.value())
                                + ", below HikariCP's minimum of 30 s",
                        "HikariCP puts it back to 30 minutes with one warning at start. Connections outlive whatever the"
                                + " value was meant to stay below, and break in use.",
                        Edits.pool(client, lifetime.key(), "600000"),
                        Evidence.of(lifetime)));
    }
}
