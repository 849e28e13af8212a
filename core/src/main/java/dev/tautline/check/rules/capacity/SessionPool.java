package dev.tautline.check.rules.capacity;

import dev.tautline.finding.Evidence;
import dev.tautline.link.Client;
import dev.tautline.link.Hop;
import dev.tautline.link.HopTarget;
import dev.tautline.link.Instances;
import dev.tautline.link.Link;
import dev.tautline.link.Route;
import dev.tautline.link.Server;
import dev.tautline.link.Workload;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.SpringKeys;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The sessions that one PgBouncer keeps for one user and database.
record SessionPool(Hop hop, String database, String user) {
    /// The pools that the routes to a server need; a user that is not known counts once.
    static List<SessionPool> of(Server server, List<Route> routes) {
        return routes.stream()
                .filter(route -> route.servers().contains(server))
                .filter(route -> !route.client().profile().isDevelopment())
                .flatMap(route -> route.hops().stream()
                        .filter(hop -> hop.product() == Product.PGBOUNCER)
                        .reduce((nearer, nearest) -> nearest)
                        .map(hop -> of(route.client(), hop))
                        .stream())
                .distinct()
                .toList();
    }

    /// The pools of poolers that no client here calls, one for each line that names a database: they lead to a server
    /// by its name, or to the only one there is, as long as all lines mean one machine.
    static List<SessionPool> ofPoolersAlone(Server server, Link link, Collection<Route> routes) {
        return link.hops().stream()
                .filter(hop -> hop.product() == Product.PGBOUNCER)
                .filter(hop -> routes.stream().noneMatch(route -> route.hops().contains(hop)))
                .filter(hop -> leadsTo(hop, server, link))
                .flatMap(hop -> hop.targets().stream()
                        .filter(target -> !target.name().equals("*"))
                        .map(target -> new SessionPool(
                                hop,
                                target.name(),
                                target.get(PgBouncerKeys.DATABASES_USER)
                                        .knownValue()
                                        .orElse(""))))
                .toList();
    }

    private static boolean leadsTo(Hop hop, Server server, Link link) {
        var hosts = hop.targets().stream()
                .map(target -> target.address().map(HostPort::host).orElse(""))
                .distinct()
                .toList();
        var isOnly = link.servers().stream()
                        .filter(one -> one.product() == Product.POSTGRESQL)
                        .count()
                == 1;
        return hosts.size() == 1
                && (server.names().contains(hosts.getFirst().toLowerCase(Locale.ROOT))
                        || (isOnly && server.names().isEmpty()));
    }

    private static SessionPool of(Client client, Hop hop) {
        var database = client.url().flatMap(JdbcUrl::database).orElse("");
        var forced = target(hop, database)
                .flatMap(target -> target.get(PgBouncerKeys.DATABASES_USER).knownValue());
        var user = forced.or(() -> client.get(SpringKeys.DATASOURCE_USERNAME).knownValue());
        return new SessionPool(hop, database, user.orElse(""));
    }

    /// How many sessions at most, over all copies of the pooler; empty where that cannot be told.
    Optional<Integer> sessions() {
        var copies =
                hop.workload().map(Workload::instances).flatMap(Instances::most).orElse(1);
        return size().flatMap(size -> cap().map(cap -> cap > 0 ? Math.min(size, cap) : size))
                .map(size -> size * copies);
    }

    Evidence read() {
        var size = value(PgBouncerKeys.DATABASES_POOL_SIZE, PgBouncerKeys.DEFAULT_POOL_SIZE)
                .known()
                .orElseThrow();
        return size.isChosen()
                ? Evidence.of(size)
                : new Evidence("default_pool_size", size.value() + ", by default", hop.origin());
    }

    private Optional<Integer> size() {
        return value(PgBouncerKeys.DATABASES_POOL_SIZE, PgBouncerKeys.DEFAULT_POOL_SIZE)
                .knownValue()
                .flatMap(size -> value(PgBouncerKeys.DATABASES_RESERVE_POOL_SIZE, PgBouncerKeys.RESERVE_POOL_SIZE)
                        .knownValue()
                        .map(reserve -> size + reserve));
    }

    private Optional<Integer> cap() {
        return value(PgBouncerKeys.DATABASES_MAX_DB_CONNECTIONS, PgBouncerKeys.MAX_DB_CONNECTIONS)
                .knownValue();
    }

    /// What the line of the database says, else the pooler.
    private Setting<Integer> value(SettingKey<Integer> ofLine, SettingKey<Integer> ofPooler) {
        return target(hop, database)
                .map(target -> target.get(ofLine))
                .filter(setting -> !(setting instanceof Setting.Unset<Integer>))
                .orElseGet(() -> hop.get(ofPooler));
    }

    private static Optional<HopTarget> target(Hop hop, String database) {
        return hop.targetsFor(Optional.of(database)).stream().findFirst();
    }
}
