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
import dev.tautline.settings.SpringKeys;
import java.time.Duration;

/// Any number of requests waits for a small number of connections.
public final class VirtualThreadsFloodPool implements ClientRule {
    /// Where a thread for each request was the limit, Tomcat's 200 was it; a pool of that size has no flood.
    private static final int WIDE = 100;

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
                () -> client.libraries().hasWeb().orElse(true)
                        ? Rule.chosen(
                                client.get(SpringKeys.VIRTUAL_THREADS),
                                virtual -> virtual.value() ? judgeFlood(client, virtual) : Verdict.PASS)
                        : Verdict.notApplicable("answers no web requests"));
    }

    private Verdict judgeFlood(Client client, Setting.Known<Boolean> virtual) {
        return Rule.given(
                client.get(HikariKeys.MAXIMUM_POOL_SIZE),
                size -> Rule.given(
                        client.get(HikariKeys.CONNECTION_TIMEOUT), wait -> judge(client, virtual, size, wait)));
    }

    private Verdict judge(
            Client client, Setting.Known<Boolean> virtual, Setting.Known<Integer> size, Setting.Known<Duration> wait) {
        var isShort = wait.value().isPositive() && wait.value().compareTo(Duration.ofSeconds(10)) <= 0;
        return isShort || size.value() >= WIDE
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "any number of virtual threads may wait " + Words.of(wait.value()) + " for " + size.value()
                                + " connections",
                        "Nothing limits the requests any more. In a stall thousands of them wait in the pool,"
                                + " use up the memory, and are still served after their visitors have left.",
                        Edits.pool(client, HikariKeys.CONNECTION_TIMEOUT, "3000"),
                        Evidence.of(virtual),
                        Evidence.of(size),
                        Evidence.of(wait)));
    }
}
