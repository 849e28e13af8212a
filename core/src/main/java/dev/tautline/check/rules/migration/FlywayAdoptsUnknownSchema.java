package dev.tautline.check.rules.migration;

import dev.tautline.finding.Severity;
import dev.tautline.settings.SpringKeys;

/// A database that Flyway has never seen is taken for one that is up to date.
public final class FlywayAdoptsUnknownSchema extends HarmfulSwitch {
    public FlywayAdoptsUnknownSchema() {
        super(Severity.MEDIUM, SpringKeys.FLYWAY_ENABLED, SpringKeys.FLYWAY_BASELINE_ON_MIGRATE, true);
    }

    @Override
    String headline() {
        return "a schema that Flyway does not know is taken over";
    }

    @Override
    String consequence() {
        return "When the URL is wrong by one letter, the service starts on a foreign or half-empty database and marks it as its own, in place of refusing to start.";
    }
}
