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
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Symptom;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Every server process was ended and started again, with or without the postmaster: all connections broke at once.
final class ServerRestarted implements Hypothesis {
    /// Pools and their callers have recovered after this, or something else is wrong.
    private static final Duration EXPLAINS = Duration.ofSeconds(60);

    /// Connections that broke are not among these.
    private static final Set<Symptom.Kind> LATER =
            EnumSet.of(Symptom.Kind.SERVER_CANCELS, Symptom.Kind.SERVER_SLOW, Symptom.Kind.SERVER_CONGESTED);

    /// What a server that has just gone, or is just coming, does to a new connection. Other words are of one that runs.
    private static final Set<FailureKind> MEANWHILE = EnumSet.of(
            FailureKind.CONNECTION_REFUSED,
            FailureKind.RESET_AFTER_ACCEPT,
            FailureKind.CLOSED_AFTER_ACCEPT,
            FailureKind.CRASH_RECOVERY,
            FailureKind.TERMINATED_BY_ADMINISTRATOR,
            FailureKind.STARTING_UP,
            FailureKind.SHUTTING_DOWN,
            FailureKind.STANDBY_NOT_CONSISTENT,
            FailureKind.NOT_ACCEPTING_CONNECTIONS);

    private static final Cause RESTARTED = new Cause("server-restarted", "The server was restarted", Owner.DATABASE);
    private static final Cause CRASHED =
            new Cause("server-process-crashed", "A server process crashed", Owner.DATABASE);

    @Override
    public Cause cause() {
        return RESTARTED;
    }

    @Override
    public List<Cause> causes() {
        return List.of(RESTARTED, CRASHED);
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        return PerServer.judge(scene, server -> judge(server, scene, symptoms));
    }

    private static Judgement judge(ServerView server, Scene scene, Symptoms symptoms) {
        var starts = Recent.of(scene, server, Change.Kind.SERVER_START)
                .filter(change -> !change.at().isBefore(scene.at().minus(EXPLAINS)))
                .toList();
        if (starts.isEmpty()) {
            return new Refuted("no process of it was started anew");
        }
        if (!symptoms.none() && symptoms.all().stream().allMatch(symptom -> LATER.contains(symptom.kind()))) {
            return new Unknown("%s, which does not explain what is seen now"
                    .formatted(starts.getFirst().dated()));
        }
        var told = scene.routes().stream()
                .filter(route -> route.target().equals(server.target()))
                .flatMap(route -> route.failure().stream())
                .filter(failed -> !MEANWHILE.contains(failed.failure().kind()))
                .findFirst();
        if (told.isPresent()) {
            return new Unknown("%s, which does not explain what new connections meet now: %s"
                    .formatted(
                            starts.getFirst().dated(),
                            told.get().failure().kind().id()));
        }
        var postmaster =
                starts.stream().filter(change -> change.what().equals("start")).findFirst();
        return postmaster.map(ServerRestarted::restarted).orElseGet(() -> crashed(starts.getFirst()));
    }

    private static Judgement restarted(Change start) {
        return new Supported(
                RESTARTED,
                start.subject(),
                Strength.CERTAIN,
                start.subject() + " was started anew, and all connections to it broke",
                List.of(start.dated()),
                "Ask who restarted it, or read its log before that time; let pools retire broken connections at once.",
                start);
    }

    private static Judgement crashed(Change start) {
        return new Supported(
                CRASHED,
                start.subject(),
                Strength.CERTAIN,
                "a process of " + start.subject() + " crashed, so that the server ended all sessions and recovered",
                List.of(start.dated(), "the postmaster itself went on"),
                "Read the server's log for 'was terminated by signal': 9 is mostly the kernel's out-of-memory killer"
                        + " (dmesg), 11 a fault in an extension or in the server.",
                start);
    }
}
