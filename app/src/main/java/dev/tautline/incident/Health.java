package dev.tautline.incident;

import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Positive evidence of health. Silence proves nothing, so it closes nothing.
public final class Health {
    private Health() {}

    /// Every ladder has just reached its top, every agent and every server that ever told something has just answered,
    /// and no pool keeps anybody waiting.
    public static boolean proven(Scene scene) {
        return scene.routes().stream().allMatch(Health::reached)
                && scene.instances().stream().allMatch(Health::well)
                && scene.servers().stream().allMatch(ServerView::answers);
    }

    /// The names of all that has told something since the watch began.
    static Set<String> seen(Scene scene) {
        return Stream.concat(
                        scene.routes().stream()
                                .filter(route -> route.latest() != null)
                                .map(RouteView::target),
                        scene.instances().stream().map(InstanceView::name))
                .collect(Collectors.toSet());
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
