package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.settings.Setting;
import java.time.Duration;

/// A request that finds no free connection waits without a limit.
public final class AcquireWaitsForEver implements ClientRule {
    private static final Duration SHORT = Duration.ofSeconds(3);

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
        return PoolView.of(
                client,
                PoolView.ALL,
                pool -> client.libraries().hasWeb().orElse(true)
                        ? Rule.given(pool.acquire(), acquire -> judge(pool, acquire))
                        : Verdict.notApplicable("answers no web requests"));
    }

    private Verdict judge(PoolView pool, Setting.Known<Duration> acquire) {
        var client = pool.client();
        return pool.keys().waitsForEver(acquire.value())
                ? Verdict.violation(finding(
                        client,
                        client.pool().title() + " lets a request wait for ever for a connection ("
                                + client.poolKey(acquire.key()) + " is " + Words.of(acquire.value()) + ")",
                        "When the database stalls, every request thread is parked in the pool and none gets an error:"
                                + " the whole service stands still, health checks included, until it is restarted.",
                        Edits.pool(client, acquire.key(), PoolView.written(acquire.key(), SHORT)),
                        pool.evidence(acquire)))
                : Verdict.PASS;
    }
}
