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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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

    /// Connection exception; shutdowns, crashes and starts (PostgreSQL manual 18, appendix A).
    private static final Set<String> BROKEN = Set.of("08", "57P");

    private static final int SEVERAL = 3;

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
        var refused = refusedOtherwise(scene);
        if (refused.isPresent()) {
            return Optional.of(new Unknown(
                    "%s, which does not explain how calls end: %s".formatted(start.dated(), refused.get())));
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

    /// Most calls that fail do so on connections that stand.
    private static Optional<String> refusedOtherwise(Scene scene) {
        var failed = new TreeMap<String, Integer>();
        PoolOf.all(scene)
                .forEach(of -> of.pool()
                        .details()
                        .statementsFailed()
                        .forEach((state, calls) -> failed.merge(state, calls, Integer::sum)));
        int all = failed.values().stream().mapToInt(Integer::intValue).sum();
        int broken = failed.entrySet().stream()
                .filter(entry -> BROKEN.stream().anyMatch(entry.getKey()::startsWith))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return all >= SEVERAL && 2 * broken < all ? Optional.of(failed.toString()) : Optional.empty();
    }
}
