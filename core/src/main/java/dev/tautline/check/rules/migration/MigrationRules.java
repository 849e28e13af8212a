package dev.tautline.check.rules.migration;

import dev.tautline.check.Rule;
import java.util.List;

/// The rules of this family, one sorted line each.
public final class MigrationRules {
    private MigrationRules() {}

    public static List<Rule> all() {
        return List.of(
                new FlywayAdoptsUnknownSchema(),
                new FlywayCleanAllowed(),
                new FlywayCleansOnValidationError(),
                new FlywayOutOfOrder(),
                new FlywayValidationOff(),
                new LiquibaseDropsFirst(),
                new MigrationCutBySocketTimeout(),
                new SchemaHasTwoOwners(),
                new SchemaRecreatedAtStart(),
                new SchemaUpdatedAtStart(),
                new ScriptErrorsIgnored(),
                new ScriptsRunAtEveryStart(),
                new TestDataInProduction());
    }
}
