package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Reach;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.time.Duration;

/// A connection lives as long as the process.
public final class ConnectionsNeverReplaced implements ClientRule {
    /// HikariCP's default.
    private static final Duration USUAL = Duration.ofMinutes(30);

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
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
        return PoolView.of(client, PoolView.WITH_LIFETIME, pool -> switch (pool.lifetime()) {
            case Setting.Unset<Duration> unset -> violation(pool, unset.key(), pool.missing(unset.key()));
            case Setting.Known<Duration> known
            when !known.value().isPositive() -> violation(pool, known.key(), pool.evidence(known));
            case Setting.Known<Duration> ignored -> Verdict.PASS;
            case Setting.Unresolved<Duration> open -> Rule.given(open, any -> Verdict.PASS);
            case Setting.Malformed<Duration> bad -> Rule.given(bad, any -> Verdict.PASS);
        });
    }

    private Verdict violation(PoolView pool, SettingKey<Duration> key, Evidence... read) {
        var client = pool.client();
        return Verdict.violation(finding(
                client,
                client.pool().title() + " never replaces a connection (" + client.poolKey(key) + " is not set)",
                "After a failover or a move of the database's name the pool stays with the old server as long as that"
                        + " answers at all; a new password or certificate shows its faults only at the next restart.",
                Edits.pool(client, key, PoolView.written(key, USUAL)),
                read));
    }
}
