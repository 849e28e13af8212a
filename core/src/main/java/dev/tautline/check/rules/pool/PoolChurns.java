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

/// The pool lets go of its connections after each rush, and opens them all anew in the next.
public final class PoolChurns implements ClientRule {
    /// Between two waves of requests more than a minute passes often, in a shop at night always.
    private static final Duration SHORT = Duration.ofMinutes(1);

    private static final int STEEP = 5;

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
        return ClientRule.onHikari(
                client,
                () -> Rule.chosen(
                        client.get(HikariKeys.IDLE_TIMEOUT),
                        idle -> Rule.chosen(
                                client.get(HikariKeys.MINIMUM_IDLE),
                                least -> Rule.given(
                                        client.get(HikariKeys.MAXIMUM_POOL_SIZE),
                                        most -> judge(client, idle, least, most)))));
    }

    private Verdict judge(
            Client client, Setting.Known<Duration> idle, Setting.Known<Integer> least, Setting.Known<Integer> most) {
        var isShort = idle.value().isPositive() && idle.value().compareTo(SHORT) <= 0;
        var isSteep = least.value() >= 0 && Math.max(1, least.value()) * STEEP <= most.value();
        return isShort && isSteep
                ? Verdict.violation(finding(
                        client,
                        "after " + Words.of(idle.value()) + " of quiet the pool shrinks from " + most.value() + " to "
                                + least.value(),
                        "Each rush begins with a wave of log-ins, one after the other, while the first"
                                + " requests wait; the server forks a process for each.",
                        Edits.pool(client, idle.key(), "600000"),
                        Evidence.of(idle),
                        Evidence.of(least),
                        Evidence.of(most)))
                : Verdict.PASS;
    }
}
