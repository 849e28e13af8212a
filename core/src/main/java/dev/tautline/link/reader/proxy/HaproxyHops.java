package dev.tautline.link.reader.proxy;

import dev.tautline.link.Hop;
import dev.tautline.link.HopTarget;
import dev.tautline.link.Stage;
import dev.tautline.settings.HaproxyKeys;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Versions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Makes a hop of each `listen`, and of each `frontend` with the backend that it uses, if it leads to databases.
final class HaproxyHops {
    /// PostgreSQL, PgBouncer, MySQL, MySQL Router and ProxySQL, on their usual ports and the next one.
    private static final Set<Integer> DATABASE_PORTS =
            Set.of(5432, 5433, 6432, 3306, 3307, 6033, 6446, 6447, 26257, 5430, 5434, 5435, 5436);

    /// Those that nobody gives to a web server.
    private static final Set<Integer> UNMISTAKABLE_PORTS = Set.of(5432, 6432, 3306, 6033);

    private final HaproxyFile file;

    HaproxyHops(HaproxyFile file) {
        this.file = file;
    }

    List<Hop> all() {
        var hops = new ArrayList<Hop>();
        file.of("listen").forEach(listen -> hop(listen, listen).ifPresent(hops::add));
        file.of("frontend")
                .forEach(front ->
                        backend(front).flatMap(back -> hop(front, back)).ifPresent(hops::add));
        return hops;
    }

    /// The default backend; without one, the first that a rule names.
    private Optional<HaproxySection> backend(HaproxySection front) {
        return front.lines("default_backend").stream()
                .findFirst()
                .or(() -> front.lines("use_backend").stream().findFirst())
                .flatMap(line -> file.find("backend", line.word(1)));
    }

    private Optional<Hop> hop(HaproxySection front, HaproxySection back) {
        var binds = binds(front);
        var ports = new LinkedHashSet<Integer>();
        binds.stream().filter(bind -> bind.port() != 0).forEach(bind -> ports.add(bind.port()));
        var names = new LinkedHashSet<String>();
        binds.stream()
                .filter(bind -> bind.isResolved() && !bind.isLoopback() && !Addresses.isEverywhere(bind.host()))
                .forEach(bind -> names.add(bind.host()));
        var targets = new HaproxyServers(ports.size() == 1 ? ports.getFirst() : 0).of(back);
        var settings = settings(front, back);
        return leadsToDatabases(settings, targets)
                ? Optional.of(new Hop(
                        front.name(),
                        Hop.Kind.BALANCER,
                        Product.HAPROXY,
                        names,
                        ports,
                        targets,
                        settings,
                        Optional.empty(),
                        Stage.UNKNOWN,
                        front.origin()))
                : Optional.empty();
    }

    private static List<HostPort> binds(HaproxySection front) {
        return front.lines("bind").stream()
                .flatMap(line -> line.written(1).stream())
                .flatMap(bind -> List.of(bind.text().split(",", -1)).stream()
                        .flatMap(one -> Addresses.parse(one, 0, bind.origin()).stream()))
                .toList();
    }

    /// The times and the check of the backend hold, save for what only a frontend has.
    private Settings settings(HaproxySection front, HaproxySection back) {
        var settings = Settings.builder(Versions.UNKNOWN);
        var ofFront = front.settings("");
        ofFront.forEach(settings::put);
        back.settings("").forEach((key, written) -> {
            var isOfFront = key.equals(HaproxyKeys.TIMEOUT_CLIENT)
                    || key.equals(HaproxyKeys.MAXCONN)
                    || key.equals(HaproxyKeys.MODE);
            if (!isOfFront || !ofFront.containsKey(key)) {
                settings.put(key, written);
            }
        });
        file.of("global").forEach(global -> global.settings("global.").forEach(settings::put));
        Stream.concat(back.lines("server").stream(), back.lines("server-template").stream())
                .flatMap(line -> resolvers(line).stream())
                .findFirst()
                .ifPresent(section -> section.settings("resolvers.").forEach(settings::put));
        return settings.build();
    }

    private Optional<HaproxySection> resolvers(HaproxyLine server) {
        for (int i = 0; i < server.words().size(); i++) {
            if (server.word(i).equals("resolvers")) {
                return file.find("resolvers", server.word(i + 1));
            }
        }
        return Optional.empty();
    }

    private static boolean leadsToDatabases(Settings settings, List<HopTarget> targets) {
        var mode = settings.get(HaproxyKeys.MODE).knownValue();
        if (mode.filter("http"::equals).isPresent()) {
            return targets.stream()
                    .flatMap(target -> target.address().stream())
                    .anyMatch(address -> UNMISTAKABLE_PORTS.contains(address.port()));
        }
        if (mode.filter("tcp"::equals).isEmpty()) {
            return false;
        }
        return settings.get(HaproxyKeys.OPTION_PGSQL_CHECK).known().isPresent()
                || settings.get(HaproxyKeys.OPTION_MYSQL_CHECK).known().isPresent()
                || targets.stream()
                        .flatMap(target -> target.address().stream())
                        .anyMatch(address -> DATABASE_PORTS.contains(address.port()));
    }
}
