package dev.tautline.check.rules.pooling;

import dev.tautline.check.RouteRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Route;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;

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
                        pooled.get(PgBouncerKeys.MAX_PREPARED_STATEMENTS),
                        kept -> Rule.given(
                                pooled.client().get(PgjdbcKeys.PREPARE_THRESHOLD),
                                threshold -> judge(pooled, mode, kept, threshold))));
    }

    private Verdict judge(
            PooledRoute pooled,
            Setting.Known<String> mode,
            Setting.Known<Integer> kept,
            Setting.Known<Integer> threshold) {
        var simple = pooled.client()
                .get(PgjdbcKeys.PREFER_QUERY_MODE)
                .knownValue()
                .filter("simple"::equals)
                .isPresent();
        if (kept.value() > 0 || threshold.value() == 0 || simple) {
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
                        "set max_prepared_statements to 200 (PgBouncer 1.21 or newer), or append prepareThreshold=0 to"
                                + " the URL"),
                first,
                Evidence.of(mode),
                Evidence.of(threshold)));
    }
}
