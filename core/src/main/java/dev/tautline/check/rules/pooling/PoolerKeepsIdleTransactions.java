package dev.tautline.check.rules.pooling;

import dev.tautline.check.RouteRule;
import dev.tautline.check.Rule;
import dev.tautline.check.SessionSettings;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Route;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Setting;
import java.time.Duration;

/// A transaction that somebody forgot holds one of few server sessions for ever.
public final class PoolerKeepsIdleTransactions implements RouteRule {
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
        return PooledRoute.shared(
                route,
                (pooled, mode) -> route.servers().isEmpty()
                        ? Verdict.undecided("the server's idle_in_transaction_session_timeout is not known")
                        : Rule.given(
                                pooled.get(PgBouncerKeys.IDLE_TRANSACTION_TIMEOUT),
                                limit -> Rule.given(
                                        route.servers()
                                                .getFirst()
                                                .get(PostgresKeys.IDLE_IN_TRANSACTION_SESSION_TIMEOUT),
                                        server -> judge(pooled, mode, limit, server))));
    }

    private Verdict judge(
            PooledRoute pooled,
            Setting.Known<String> mode,
            Setting.Known<Duration> limit,
            Setting.Known<Duration> server) {
        var ofClient = SessionSettings.of(pooled.client())
                .get(PostgresKeys.IDLE_IN_TRANSACTION_SESSION_TIMEOUT)
                .chosen();
        if (!limit.value().isZero() || !server.value().isZero() || ofClient.isPresent()) {
            return Verdict.PASS;
        }
        return Verdict.violation(finding(
                pooled.hop().label(),
                "nobody ends an idle transaction in " + mode.value() + " pooling",
                "A few hung clients keep all server sessions; everyone else waits in the pooler while the database has"
                        + " nothing to do.",
                new Edit.Add(mode.origin(), "idle_transaction_timeout", "60"),
                Evidence.of(mode),
                Evidence.of(limit),
                Evidence.of(server)));
    }
}
