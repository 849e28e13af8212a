package dev.tautline.check.rules.routing;

import dev.tautline.check.Rule;
import java.util.List;

/// The rules of this family, one sorted line each.
public final class RoutingRules {
    private RoutingRules() {}

    public static List<Rule> all() {
        return List.of(
                new HostLocalhostInContainer(),
                new HostUnknownInComposeProject(),
                new PortNotListenedOn(),
                new PortOfAnotherProtocol(),
                new PublishedPortUsedInside(),
                new ServicesShareNoNetwork());
    }
}
