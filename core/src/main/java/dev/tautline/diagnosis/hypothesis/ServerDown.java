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
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The server process is stopped, stopping, starting or frozen, while its machine still answers.
final class ServerDown implements Hypothesis {
    private static final Cause CAUSE = new Cause("server-down", "Database server down", Owner.DATABASE);

    /// The server's own words.
    private static final Set<FailureKind> SAY_SO = EnumSet.of(
            FailureKind.STARTING_UP,
            FailureKind.SHUTTING_DOWN,
            FailureKind.CRASH_RECOVERY,
            FailureKind.STANDBY_NOT_CONSISTENT,
            FailureKind.NOT_ACCEPTING_CONNECTIONS);

    /// A wrong port or a wrong machine looks just like this.
    private static final Set<FailureKind> LOOK_LIKE_IT =
            EnumSet.of(FailureKind.CONNECTION_REFUSED, FailureKind.ACCEPTED_THEN_SILENT);

    /// Where the whole ladder was climbed so short a time ago, the server was: it is not the wrong place.
    private static final Duration MINUTES_AGO = Duration.ofMinutes(5);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var failing = scene.routes().stream()
                .filter(route -> route.failure().isPresent())
                .toList();
        if (failing.isEmpty()) {
            return scene.routes().isEmpty()
                    ? new Unknown("no target is watched")
                    : new Refuted("all %d watched servers answer"
                            .formatted(scene.routes().size()));
        }
        var refutations = new ArrayList<String>();
        for (var route : failing) {
            var signs = SignsOfLife.of(route, scene);
            if (signs.isEmpty() && (fails(route, SAY_SO) || fails(route, LOOK_LIKE_IT))) {
                return supported(route, scene);
            }
            signs.forEach(sign -> refutations.add(route.target() + " runs: " + sign));
        }
        return refutations.isEmpty()
                ? new Unknown("what fails does not tell whether the server runs")
                : new Refuted(refutations);
    }

    private static boolean fails(RouteView route, Set<FailureKind> kinds) {
        return route.failure()
                .map(failed -> kinds.contains(failed.failure().kind()))
                .orElse(false);
    }

    private static Optional<String> answeredLately(RouteView route, Scene scene) {
        return Optional.ofNullable(route.answeredHere())
                .map(at -> Duration.between(at, scene.at()))
                .filter(ago -> ago.compareTo(MINUTES_AGO) <= 0)
                .map(ago -> "%s answered at this address and port %d s ago".formatted(route.target(), ago.toSeconds()));
    }

    private static Supported supported(RouteView route, Scene scene) {
        var failure = route.failure().orElseThrow().failure();
        var gone = scene.changes().reversed().stream()
                .filter(change -> change.kind() == Change.Kind.TOPOLOGY
                        && change.what().equals("standby " + route.target())
                        && change.after() == null)
                .findFirst();
        var evidence = new ArrayList<String>();
        evidence.add(failure.words());
        gone.ifPresent(change -> evidence.add(change.toString()));
        var answered = answeredLately(route, scene);
        answered.ifPresent(evidence::add);
        boolean proven = fails(route, SAY_SO) || gone.isPresent() || answered.isPresent();
        return new Supported(
                new Cause(failure.kind().id(), CAUSE.title(), failure.owner()),
                route.target(),
                proven ? Strength.CERTAIN : Strength.LIKELY,
                route.target() + ": " + failure.cause(),
                List.copyOf(evidence),
                failure.fix(),
                gone.orElse(null));
    }
}
