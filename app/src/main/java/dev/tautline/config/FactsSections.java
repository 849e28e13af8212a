package dev.tautline.config;

import dev.tautline.link.Hop;
import dev.tautline.link.HopTarget;
import dev.tautline.link.Server;
import dev.tautline.link.Stage;
import dev.tautline.settings.BalancerKeys;
import dev.tautline.settings.HaproxyKeys;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.MySqlKeys;
import dev.tautline.settings.Origin;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.ProxySqlKeys;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Version;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Vocabulary;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Reads the sections `servers` and `hops` of `taut.yaml`.
final class FactsSections {
    private static final Set<String> SERVER =
            new TreeSet<>(List.of("address", "name", "product", "settings", "version"));
    private static final Set<String> HOP =
            new TreeSet<>(List.of("address", "name", "product", "settings", "target", "version"));
    private static final Pattern ADDRESS =
            Pattern.compile("(?<host>[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:]+])(?::(?<port>\\d{1,5}))?");
    private static final int MAX_PORT = 65535;

    private static final Map<String, Kind> SERVERS = new TreeMap<>(Map.of(
            "postgresql",
                    new Kind(
                            Product.POSTGRESQL,
                            PostgresKeys.VOCABULARY,
                            5432,
                            Optional.of(PostgresKeys.MAX_CONNECTIONS)),
            "mysql", new Kind(Product.MYSQL, MySqlKeys.VOCABULARY, 3306, Optional.of(MySqlKeys.MAX_CONNECTIONS)),
            "mariadb", new Kind(Product.MARIADB, MySqlKeys.VOCABULARY, 3306, Optional.of(MySqlKeys.MAX_CONNECTIONS))));
    private static final Map<String, Kind> HOPS = new TreeMap<>(Map.of(
            "pgbouncer", new Kind(Product.PGBOUNCER, PgBouncerKeys.VOCABULARY, 6432, Optional.empty()),
            "proxysql", new Kind(Product.PROXYSQL, ProxySqlKeys.VOCABULARY, 6033, Optional.empty()),
            "haproxy", new Kind(Product.HAPROXY, HaproxyKeys.VOCABULARY, 5432, Optional.empty()),
            "load-balancer", new Kind(Product.LOAD_BALANCER, BalancerKeys.VOCABULARY, 5432, Optional.empty())));
    private static final Set<Product> POOLERS = Set.of(Product.PGBOUNCER, Product.PROXYSQL);

    /// One product: its settings, its usual port, and the setting whose documented default says nothing about a managed
    /// database, because providers compute it from the size of the machine.
    private record Kind(Product product, Vocabulary vocabulary, int port, Optional<SettingKey<Integer>> computed) {}

    private FactsSections() {}

    static KnownFacts read(YamlMap root) {
        return new KnownFacts(
                root.list("servers", SERVER).stream()
                        .flatMap(map -> server(map).stream())
                        .toList(),
                root.list("hops", HOP).stream()
                        .flatMap(map -> hop(map).stream())
                        .toList());
    }

    private static Optional<Server> server(YamlMap map) {
        var kind = kind(map, SERVERS);
        var address = address(map, "address", kind.map(Kind::port).orElse(0));
        return kind.flatMap(known -> address.map(at -> new Server(
                map.text("name").orElse(at.host()),
                known.product(),
                Set.of(at.host().toLowerCase(Locale.ROOT)),
                settings(map, known),
                Optional.empty(),
                Optional.empty(),
                Stage.UNKNOWN,
                map.place("address"))));
    }

    private static Optional<Hop> hop(YamlMap map) {
        var kind = kind(map, HOPS);
        var address = address(map, "address", kind.map(Kind::port).orElse(0));
        var target = map.has("target") ? address(map, "target", 0) : Optional.<HostPort>empty();
        return kind.flatMap(known -> address.map(at -> new Hop(
                map.text("name").orElse(at.host()),
                POOLERS.contains(known.product()) ? Hop.Kind.POOLER : Hop.Kind.BALANCER,
                known.product(),
                Set.of(at.host().toLowerCase(Locale.ROOT)),
                Set.of(at.port()),
                target.map(to -> List.of(new HopTarget("*", Optional.of(to), Settings.EMPTY, map.place("target"))))
                        .orElse(List.of()),
                settings(map, known),
                Optional.empty(),
                Stage.UNKNOWN,
                map.place("address"))));
    }

    private static Optional<Kind> kind(YamlMap map, Map<String, Kind> kinds) {
        if (map.required("product").isEmpty()) {
            return Optional.empty();
        }
        return map.word("product", kinds.keySet()).map(kinds::get);
    }

    private static Optional<HostPort> address(YamlMap map, String key, int usualPort) {
        var text = map.required(key);
        var parts = ADDRESS.matcher(text);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var port = parts.matches() && parts.group("port") != null ? Integer.parseInt(parts.group("port")) : usualPort;
        if (!parts.matches() || port > MAX_PORT) {
            map.problem(key, "'" + text + "' is no address; allowed: HOST or HOST:PORT");
            return Optional.empty();
        }
        return Optional.of(new HostPort(parts.group("host").replaceAll("[\\[\\]]", ""), port, map.place(key)));
    }

    private static Settings settings(YamlMap map, Kind kind) {
        var settings = Settings.builder(versions(map, kind.product()));
        kind.computed().ifPresent(key -> settings.put(key, untold(key, map.place("address"))));
        for (var entry : map.entries("settings")) {
            var key = kind.vocabulary().find(entry.name());
            if (key.isEmpty()) {
                map.problem(
                        entry.keyAt(),
                        kind.product().title() + " has no setting '" + entry.name() + "'"
                                + kind.vocabulary()
                                        .nearest(entry.name())
                                        .map(name -> "; nearest: '" + name + "'")
                                        .orElse(""));
            } else if (key.get().type().read(entry.text()).isEmpty()) {
                map.problem(
                        entry.at(),
                        "'" + entry.name() + "' is '" + entry.text() + "', allowed: "
                                + key.get().type().allowed());
            } else {
                settings.put(key.get(), Written.of(entry.name(), entry.text(), entry.at()));
            }
        }
        return settings.build();
    }

    private static Written untold(SettingKey<?> key, Origin at) {
        return new Written(key.name(), "not told", at, List.of(key.name()));
    }

    private static Versions versions(YamlMap map, Product product) {
        var text = map.text("version");
        if (text.isEmpty()) {
            return Versions.UNKNOWN;
        }
        var version = Version.of(text.get());
        if (version.numbers().isEmpty()) {
            map.problem("version", "'" + text.get() + "' is no version; an example: \"16.4\"");
        }
        return new Versions(Map.of(product, new Versions.Detected(version, map.place("version"), "")));
    }
}
