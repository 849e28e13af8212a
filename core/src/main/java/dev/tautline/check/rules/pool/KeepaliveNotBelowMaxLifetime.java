package dev.tautline.check.rules.pool;

import dev.tautline.check.Both;
import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import java.time.Duration;

/// A `keepaliveTime` that is not below `maxLifetime` is switched off by the pool.
public final class KeepaliveNotBelowMaxLifetime implements ClientRule {
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
        return Lifetime.beside(client, HikariKeys.KEEPALIVE_TIME, both -> judge(client, both));
    }

    private Verdict judge(Client client, Both<Duration, Duration> both) {
        var keepalive = both.one();
        var lifetime = both.other().value();
        var isWell = keepalive.value().isZero() || keepalive.value().compareTo(lifetime) < 0;
        if (isWell || !both.isChosen()) {
            return Verdict.PASS;
        }
        return Verdict.violation(finding(
                        client,
                        client.poolKey(keepalive.key()) + " (" + Words.of(keepalive.value())
                                + ") is not below max-lifetime (" + Words.of(lifetime) + ")",
                        "HikariCP switches the keep-alive off with one warning at start. A firewall or load balancer cuts idle"
                                + " connections, and the first requests after a quiet hour fail.",
                        Edits.pool(client, keepalive.key(), String.valueOf(lifetime.toMillis() / 2)),
                        both.read())
                .mendedSafely());
    }
}
