package dev.tautline.check.rules.pooling;

import dev.tautline.check.RouteRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Route;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.Settings;
import dev.tautline.settings.SpringKeys;
import dev.tautline.settings.UrlScheme;

/// The driver prepares statements on one server session and runs them on another.
public final class PreparedStatementsThroughTransactionPooling implements RouteRule {
    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Route route) {
        return PooledRoute.shared(
                route,
                (pooled, mode) -> Rule.given(
                        pooled.get(PgBouncerKeys.MAX_PREPARED_STATEMENTS), kept -> judge(pooled, mode, kept)));
    }

    private Verdict judge(PooledRoute pooled, Setting.Known<String> mode, Setting.Known<Integer> kept) {
        return isReactive(pooled.client())
                ? Rule.given(
                        statementCache(pooled.client()),
                        cache -> judge(pooled, mode, kept, cache, "preparedStatementCacheQueries=0"))
                : Rule.given(
                        pooled.client().get(PgjdbcKeys.PREPARE_THRESHOLD),
                        threshold -> judge(pooled, mode, kept, threshold, "prepareThreshold=0"));
    }

    private static boolean isReactive(Client client) {
        return client.url()
                .filter(url -> url.scheme().form() == UrlScheme.Form.R2DBC)
                .isPresent();
    }

    /// The reactive driver has an option of its own, in the URL or below `spring.r2dbc.properties`.
    private static Setting<Integer> statementCache(Client client) {
        var key = SpringKeys.R2DBC_STATEMENT_CACHE;
        return client.url()
                .flatMap(url -> url.parameter("preparedStatementCacheQueries"))
                .map(parameter -> Settings.builder(client.settings().versions())
                        .put(key, parameter.written())
                        .build()
                        .get(key))
                .orElseGet(() -> client.get(key));
    }

    private Verdict judge(
            PooledRoute pooled,
            Setting.Known<String> mode,
            Setting.Known<Integer> kept,
            Setting.Known<Integer> prepared,
            String off) {
        var simple = pooled.client()
                .get(PgjdbcKeys.PREFER_QUERY_MODE)
                .knownValue()
                .filter("simple"::equals)
                .isPresent();
        if (kept.value() > 0 || prepared.value() == 0 || simple) {
            return Verdict.PASS;
        }
        var first = kept.isChosen() ? Evidence.of(kept) : Evidence.of(mode);
        return Verdict.violation(finding(
                pooled.route(),
                "prepared statements of the driver meet " + mode.value() + " pooling without support for them",
                "Under load queries fail with 42P05 \"prepared statement S_1 already exists\" or 26000"
                        + " \"does not exist\", at random, for every user.",
                new Edit.Decide(
                        first.origin(),
                        "set max_prepared_statements to 200 (PgBouncer 1.21 or newer), or append " + off
                                + " to the URL"),
                first,
                Evidence.of(mode),
                Evidence.of(prepared)));
    }
}
