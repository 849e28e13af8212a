package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.ClusterRoles;
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
import java.util.ArrayList;
import java.util.List;

/// Two nodes of one cluster take writes: a standby was promoted while the former primary went on. Each of them has
/// orders that the other will never have.
final class SplitRoles implements Hypothesis {
    private static final Cause CAUSE = new Cause("split-roles", "Two nodes of one cluster take writes", Owner.DATABASE);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var writable = Roles.writable(scene);
        var pair = ClusterRoles.split(scene);
        if (pair.isPresent()) {
            return supported(pair.get(), scene);
        }
        if (scene.routes().stream().noneMatch(route -> Roles.of(route).isPresent())) {
            return new Unknown("no server has told its role");
        }
        return new Refuted("%d of %d watched servers take writes, and no two of one cluster"
                .formatted(writable.size(), scene.routes().size()));
    }

    private static Supported supported(List<RouteView> pair, Scene scene) {
        var promoted = pair.stream()
                .flatMap(route -> Roles.promotion(route, scene).stream())
                .findFirst();
        var evidence = new ArrayList<>(pair.stream().map(Roles::describe).toList());
        promoted.ifPresent(change -> evidence.add(change.dated()));
        return new Supported(
                CAUSE,
                pair.getFirst().target(),
                Strength.CERTAIN,
                "%s and %s are of one cluster, and both take writes"
                        .formatted(pair.getFirst().target(), pair.getLast().target()),
                evidence,
                "Stop the one with the lower timeline at once; compare the two before it comes back as a standby.",
                promoted.orElse(null));
    }
}
