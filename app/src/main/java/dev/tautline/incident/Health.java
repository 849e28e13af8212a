package dev.tautline.incident;

import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;

/// Positive evidence of health. Silence proves nothing, so it closes nothing.
final class Health {
    private Health() {}

    /// Every ladder has just reached its top, every agent has just answered, and no pool keeps anybody waiting.
    static boolean proven(Scene scene) {
        return scene.routes().stream().allMatch(Health::reached)
                && scene.instances().stream().allMatch(Health::well);
    }

    private static boolean reached(RouteView route) {
        return route.silentSeconds() == 0
                && route.latest() != null
                && route.latest().passed();
    }

    private static boolean well(InstanceView instance) {
        return instance.silentSeconds() == 0
                && instance.pools().stream().noneMatch(pool -> pool.exhausted() || pool.starved());
    }
}
