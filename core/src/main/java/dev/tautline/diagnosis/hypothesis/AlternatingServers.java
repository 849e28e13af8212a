package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import dev.tautline.probe.Expectation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;

/// One endpoint leads to one server and then to another: a balancer spreads what should go to the primary over all
/// nodes, so that a part of the writes fails.
final class AlternatingServers implements Hypothesis {
    private static final Cause CAUSE =
            new Cause("alternating-servers", "Balancer alternates between servers", Owner.NETWORK);

    /// A role alternates that has changed several times within it.
    private static final Duration COUNTED = Duration.ofSeconds(60);

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
            var alternating = scene.changes(Change.Kind.TOPOLOGY, route.target())
                    .filter(Change::alternates)
                    .findFirst();
            if (alternating.isPresent()) {
                var renamed = renamed(route, alternating.get(), scene);
                if (renamed.isPresent()) {
                    return new Unknown(renamed.get().dated() + ": it is the name that leads to another server");
                }
                var refused = PoolOf.all(scene).stream()
                        .filter(of -> RefusedWrites.by(of.pool()) > 0)
                        .map(RefusedWrites::describe)
                        .toList();
                if (refused.isEmpty() && !expectsARole(route)) {
                    return new Unknown(
                            alternating.get().dated() + "; for an endpoint of readers that is as it should be");
                }
                var evidence = new ArrayList<String>();
                evidence.add(alternating.get().dated());
                evidence.add(Roles.describe(route));
                evidence.addAll(refused);
                return new Supported(
                        CAUSE,
                        route.target(),
                        Strength.CERTAIN,
                        "connections to " + route.host() + " reach one server and then another",
                        evidence,
                        "Have the balancer at " + route.host()
                                + " send writes to the primary only (a check of the role per node), or list the nodes"
                                + " themselves with targetServerType=primary.",
                        alternating.get());
            }
        }
        return new Refuted("each watched endpoint leads to one server");
    }

    /// While its turns were counted, the name came to stand for another address.
    private static Optional<Change> renamed(RouteView route, Change alternating, Scene scene) {
        return scene.changes(Change.Kind.ADDRESS, route.host())
                .filter(change ->
                        Duration.between(change.at(), alternating.at()).compareTo(COUNTED) <= 0)
                .findFirst();
    }

    private static boolean expectsARole(RouteView route) {
        return route.latest() != null && route.latest().target().expected() != Expectation.ANY;
    }
}
