package dev.tautline.check.rules.pooling;

import dev.tautline.check.RouteRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Route;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;
import java.time.Duration;

/// The pooler keeps a query waiting for longer than the client listens.
public final class PoolerQueueOutlastsClient implements RouteRule {
    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Route route) {
        return PooledRoute.of(
                route,
                pooled -> Rule.given(
                        pooled.get(PgBouncerKeys.QUERY_WAIT_TIMEOUT),
                        wait -> Rule.chosen(
                                pooled.client().get(PgjdbcKeys.SOCKET_TIMEOUT), read -> judge(pooled, wait, read))));
    }

    private Verdict judge(PooledRoute pooled, Setting.Known<Duration> wait, Setting.Known<Duration> read) {
        if (read.value().isZero() || wait.value().compareTo(read.value()) <= 0) {
            return Verdict.PASS;
        }
        return Verdict.violation(finding(
                pooled.route(),
                "PgBouncer keeps a query waiting for " + Words.of(wait.value()) + ", the client listens for "
                        + Words.of(read.value()),
                "When the pooler is full, the application reports \"Read timed out\" and people look for a slow query"
                        + " or a broken network.",
                new Edit.Decide(
                        wait.isChosen() ? wait.origin() : read.origin(),
                        "set query_wait_timeout below " + read.value().toSeconds() + " in pgbouncer.ini"),
                wait.isChosen() ? Evidence.of(wait) : Evidence.of(read),
                wait.isChosen() ? Evidence.of(read) : Evidence.of(wait)));
    }
}
