package dev.tautline.check.rules.pooling;

import dev.tautline.check.Rule;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Hop;
import dev.tautline.link.HopTarget;
import dev.tautline.link.Route;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// A route through PgBouncer, and how it is pooled there.
record PooledRoute(Route route, Hop hop, Optional<HopTarget> target) {
    /// Judges a route with a PgBouncer on the way.
    static Verdict of(Route route, Function<PooledRoute, Verdict> judgement) {
        return route.hops().stream()
                .filter(hop -> hop.product() == Product.PGBOUNCER)
                .findFirst()
                .map(hop -> judgement.apply(new PooledRoute(route, hop, target(route, hop))))
                .orElseGet(() -> Verdict.notApplicable("no PgBouncer on the way"));
    }

    /// Judges a route on which a server session is not the client's for as long as it is connected.
    static Verdict shared(Route route, BiFunction<PooledRoute, Setting.Known<String>, Verdict> judgement) {
        return of(
                route,
                pooled -> Rule.given(
                        pooled.mode(),
                        mode -> mode.value().equals("session")
                                ? Verdict.notApplicable("session pooling")
                                : judgement.apply(pooled, mode)));
    }

    Client client() {
        return route.client();
    }

    <T> Setting<T> get(SettingKey<T> key) {
        return hop.get(key);
    }

    /// The mode of the database, else that of the pooler; not known where some user has another one.
    Setting<String> mode() {
        var ofUser = hop.get(PgBouncerKeys.USERS_POOL_MODE).known();
        if (ofUser.isPresent()) {
            return new Setting.Unresolved<>(
                    PgBouncerKeys.POOL_MODE,
                    "another one for some users",
                    ofUser.get().origin());
        }
        return ofTarget(PgBouncerKeys.DATABASES_POOL_MODE).orElseGet(() -> hop.get(PgBouncerKeys.POOL_MODE));
    }

    /// What the line of the database says, if it says anything.
    <T> Optional<Setting<T>> ofTarget(SettingKey<T> key) {
        return target.map(line -> line.get(key)).filter(setting -> !(setting instanceof Setting.Unset<T>));
    }

    private static Optional<HopTarget> target(Route route, Hop hop) {
        var database = route.client().url().flatMap(JdbcUrl::database).orElse("");
        return named(hop, database).or(() -> named(hop, "*"));
    }

    private static Optional<HopTarget> named(Hop hop, String name) {
        return hop.targets().stream()
                .filter(target -> target.name().equals(name))
                .findFirst();
    }
}
