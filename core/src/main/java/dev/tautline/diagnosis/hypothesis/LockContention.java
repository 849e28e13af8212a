package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.ServerView.Blocker;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.ArrayList;

/// Sessions wait for each other's locks, mostly for one blocker.
final class LockContention implements Hypothesis {
    /// Of the sessions that do something, this share waits (97 % was measured under contention, below 1 % otherwise).
    private static final double WAITING_SHARE = 0.3;

    private static final double ORDINARY_SHARE = 0.05;

    private static final Cause CAUSE = new Cause("lock-contention", "Lock contention", Owner.APPLICATION);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var seen = scene.servers().stream()
                .filter(server ->
                        server.silentSeconds() == 0 && server.sessions().sampled() > 0)
                .toList();
        if (seen.isEmpty()) {
            return new Unknown("no server could be asked for its sessions");
        }
        var waiting = seen.stream().filter(LockContention::waiting).findFirst();
        if (waiting.isPresent()) {
            return supported(waiting.get());
        }
        var evidence = seen.stream().map(LockContention::count).toList();
        return seen.stream().allMatch(server -> share(server) <= ORDINARY_SHARE)
                ? new Refuted(evidence)
                : new Unknown(String.join("; ", evidence));
    }

    static boolean waiting(ServerView server) {
        return server.sessions().lockWaiting() > 0 && share(server) >= WAITING_SHARE;
    }

    private static Judgement supported(ServerView server) {
        var evidence = new ArrayList<String>();
        evidence.add(count(server));
        server.blockers().forEach(blocker -> evidence.add(describe(blocker)));
        return new Supported(
                CAUSE,
                server.target(),
                server.blockers().isEmpty() ? Strength.LIKELY : Strength.CERTAIN,
                "sessions wait for locks that others hold",
                evidence,
                server.blockers().isEmpty()
                        ? "Find the blocker with pg_blocking_pids()."
                        : "End the blocker if it may be: SELECT pg_terminate_backend("
                                + server.blockers().getFirst().pid() + ");",
                null);
    }

    private static String describe(Blocker blocker) {
        return "%d sessions wait for pid %d (%s, %s): %s"
                .formatted(blocker.waiters(), blocker.pid(), blocker.application(), blocker.state(), blocker.query());
    }

    private static String count(ServerView server) {
        var sessions = server.sessions();
        return "%s: %d of %d sampled sessions waited for a lock"
                .formatted(server.target(), sessions.lockWaiting(), sessions.sampled());
    }

    private static double share(ServerView server) {
        var sessions = server.sessions();
        int busy = sessions.running() + sessions.lockWaiting() + sessions.idleInTransaction();
        return busy == 0 ? 0 : (double) sessions.lockWaiting() / busy;
    }
}
