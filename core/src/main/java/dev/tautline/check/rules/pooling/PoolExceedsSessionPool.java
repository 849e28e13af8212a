package dev.tautline.check.rules.pooling;

import dev.tautline.check.ClientRule;
import dev.tautline.check.RouteRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Route;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.Setting;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// Session pooling gives each of a pool's connections a server session, and there are fewer of those.
public final class PoolExceedsSessionPool implements RouteRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
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
                        pooled.mode(),
                        mode -> mode.value().equals("session")
                                ? ClientRule.onHikari(
                                        route.client(),
                                        () -> Rule.given(
                                                route.client().get(HikariKeys.MAXIMUM_POOL_SIZE),
                                                size -> Rule.given(
                                                        pooled.ofTarget(PgBouncerKeys.DATABASES_POOL_SIZE)
                                                                .orElseGet(() ->
                                                                        pooled.get(PgBouncerKeys.DEFAULT_POOL_SIZE)),
                                                        sessions -> judge(pooled, size, sessions))))
                                : Verdict.notApplicable("a connection holds no server session")));
    }

    private Verdict judge(PooledRoute pooled, Setting.Known<Integer> size, Setting.Known<Integer> sessions) {
        var reserve = pooled.get(PgBouncerKeys.RESERVE_POOL_SIZE).knownValue().orElse(0);
        var cap = cap(pooled).filter(limit -> limit.value() < sessions.value() + reserve);
        var most = cap.map(Setting.Known::value).orElse(sessions.value() + reserve);
        return size.value() <= most
                ? Verdict.PASS
                : Verdict.violation(finding(pooled, size, cap.orElse(sessions), most));
    }

    /// The smallest limit over all pools of the database, or of the user.
    private static Optional<Setting.Known<Integer>> cap(PooledRoute pooled) {
        return Stream.of(
                        pooled.ofTarget(PgBouncerKeys.DATABASES_MAX_DB_CONNECTIONS)
                                .orElseGet(() -> pooled.get(PgBouncerKeys.MAX_DB_CONNECTIONS)),
                        pooled.get(PgBouncerKeys.MAX_USER_CONNECTIONS))
                .flatMap(limit -> limit.chosen().stream())
                .filter(limit -> limit.value() > 0)
                .min(Comparator.comparing(Setting.Known::value));
    }

    private Finding finding(
            PooledRoute pooled, Setting.Known<Integer> size, Setting.Known<Integer> sessions, int most) {
        var isSizeFirst = size.isChosen() || !sessions.isChosen();
        var first = isSizeFirst ? size : sessions;
        return finding(
                pooled.route(),
                "the pool opens " + size.value() + " connections; session pooling has " + most
                        + " server sessions for them",
                "Under load the connections beyond that hang in their first query until PgBouncer gives up, while the"
                        + " database has nothing to do.",
                new Edit.Decide(first.origin(), "use pool_mode = transaction, or a smaller maximum-pool-size"),
                Evidence.of(first),
                Evidence.of(isSizeFirst ? sessions : size));
    }
}
