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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Sessions break in the middle of their work while the server runs on: something on the way resets or drops them.
final class SessionsCut implements Hypothesis {
    /// The driver's words for a connection that broke (pgjdbc 42.7: 08006 while in use, 08003 after).
    private static final Set<String> BROKEN = Set.of("08006", "08003");

    /// A single one may be a backend that somebody ended.
    private static final int SEVERAL = 2;

    private static final Duration LATELY = Duration.ofSeconds(60);

    /// How the settings of a pooler before a server are called.
    private static final String POOLERS = "'s pooler";

    private static final Cause CAUSE = new Cause("sessions-cut", "Open sessions are cut on the way", Owner.NETWORK);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var pools = PoolOf.all(scene);
        if (pools.isEmpty()) {
            return new Unknown("no agent reports a pool");
        }
        var cut = pools.stream()
                .filter(of -> of.pool().details().failedWith(BROKEN) >= SEVERAL)
                .toList();
        if (cut.isEmpty()) {
            return new Refuted(pools.stream().map(SessionsCut::describe).toList());
        }
        return judgeCut(cut, scene);
    }

    private static Judgement judgeCut(List<PoolOf> cut, Scene scene) {
        var evidence = new ArrayList<>(cut.stream().map(SessionsCut::describe).toList());
        var failing = Routes.failing(scene);
        if (!failing.isEmpty()) {
            return new Unknown("sessions broke, and new ones fail as well: " + Routes.describe(failing.getFirst()));
        }
        var late = scene.routes().stream()
                .filter(route -> Routes.late(route, scene))
                .findFirst();
        if (late.isPresent()) {
            return new Unknown("sessions broke, and whether new ones to "
                    + late.get().target() + " fail as well is not known yet");
        }
        var pooler = scene.changes().reversed().stream()
                .filter(change -> change.kind() == Change.Kind.SERVER_SETTING
                        && change.subject().endsWith(POOLERS)
                        && Duration.between(change.at(), scene.at()).compareTo(LATELY) <= 0)
                .findFirst();
        if (pooler.isPresent()) {
            return new Unknown("the pooler was changed and perhaps restarted: "
                    + pooler.get().dated());
        }
        var restarted = scene.changes().reversed().stream()
                .filter(change -> change.kind() == Change.Kind.SERVER_START
                        && Duration.between(change.at(), scene.at()).compareTo(LATELY) <= 0)
                .findFirst();
        if (restarted.isPresent()) {
            return new Refuted("the server was started anew: " + restarted.get().dated());
        }
        Climbed.fresh(scene).stream().map(Routes::describe).forEach(evidence::add);
        return new Supported(
                CAUSE,
                cut.getFirst().instance().name(),
                Strength.LIKELY,
                "sessions of %s break while the server runs on"
                        .formatted(cut.getFirst().instance().name()),
                evidence,
                "Look at what stands in between and resets connections (firewalls, balancers, inspection); the"
                        + " server's log of these seconds shows whether it ended any itself.",
                null);
    }

    private static String describe(PoolOf of) {
        return "%s's pool %s: %d calls met a broken connection"
                .formatted(
                        of.instance().name(),
                        of.pool().name(),
                        of.pool().details().failedWith(BROKEN));
    }
}
