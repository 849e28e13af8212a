package dev.tautline.check.rules.kubernetes;

import dev.tautline.link.Client;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.SpringKeys;
import java.util.Optional;

/// Whether an application changes its schema when it starts.
final class Migrations {
    private Migrations() {}

    static boolean runAtStart(Client client) {
        return runs(client.libraries().hasFlyway(), client, SpringKeys.FLYWAY_ENABLED)
                || runs(client.libraries().hasLiquibase(), client, SpringKeys.LIQUIBASE_ENABLED);
    }

    private static boolean runs(Optional<Boolean> isHere, Client client, SettingKey<Boolean> enabled) {
        return isHere.orElse(false) && client.get(enabled).knownValue().orElse(false);
    }
}
