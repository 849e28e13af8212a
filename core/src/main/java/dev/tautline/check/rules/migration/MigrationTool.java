package dev.tautline.check.rules.migration;

import dev.tautline.check.Rule;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.SpringKeys;
import java.util.Optional;
import java.util.function.Function;

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

    /// Judges what a tool is told about a schema that somebody needs; nothing, where `enabled` is off.
    static Verdict told(
            Client client,
            SettingKey<Boolean> enabled,
            SettingKey<Boolean> key,
            Function<Setting.Known<Boolean>, Verdict> judgement) {
        if (SchemaActions.isEmbedded(client)) {
            return Verdict.notApplicable("an embedded database");
        }
        return client.get(enabled).knownValue().orElse(true)
                ? Rule.chosen(client.get(key), judgement)
                : Verdict.notApplicable(enabled.name() + " is false");
    }

    private static boolean runs(Client client, String[] libraries, SettingKey<Boolean> enabled) {
        return client.libraries().hasAny(libraries).orElse(false)
                && client.get(enabled).knownValue().orElse(false);
    }
}
