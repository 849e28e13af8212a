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

/// An `idleTimeout` that is not well below `maxLifetime` is switched off by the pool.
public final class IdleTimeoutNearMaxLifetime implements ClientRule {
    /// HikariCP 7.1.0, `HikariConfig.validateNumerics`.
    private static final Duration MARGIN = Duration.ofSeconds(1);

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
        return Lifetime.beside(client, HikariKeys.IDLE_TIMEOUT, both -> judge(client, both));
    }

    private Verdict judge(Client client, Both<Duration, Duration> both) {
        var lifetime = both.other().value();
        var isInForce = both.one().value().plus(MARGIN).compareTo(lifetime) <= 0;
        if (isInForce || !shrinks(client)) {
            return Verdict.PASS;
        }
        return Verdict.violation(finding(
                client,
                "idle-timeout (" + Words.of(both.one().value()) + ") is not below max-lifetime (" + Words.of(lifetime)
                        + ")",
                "HikariCP switches the idle time-out off with one warning at start: after a rush the"
                        + " pool stays as large as it was, and its connections are missing elsewhere.",
                Edits.pool(client, both.one().key(), String.valueOf(lifetime.toMillis() / 2)),
                both.read()));
    }

    /// A pool that cannot shrink has no use for the time-out.
    private static boolean shrinks(Client client) {
        var least = client.get(HikariKeys.MINIMUM_IDLE).knownValue();
        var most = client.get(HikariKeys.MAXIMUM_POOL_SIZE).knownValue();
        return least.isPresent() && most.isPresent() && least.get() >= 0 && least.get() < most.get();
    }
}
