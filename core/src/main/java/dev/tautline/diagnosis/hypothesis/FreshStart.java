package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Symptom;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.probe.FailureKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Processes of a server that were started a moment ago, and whether that explains what is seen now.
final class FreshStart {
    /// Pools and their callers have recovered after this, or something else is wrong.
    private static final Duration EXPLAINS = Duration.ofSeconds(60);

    /// Connections that broke are not among these.
    private static final Set<Symptom.Kind> LATER = EnumSet.of(
            Symptom.Kind.SERVER_CANCELS,
            Symptom.Kind.SERVER_SLOW,
            Symptom.Kind.SERVER_CONGESTED,
            Symptom.Kind.REQUESTS_SLOW);

    /// What a server that has just gone, or is just coming, does to a new connection. Other words are of one that runs.
    static final Set<FailureKind> MEANWHILE = EnumSet.of(
            FailureKind.CONNECTION_REFUSED,
            FailureKind.RESET_AFTER_ACCEPT,
            FailureKind.CLOSED_AFTER_ACCEPT,
            FailureKind.CRASH_RECOVERY,
            FailureKind.TERMINATED_BY_ADMINISTRATOR,
            FailureKind.STARTING_UP,
            FailureKind.SHUTTING_DOWN,
            FailureKind.STANDBY_NOT_CONSISTENT,
            FailureKind.NOT_ACCEPTING_CONNECTIONS);

    private FreshStart() {}

    /// Newest first.
    static List<Change> of(ServerView server, Scene scene) {
        return Recent.of(scene, server, Change.Kind.SERVER_START)
                .filter(change -> !change.at().isBefore(scene.at().minus(EXPLAINS)))
                .toList();
    }

    /// The postmaster itself, and not only the processes below it.
    static boolean isPostmaster(Change start) {
        return start.what().equals("start");
    }

    /// Why the start does not explain what is seen now; empty when it does.
    static Optional<Judgement> doubt(Change start, ServerView server, Scene scene, Symptoms symptoms) {
        if (!symptoms.none() && symptoms.all().stream().allMatch(symptom -> LATER.contains(symptom.kind()))) {
            return Optional.of(new Unknown("%s, which does not explain what is seen now".formatted(start.dated())));
        }
        if (scene.calmAfter(start.at())) {
            return Optional.of(new Unknown("%s, and all was well afterwards".formatted(start.dated())));
        }
        return scene.routes().stream()
                .filter(route -> route.target().equals(server.target()))
                .flatMap(route -> route.failure().stream())
                .map(failed -> failed.failure().kind())
                .filter(kind -> !MEANWHILE.contains(kind))
                .findFirst()
                .map(kind -> new Unknown("%s, which does not explain what new connections meet now: %s"
                        .formatted(start.dated(), kind.id())));
    }
}
