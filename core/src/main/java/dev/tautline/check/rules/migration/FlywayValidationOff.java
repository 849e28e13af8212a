package dev.tautline.check.rules.migration;

import dev.tautline.finding.Severity;
import dev.tautline.settings.SpringKeys;

/// Nobody notices that a migration was changed after it ran.
public final class FlywayValidationOff extends HarmfulSwitch {
    public FlywayValidationOff() {
        super(Severity.MEDIUM, SpringKeys.FLYWAY_ENABLED, SpringKeys.FLYWAY_VALIDATE_ON_MIGRATE, false);
    }

    @Override
    String headline() {
        return "applied migrations are not compared with their files";
    }

    @Override
    String consequence() {
        return "Somebody edits a migration that ran already. It looks done everywhere and is not: the column is missing in production, and in production only.";
    }
}
