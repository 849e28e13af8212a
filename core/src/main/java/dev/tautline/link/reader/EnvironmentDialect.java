package dev.tautline.link.reader;

import dev.tautline.link.Framework;
import dev.tautline.link.Variable;
import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.settings.Pool;
import dev.tautline.settings.QuarkusKeys;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.SpringKeys;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How a program is told its data source by variables alone: the variable that holds the URL says which.
enum EnvironmentDialect {
    SPRING("SPRING_DATASOURCE_", Framework.SPRING_BOOT, Pool.HIKARICP),
    QUARKUS("QUARKUS_DATASOURCE_", Framework.QUARKUS, Pool.QUARKUS),
    KEYCLOAK("KC_DB_", Framework.NONE, Pool.QUARKUS),
    OTHER("", Framework.NONE, Pool.NONE);

    /// Keycloak 26, "All configuration", `db-pool-*`.
    private static final Map<String, SettingKey<Integer>> POOL_OF_KEYCLOAK = Map.of(
            "KC_DB_POOL_INITIAL_SIZE", QuarkusKeys.INITIAL_SIZE,
            "KC_DB_POOL_MIN_SIZE", QuarkusKeys.MIN_SIZE,
            "KC_DB_POOL_MAX_SIZE", QuarkusKeys.MAX_SIZE);
    /// What `db-pool-max-size` is where nobody writes it.
    private static final String MOST_OF_KEYCLOAK = "100";

    private final String prefix;
    private final Framework framework;
    private final Pool pool;

    EnvironmentDialect(String prefix, Framework framework, Pool pool) {
        this.prefix = prefix;
        this.framework = framework;
        this.pool = pool;
    }

    static EnvironmentDialect of(Variable variable) {
        var name = variable.name();
        if (name.equals(SPRING.prefix + "URL")) {
            return SPRING;
        }
        if (name.equals(QUARKUS.prefix + "JDBC_URL")) {
            return QUARKUS;
        }
        return name.equals(KEYCLOAK.prefix + "URL") || name.equals(KEYCLOAK.prefix + "URL_HOST") ? KEYCLOAK : OTHER;
    }

    Framework framework() {
        return framework;
    }

    Pool pool() {
        return pool;
    }

    /// The prefix of its keys, or the variable where the program is of no framework.
    String dataSource(Variable variable) {
        return switch (this) {
            case SPRING -> "spring.datasource";
            case QUARKUS -> "quarkus.datasource";
            case KEYCLOAK, OTHER -> variable.name();
        };
    }

    String poolPrefix() {
        return switch (this) {
            case SPRING -> "spring.datasource.hikari";
            case QUARKUS -> "quarkus.datasource.jdbc";
            case KEYCLOAK, OTHER -> "";
        };
    }

    /// What the variables say about the pool and the log-in.
    void read(Optional<Written> image, List<Variable> variables, ClientSettings settings) {
        switch (this) {
            case SPRING -> variables.forEach(one -> readSpring(one, settings));
            case QUARKUS -> variables.forEach(one -> readQuarkus(one, settings));
            case KEYCLOAK -> readKeycloak(image, variables, settings);
            case OTHER -> {
                // Only the URL is known.
            }
        }
        if (this != OTHER) {
            for (var variable : variables) {
                if (variable.name().equals(prefix + "USERNAME")) {
                    settings.user(variable.value());
                } else if (variable.name().equals(prefix + "PASSWORD")) {
                    settings.password(variable.value());
                }
            }
        }
    }

    /// `SPRING_JPA_HIBERNATE_DDL_AUTO` and `SPRING_JPA_HIBERNATE_DDLAUTO` are the same key (Spring Boot reference,
    /// "Binding From Environment Variables").
    private static void readSpring(Variable variable, ClientSettings settings) {
        var start = SPRING.prefix + "HIKARI_";
        if (variable.name().startsWith(start)) {
            settings.poolIfKnown(Pool.HIKARICP, variable.name().substring(start.length()), variable.value());
        } else if (!variable.name().isEmpty()) {
            SpringKeys.VOCABULARY.findRelaxed(variable.name()).ifPresent(key -> settings.put(key, variable.value()));
        }
    }

    /// `QUARKUS_DATASOURCE_JDBC_MAX_SIZE`: every letter that is none of A to Z becomes an underscore (MicroProfile
    /// Config 3.1, "Environment Variables Mapping Rules").
    private static void readQuarkus(Variable variable, ClientSettings settings) {
        QuarkusKeys.VOCABULARY.keys().stream()
                .filter(key -> key.name()
                        .replaceAll("[^A-Za-z0-9]", "_")
                        .toUpperCase(Locale.ROOT)
                        .equals(variable.name()))
                .forEach(key -> settings.put(key, variable.value()));
    }

    /// The image is what sets the size where no variable does.
    private static void readKeycloak(Optional<Written> image, List<Variable> variables, ClientSettings settings) {
        image.filter(named -> named.text().contains("keycloak"))
                .ifPresent(named -> settings.put(
                        QuarkusKeys.MAX_SIZE, Written.of("db-pool-max-size", MOST_OF_KEYCLOAK, named.origin())));
        for (var variable : variables) {
            if (POOL_OF_KEYCLOAK.containsKey(variable.name())) {
                settings.put(POOL_OF_KEYCLOAK.get(variable.name()), variable.value());
            }
        }
    }
}
