package dev.tautline.link.reader.jakarta;

import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Written;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// The pool that Hibernate is told to use, by its provider class or by the keys that are written (Hibernate
/// ORM 7.4 user guide, "Using Hikari", "Using c3p0", "Using Agroal"). Without any, Hibernate has a small pool
/// of its own that is not made for production.
record HibernatePool(Map<String, Written> properties) {
    private static final String PROVIDER = "hibernate.connection.provider_class";
    /// Hibernate's own names for settings of c3p0 (`C3p0Settings`).
    private static final Map<String, String> C3P0_NAMES = Map.of(
            "min_size", "minPoolSize",
            "max_size", "maxPoolSize",
            "timeout", "maxIdleTime",
            "max_statements", "maxStatements",
            "acquire_increment", "acquireIncrement",
            "idle_test_period", "idleConnectionTestPeriod");

    /// The groups below `hibernate.` that hold a pool's settings.
    private enum Group {
        HIKARI("hibernate.hikari.", Pool.HIKARICP),
        C3P0("hibernate.c3p0.", Pool.C3P0),
        AGROAL("hibernate.agroal.", Pool.AGROAL);

        private final String prefix;
        private final Pool pool;

        Group(String prefix, Pool pool) {
            this.prefix = prefix;
            this.pool = pool;
        }
    }

    Pool pool() {
        var provider = Optional.ofNullable(properties.get(PROVIDER)).map(Written::text);
        return provider.map(HibernatePool::named)
                .or(() -> group().map(group -> group.pool))
                .orElse(Pool.OTHER);
    }

    /// A class, or one of the short names that Hibernate takes for it.
    private static Pool named(String provider) {
        return switch (provider) {
            case "hikari", "hikaricp" -> Pool.HIKARICP;
            case "c3p0" -> Pool.C3P0;
            case "agroal" -> Pool.AGROAL;
            default -> Pool.ofClass(provider);
        };
    }

    String prefix() {
        var pool = pool();
        return Arrays.stream(Group.values())
                .filter(group -> group.pool == pool)
                .findFirst()
                .map(group -> group.prefix)
                .orElse("hibernate.connection.");
    }

    private Optional<Group> group() {
        return Arrays.stream(Group.values())
                .filter(group -> properties.keySet().stream().anyMatch(key -> key.startsWith(group.prefix)))
                .findFirst();
    }

    void read(ClientSettings settings) {
        var prefix = prefix();
        properties.forEach((key, written) -> {
            if (key.startsWith(prefix)) {
                put(key.substring(prefix.length()), written, settings);
            }
        });
    }

    private void put(String name, Written written, ClientSettings settings) {
        if (name.startsWith("dataSource.")) {
            settings.driver(name.substring("dataSource.".length()), written);
        } else {
            var own = pool() == Pool.C3P0 ? C3P0_NAMES.getOrDefault(name, name) : name;
            settings.pool(pool(), own, written);
        }
    }
}
