package dev.tautline.check.rules.migration;

import dev.tautline.link.Client;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.SpringKeys;
import java.util.Optional;

/// The tool that changes the schema when the application starts.
final class MigrationTool {
    private static final String[] FLYWAY = {
        "flyway-core", "flyway-database-postgresql", "spring-boot-flyway", "spring-boot-starter-flyway"
    };

    private static final String[] LIQUIBASE = {
        "liquibase-core", "spring-boot-liquibase", "spring-boot-starter-liquibase"
    };

    private MigrationTool() {}

    /// Its name, if a build file shows it and no key switches it off.
    static Optional<String> of(Client client) {
        if (runs(client, FLYWAY, SpringKeys.FLYWAY_ENABLED)) {
            return Optional.of("Flyway");
        }
        return runs(client, LIQUIBASE, SpringKeys.LIQUIBASE_ENABLED) ? Optional.of("Liquibase") : Optional.empty();
    }

    private static boolean runs(Client client, String[] libraries, SettingKey<Boolean> enabled) {
        return client.libraries().hasAny(libraries).orElse(false)
                && client.get(enabled).knownValue().orElse(false);
    }
}
