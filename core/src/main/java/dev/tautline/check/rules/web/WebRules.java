package dev.tautline.check.rules.web;

import dev.tautline.check.Rule;
import java.util.List;

/// The rules of this family, one sorted line each.
public final class WebRules {
    private WebRules() {}

    public static List<Rule> all() {
        return List.of(
                new DruidConsoleOpen(),
                new EndpointShowsValues(),
                new H2ConsoleEnabled(),
                new HealthDetailsShownToAll(),
                new LivenessDependsOnDatabase(),
                new OpenInViewHoldsConnection(),
                new ReadinessDependsOnDatabase(),
                new ShutdownCutsRequests());
    }
}
