package dev.tautline.check.rules.leftovers;

import dev.tautline.check.Rule;
import java.util.List;

/// The rules of this family, one sorted line each.
public final class LeftoversRules {
    private LeftoversRules() {}

    public static List<Rule> all() {
        return List.of(
                new BoundValuesLogged(),
                new DatabaseConsoleOpen(),
                new DatabaseCreatedByClient(),
                new DatabaseImageWithoutVersion(),
                new DatabaseWithoutPassword(),
                new DefaultCredentials(),
                new DevelopmentProfileActive(),
                new DriverTraceLeftOn(),
                new EmbeddedDatabaseFallback(),
                new EmbeddedDatabaseInProduction(),
                new LocalhostInProduction(),
                new ProductionDatabaseInDevelopment(),
                new SqlPrinted(),
                new StatementSpyLeftOn(),
                new TestDatabaseInProduction(),
                new ThrowawayDatabaseOutsideTests(),
                new TrivialDatabasePassword());
    }
}
