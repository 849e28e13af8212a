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
import dev.tautline.probe.FailureKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The server process is stopped, stopping or starting, while its machine still answers.
final class ServerDown implements Hypothesis {
    private static final Cause CAUSE = new Cause("server-down", "Database server down", Owner.DATABASE);

    /// The server's own words.
    static final Set<FailureKind> SAY_SO = EnumSet.of(
            FailureKind.STARTING_UP,
            FailureKind.SHUTTING_DOWN,
            FailureKind.STANDBY_NOT_CONSISTENT,
            FailureKind.HOT_STANDBY_OFF,
            FailureKind.NOT_ACCEPTING_CONNECTIONS);

    /// A wrong port or a wrong machine looks just like this, unless a server was there minutes ago.
    private static final Set<FailureKind> LOOK_LIKE_IT = EnumSet.of(FailureKind.CONNECTION_REFUSED);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var failing = Routes.failing(scene);
        if (failing.isEmpty()) {
            return scene.routes().isEmpty()
                    ? new Unknown("no target is watched")
                    : new Refuted("all %d watched servers answer"
                            .formatted(scene.routes().size()));
        }
        var refutations = new ArrayList<String>();
        var passedOn = new ArrayList<Judgement>();
        for (var route : failing) {
            var through = BehindPooler.instead(route, scene);
            if (through != null) {
                passedOn.add(through);
                continue;
            }
            var signs = SignsOfLife.of(route, scene);
            if (signs.isEmpty() && proven(route, scene)) {
                return supported(route, scene);
            }
            signs.forEach(sign -> refutations.add(route.target() + " runs: " + sign));
        }
        if (!refutations.isEmpty()) {
            return new Refuted(refutations);
        }
        return passedOn.isEmpty()
                ? new Unknown("what fails does not tell whether a server was there and stopped")
                : passedOn.getFirst();
    }

    private static boolean proven(RouteView route, Scene scene) {
        return route.fails(SAY_SO)
                || (route.fails(LOOK_LIKE_IT)
                        && (left(route, scene).isPresent()
                                || Routes.answeredLately(route, scene).isPresent()));
    }

    private static Optional<Change> left(RouteView route, Scene scene) {
        return scene.changes().reversed().stream()
                .filter(change -> change.kind() == Change.Kind.TOPOLOGY
                        && change.what().equals("standby " + route.target())
                        && change.after() == null)
                .findFirst();
    }

    private static Supported supported(RouteView route, Scene scene) {
        var failure = route.failure().orElseThrow().failure();
        var gone = left(route, scene);
        var evidence = new ArrayList<String>();
        evidence.add(Routes.describe(route));
        evidence.addAll(failure.provenFine());
        gone.ifPresent(change -> evidence.add(change.toString()));
        Routes.answeredLately(route, scene).ifPresent(evidence::add);
        return new Supported(
                CAUSE,
                route.target(),
                Strength.CERTAIN,
                route.target() + ": " + failure.cause(),
                List.copyOf(evidence),
                failure.fix(),
                gone.orElse(null));
    }
}
