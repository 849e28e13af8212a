package dev.tautline.check.rules.migration;

import dev.tautline.link.Client;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.SpringKeys;
import java.util.Optional;

/// The tool that changes the schema when the application starts.
final class MigrationTool {
    private MigrationTool() {}

    /// Its name, if a build file shows it and no key switches it off.
    static Optional<String> of(Client client) {
        if (runs(client.libraries().hasFlyway(), client, SpringKeys.FLYWAY_ENABLED)) {
            return Optional.of("Flyway");
        }
        return runs(client.libraries().hasLiquibase(), client, SpringKeys.LIQUIBASE_ENABLED)
                ? Optional.of("Liquibase")
                : Optional.empty();
    }

    private static boolean runs(Optional<Boolean> isHere, Client client, SettingKey<Boolean> enabled) {
        return isHere.orElse(false) && client.get(enabled).knownValue().orElse(false);
    }
}
