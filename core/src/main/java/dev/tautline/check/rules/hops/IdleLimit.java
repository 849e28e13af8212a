package dev.tautline.check.rules.hops;

import dev.tautline.link.Hop;
import dev.tautline.link.Route;
import dev.tautline.link.Server;
import dev.tautline.settings.BalancerKeys;
import dev.tautline.settings.HaproxyKeys;
import dev.tautline.settings.MySqlKeys;
import dev.tautline.settings.NginxKeys;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.PgpoolKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.ProxySqlKeys;
import dev.tautline.settings.RdsProxyKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A limit on the way after which a silent connection is cut.
record IdleLimit(String by, Setting.Known<Duration> limit) {
    private static final List<SettingKey<Duration>> OF_HOPS = List.of(
            BalancerKeys.IDLE_TIMEOUT,
            HaproxyKeys.TIMEOUT_CLIENT,
            HaproxyKeys.TIMEOUT_SERVER,
            PgBouncerKeys.CLIENT_IDLE_TIMEOUT,
            PgpoolKeys.CLIENT_IDLE_LIMIT,
            NginxKeys.PROXY_TIMEOUT,
            RdsProxyKeys.IDLE_CLIENT_TIMEOUT,
            ProxySqlKeys.WAIT_TIMEOUT);

    /// The shortest limit that somebody set on a route, if any.
    static Optional<IdleLimit> shortest(Route route) {
        var limits = new ArrayList<IdleLimit>();
        for (var hop : route.hops()) {
            limits.addAll(of(hop));
            if (hop.kind() == Hop.Kind.POOLER) {
                return least(limits);
            }
        }
        route.servers().forEach(server -> limits.addAll(of(server)));
        return least(limits);
    }

    private static Optional<IdleLimit> least(List<IdleLimit> limits) {
        return limits.stream()
                .filter(one -> one.limit().value().isPositive())
                .min(Comparator.comparing(one -> one.limit().value()));
    }

    /// In HAProxy `timeout tunnel` takes the place of the two others once both sides have talked.
    private static List<IdleLimit> of(Hop hop) {
        var tunnel = chosen(hop.label(), hop.settings(), List.of(HaproxyKeys.TIMEOUT_TUNNEL));
        return tunnel.isEmpty() ? chosen(hop.label(), hop.settings(), OF_HOPS) : tunnel;
    }

    private static List<IdleLimit> of(Server server) {
        return chosen(
                server.label(), server.settings(), List.of(PostgresKeys.IDLE_SESSION_TIMEOUT, MySqlKeys.WAIT_TIMEOUT));
    }

    private static List<IdleLimit> chosen(String by, Settings settings, List<SettingKey<Duration>> keys) {
        return keys.stream()
                .flatMap(key -> settings.get(key).chosen().stream())
                .map(limit -> new IdleLimit(by, limit))
                .toList();
    }
}
