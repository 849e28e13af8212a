package dev.tautline.published;

import tools.jackson.databind.JsonNode;

/// Whether the guard has seen enough of health to tell what is unusual.
public final class Usual {
    private Usual() {}

    /// Every instance's rate, request times and hold times have a usual value, and so has every round trip.
    public static boolean known(JsonNode state) {
        var instances = state.path("instances");
        var targets = state.path("targets");
        return !instances.isEmpty()
                && !targets.isEmpty()
                && instances.valueStream().allMatch(Usual::ofInstance)
                && targets.valueStream().allMatch(target -> has(target.path("roundTrip")));
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
