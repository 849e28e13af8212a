package dev.tautline.published;

import tools.jackson.databind.JsonNode;

/// Whether the guard has seen enough of health to tell what is unusual.
public final class Usual {
    private Usual() {}

    /// Every instance's rate, request times and hold times have a usual value, and so have every round trip and what
    /// the statements of every server take, where it is in use.
    public static boolean known(JsonNode state) {
        var instances = state.path("instances");
        var targets = state.path("targets");
        return !instances.isEmpty()
                && !targets.isEmpty()
                && instances.valueStream().allMatch(Usual::ofInstance)
                && targets.valueStream().allMatch(target -> has(target.path("roundTrip")))
                && ofServers(state.path("servers"));
    }

    /// A standby from which nobody reads has no statements.
    private static boolean ofServers(JsonNode servers) {
        var inUse = servers.valueStream()
                .map(server -> server.path("statementMean"))
                .filter(JsonNode::isObject)
                .toList();
        return servers.isEmpty() || (!inUse.isEmpty() && inUse.stream().allMatch(Usual::has));
    }

    private static boolean ofInstance(JsonNode instance) {
        var requests = instance.path("requests");
        return has(requests.path("perSecond"))
                && has(requests.path("own"))
                && instance.path("pools").valueStream().allMatch(pool -> has(pool.path("hold")));
    }

    private static boolean has(JsonNode measure) {
        return measure.path("usual").isNumber();
    }
}
