package dev.tautline.check.rules.kubernetes;

import dev.tautline.link.Client;
import dev.tautline.settings.SpringKeys;
import java.util.Set;

/// Whether an application changes its schema when it starts.
final class Migrations {
    private static final Set<String> FLYWAY = Set.of("flyway-core", "spring-boot-starter-flyway", "spring-boot-flyway");
    private static final Set<String> LIQUIBASE =
            Set.of("liquibase-core", "spring-boot-starter-liquibase", "spring-boot-liquibase");

    private Migrations() {}

    static boolean runAtStart(Client client) {
        return (has(client, FLYWAY)
                        && client.get(SpringKeys.FLYWAY_ENABLED).knownValue().orElse(false))
                || (has(client, LIQUIBASE)
                        && client.get(SpringKeys.LIQUIBASE_ENABLED).knownValue().orElse(false));
    }

    private static boolean has(Client client, Set<String> artifacts) {
        return client.libraries()
                .artifacts()
                .filter(all -> all.stream().anyMatch(artifacts::contains))
                .isPresent();
    }
}
