package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Reach;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.settings.Setting;
import java.time.Duration;

/// A request waits longer for a connection than anybody waits for the page.
public final class ConnectionTimeoutExceedsRequestBudget implements ClientRule {
    /// After ten seconds a person turns to something else (J. Nielsen, "Response Times: The 3 Important
    /// Limits").
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration SHORT = Duration.ofSeconds(3);

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
        return Reach.PRODUCTION;
    }

    @Override
    public Verdict judge(Client client) {
        return PoolView.of(
                client,
                PoolView.ALL,
                pool -> client.libraries().hasWeb().orElse(true)
                        ? Rule.given(pool.acquire(), wait -> judge(pool, wait))
                        : Verdict.notApplicable("answers no web requests"));
    }

    private Verdict judge(PoolView pool, Setting.Known<Duration> wait) {
        return pool.keys().waitsForEver(wait.value())
                ? Verdict.notApplicable("acquire-waits-for-ever says so")
                : judge(pool.client(), wait);
    }

    private Verdict judge(Client client, Setting.Known<Duration> wait) {
        if (wait.value().compareTo(PATIENCE) <= 0) {
            return Verdict.PASS;
        }
        return Verdict.violation(finding(
                client,
                "a request may wait " + Words.of(wait.value()) + " for a connection",
                "When the database stalls, all request threads end up waiting in the pool: pages without any query hang, too,"
                        + " health checks included, and people have left before the error comes.",
                Edits.pool(client, wait.key(), PoolView.written(wait.key(), SHORT)),
                wait.isChosen()
                        ? new Evidence[] {Evidence.of(wait)}
                        : new Evidence[] {ClientRule.url(client), Evidence.of(wait)}));
    }
}
