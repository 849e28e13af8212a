package dev.tautline.link.reader.proxy;

import dev.tautline.link.HopTarget;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Product;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The sections `[databases]` and `[users]` of a `pgbouncer.ini`.
final class PgBouncerDatabases {
    private static final int POSTGRES_PORT = 5432;

    /// A written value and its key.
    record Mode(SettingKey<String> key, Written written) {}

    private PgBouncerDatabases() {}

    /// One target for each database and each of its hosts; the last line of a name wins, as in PgBouncer.
    static List<HopTarget> targets(PgBouncerLines lines, Collection<Problem> problems) {
        var targets = new ArrayList<HopTarget>();
        lines.in("databases").forEach(line -> {
            if (line.written().isResolved()
                    && !ConnectionString.parse(line.written()).isWhole()) {
                problems.add(new Problem(line.written().origin(), "PgBouncer refuses all but name=value pairs here"));
            }
            targets.removeIf(target -> target.name().equals(line.written().key()));
            targets.addAll(targets(line.written()));
        });
        return List.copyOf(targets);
    }

    /// The pool mode of the first user who has one.
    static Optional<Mode> usersMode(PgBouncerLines lines) {
        return lines.in("users").stream()
                .flatMap(line -> ConnectionString.parse(line.written()).find("pool_mode").stream())
                .findFirst()
                .map(written -> new Mode(PgBouncerKeys.USERS_POOL_MODE, written));
    }

    private static List<HopTarget> targets(Written line) {
        var values = ConnectionString.parse(line);
        var settings = settings(values, line);
        var hosts = values.find("host");
        if (hosts.isEmpty() || hosts.get().text().startsWith("/")) {
            return List.of(new HopTarget(line.key(), Optional.empty(), settings, line.origin()));
        }
        var port = values.find("port").map(Addresses::port).orElse(POSTGRES_PORT);
        var targets = new ArrayList<HopTarget>();
        for (var host : hosts.get().text().split(",", -1)) {
            var address = new HostPort(host.strip(), port, hosts.get().origin());
            targets.add(new HopTarget(line.key(), Optional.of(address), settings, line.origin()));
        }
        return targets;
    }

    /// In a line with a hole, what looks like a name may be a part of what fills it.
    private static Settings settings(ConnectionString values, Written line) {
        var settings = Settings.builder(Versions.UNKNOWN);
        values.values().forEach(value -> {
            var key = PgBouncerKeys.VOCABULARY.find("databases." + value.key());
            key.ifPresent(known -> settings.put(known, value));
            if (key.isEmpty() && line.isResolved()) {
                settings.stray(new Settings.Stray(Product.PGBOUNCER, value.key(), value));
            }
        });
        return settings.build();
    }
}
