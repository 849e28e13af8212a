package dev.tautline.check.rules.migration;

import dev.tautline.finding.Severity;
import dev.tautline.settings.SpringKeys;

/// Migrations run in another order than in the next environment.
public final class FlywayOutOfOrder extends HarmfulSwitch {
    public FlywayOutOfOrder() {
        super(Severity.LOW, SpringKeys.FLYWAY_ENABLED, SpringKeys.FLYWAY_OUT_OF_ORDER, true);
    }

    @Override
    String headline() {
        return "migrations may run out of order";
    }

    @Override
    String consequence() {
        return "The order differs between environments: what was tested in one order runs in another in production, and fails there or gives another schema.";
    }
}
