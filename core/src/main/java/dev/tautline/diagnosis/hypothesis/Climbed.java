package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.probe.Step;
import java.util.List;
import java.util.Locale;

/// What the ladders say of a step at which none fails in the way that is asked about.
final class Climbed {
    private Climbed() {}

    static Judgement judge(Scene scene, Step step) {
        var climbed = fresh(scene);
        if (climbed.isEmpty()) {
            return new Unknown("no ladder has ended yet");
        }
        long told = climbed.stream().filter(route -> tellsOf(route, step)).count();
        var name = step.name().toLowerCase(Locale.ROOT);
        return told == 0
                ? new Unknown("every new connection fails before step " + name)
                : new Refuted("%d of %d new connections got as far as step %s; none fails at it in this way"
                        .formatted(told, climbed.size(), name));
    }

    /// Routes of which a ladder has just ended.
    static List<RouteView> fresh(Scene scene) {
        return scene.routes().stream()
                .filter(route -> route.silentSeconds() == 0 && route.latest() != null)
                .toList();
    }

    /// It got as far as the step, or failed at it.
    static boolean tellsOf(RouteView route, Step step) {
        return route.failure().map(failed -> failed.step().compareTo(step) >= 0).orElse(true);
    }
}
