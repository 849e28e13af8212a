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

/// A `keepaliveTime` that is not below `maxLifetime` is switched off by the pool.
public final class KeepaliveNotBelowMaxLifetime implements ClientRule {
    /// Below this, HikariCP 7.1.0 puts `maxLifetime` back to its default before it compares; that is another
    /// rule's matter.
    private static final Duration MINIMUM_LIFETIME = Duration.ofSeconds(30);

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
                client,
                () -> Rule.given(
                        client.get(HikariKeys.KEEPALIVE_TIME),
                        keepalive -> Rule.given(
                                client.get(HikariKeys.MAX_LIFETIME), lifetime -> judge(client, keepalive, lifetime))));
    }

    private Verdict judge(Client client, Setting.Known<Duration> keepalive, Setting.Known<Duration> lifetime) {
        var isInForce = keepalive.value().isZero()
                || lifetime.value().compareTo(MINIMUM_LIFETIME) < 0
                || keepalive.value().compareTo(lifetime.value()) < 0;
        if (isInForce || !(keepalive.isChosen() || lifetime.isChosen())) {
            return Verdict.PASS;
        }
        var first = keepalive.isChosen() ? keepalive : lifetime;
        var second = keepalive.isChosen() ? lifetime : keepalive;
        return Verdict.violation(finding(
                client,
                client.poolKey(keepalive.key()) + " (" + Words.of(keepalive.value()) + ") is not below max-lifetime ("
                        + Words.of(lifetime.value()) + ")",
                "HikariCP switches the keep-alive off with one warning at start. A firewall or load balancer cuts idle"
                        + " connections, and the first requests after a quiet hour fail.",
                Edits.pool(
                        client, keepalive.key(), String.valueOf(lifetime.value().toMillis() / 2)),
                Evidence.of(first),
                Evidence.of(second)));
    }
}
