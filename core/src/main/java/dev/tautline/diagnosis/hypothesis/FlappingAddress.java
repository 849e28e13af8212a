package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.ArrayList;
import java.util.List;

/// The name keeps changing what it stands for: name servers that do not agree, or a failover tool that goes to and
/// fro.
final class FlappingAddress implements Hypothesis {
    private static final Cause CAUSE = new Cause("flapping-address", "Name keeps changing its address", Owner.NETWORK);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        if (Climbed.fresh(scene).isEmpty()) {
            return new Unknown("no ladder has ended yet");
        }
        for (var route : scene.routes()) {
            var flapping = scene.changes(Change.Kind.ADDRESS, route.host())
                    .filter(Change::alternates)
                    .findFirst();
            if (flapping.isPresent()) {
                var evidence = new ArrayList<>(List.of(flapping.get().dated()));
                route.failure().ifPresent(failed -> evidence.add(Routes.describe(route)));
                return new Supported(
                        CAUSE,
                        route.host(),
                        route.failure().isPresent() ? Strength.CERTAIN : Strength.LIKELY,
                        route.host() + " stands for one address and then for another, again and again",
                        evidence,
                        "Ask each name server for " + route.host()
                                + " (dig @server), and stop whatever rewrites the record.",
                        flapping.get());
            }
        }
        return new Refuted("no watched name keeps changing its address");
    }
}
