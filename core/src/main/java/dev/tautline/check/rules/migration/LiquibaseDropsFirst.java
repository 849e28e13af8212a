package dev.tautline.check.rules.migration;

import dev.tautline.finding.Severity;
import dev.tautline.settings.SpringKeys;

/// Liquibase drops everything before it runs.
public final class LiquibaseDropsFirst extends HarmfulSwitch {
    public LiquibaseDropsFirst() {
        super(Severity.CRITICAL, SpringKeys.LIQUIBASE_ENABLED, SpringKeys.LIQUIBASE_DROP_FIRST, true);
    }

    @Override
    String headline() {
        return "Liquibase drops the whole schema at each start";
    }

    @Override
    String consequence() {
        return "Each start of the service deletes all tables of the schema and builds them empty. Only a backup brings the orders back.";
    }
}
