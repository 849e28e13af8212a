package dev.tautline.check.rules.migration;

import dev.tautline.finding.Severity;
import dev.tautline.settings.SpringKeys;

/// One call of Flyway may delete every table.
public final class FlywayCleanAllowed extends HarmfulSwitch {
    public FlywayCleanAllowed() {
        super(Severity.HIGH, SpringKeys.FLYWAY_ENABLED, SpringKeys.FLYWAY_CLEAN_DISABLED, false);
    }

    @Override
    String headline() {
        return "Flyway may delete the whole schema";
    }

    @Override
    String consequence() {
        return "A clean that is run against the wrong database, by a test, a plug-in or a tired person, deletes every table of the shop within seconds.";
    }
}
