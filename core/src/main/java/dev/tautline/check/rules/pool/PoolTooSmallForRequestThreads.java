package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Framework;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;
import java.util.Optional;
import java.util.stream.Stream;

/// The pool has so few connections that requests wait for one although the database is idle.
public final class PoolTooSmallForRequestThreads implements ClientRule {
    /// HikariCP's default of 10 beside Tomcat's default of 200 is 20 threads per connection and common;
    /// beyond this many, requests queue for a connection even when each query is fast.
    private static final int MAX_THREADS_PER_CONNECTION = 50;

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
        return PoolView.of(client, PoolView.ALL, pool -> {
            var isWeb = client.libraries().hasWeb().orElse(true)
                    && !client.get(SpringKeys.WEB_APPLICATION_TYPE).knownValue().equals(Optional.of("none"));
            return isWeb
                    ? Rule.given(pool.most(), size -> judge(client, size))
                    : Verdict.notApplicable("answers no web requests");
        });
    }

    private Verdict judge(Client client, Setting.Known<Integer> size) {
        if (size.value() < 1) {
            return Verdict.notApplicable("zero or less is refused, or means no limit; maximum-size-not-positive tells");
        }
        return size.value() <= 1 && client.application().framework() != Framework.SPRING_BOOT
                ? Verdict.violation(finding(client, size, "all requests"))
                : ClientRule.ofSpring(client, SpringKeys.TOMCAT_THREADS_MAX, threads -> judge(client, size, threads));
    }

    private Verdict judge(Client client, Setting.Known<Integer> size, Setting.Known<Integer> threads) {
        if (size.value() > 1 && size.value() * MAX_THREADS_PER_CONNECTION > threads.value()) {
            return Verdict.PASS;
        }
        var isVirtual = client.get(SpringKeys.VIRTUAL_THREADS).knownValue().orElse(false);
        var callers = isVirtual ? "any number of virtual threads" : threads.value() + " request threads";
        return Verdict.violation(finding(client, size, callers, Evidence.of(threads)));
    }

    private Finding finding(Client client, Setting.Known<Integer> size, String callers, Evidence... threads) {
        return finding(
                client,
                client.poolKey(size.key()) + " is " + size.value() + " for " + callers,
                "Requests wait in line for a connection: pages get slow, then fail with \"Connection is not available,"
                        + " request timed out\" or the like, while the database is idle and shows no slow query.",
                Edits.pool(client, size.key(), "20"),
                Stream.concat(Stream.of(Evidence.of(size)), Stream.of(threads)).toArray(Evidence[]::new));
    }
}
