package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.PathFailure;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import dev.tautline.probe.Step;
import java.util.List;

/// The name has moved and the server answers at its new address, but an application still goes to the old one: its
/// JVM keeps addresses for longer than the record asks for.
final class StaleAddress implements Hypothesis {
    private static final Cause CAUSE =
            new Cause("stale-address", "Application keeps the former address", Owner.APPLICATION);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var failures = PathFailure.in(scene).stream()
                .filter(failure -> !failure.byCanary() && failure.step().compareTo(Step.ROLE) <= 0)
                .toList();
        if (failures.isEmpty()) {
            return PoolOf.all(scene).isEmpty()
                    ? new Unknown("no agent reports a pool")
                    : new Refuted("no application fails to connect");
        }
        for (var failure : failures) {
            for (var route : scene.routes()) {
                var moved = scene.changes(Change.Kind.ADDRESS, route.host()).findFirst();
                if (moved.isPresent()
                        && Suffering.mayKeepFormer(failure, scene)
                        && route.passes()
                        && route.host().equals(Suffering.hostName(failure))) {
                    return supported(failure, route, moved.get());
                }
            }
        }
        return new Refuted(
                "no name that an application fails to reach has moved, while it ran, to an address that answers");
    }

    private static Supported supported(PathFailure failure, RouteView route, Change moved) {
        return new Supported(
                CAUSE,
                failure.seenBy(),
                Strength.LIKELY,
                failure.seenBy() + " fails where " + route.host() + " stands for an address that answers",
                List.of(
                        moved.dated(),
                        failure.describe(),
                        "at its present address " + route.target() + " reaches the top of the ladder"),
                "Set networkaddress.cache.ttl to a few seconds and evict the pool's connections; a restart of "
                        + failure.seenBy() + " does both once.",
                moved);
    }
}
