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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Sessions wait for each other's locks, mostly for one blocker. Who that is and what it does makes the cause exact.
final class LockContention implements Hypothesis {
    /// Of the sessions that do something, this share waits (97 % was measured under contention, below 1 % otherwise).
    private static final double WAITING_SHARE = 0.3;

    private static final double ORDINARY_SHARE = 0.05;

    private static final Cause CAUSE = BlockerKind.WORKING.cause();

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public List<Cause> causes() {
        return Stream.concat(Stream.of(CAUSE), Stream.of(BlockerKind.values()).map(BlockerKind::cause))
                .distinct()
                .toList();
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        return PerServer.judge(scene, LockContention::judge);
    }

    private static Judgement judge(ServerView server) {
        if (server.sessions().samples() == 0) {
            return new Unknown("its sessions were not looked at yet");
        }
        if (waiting(server)) {
            return server.blockers().isEmpty() ? unnamed(server) : supported(server, server.blockers());
        }
        return share(server) <= ORDINARY_SHARE ? new Refuted(count(server)) : new Unknown(count(server));
    }

    static boolean waiting(ServerView server) {
        return server.sessions().lockWaiting() > 0
                && (share(server) >= WAITING_SHARE || server.idleBlocker().isPresent());
    }

    private static Judgement unnamed(ServerView server) {
        return new Supported(
                CAUSE,
                server.target(),
                Strength.LIKELY,
                "sessions wait for locks that others hold",
                List.of(count(server)),
                "Find the blocker with pg_blocking_pids().",
                null);
    }

    /// The blocker that most wait for; [ServerView] sorts them.
    private static Judgement supported(ServerView server, List<Blocker> blockers) {
        var evidence = new ArrayList<String>();
        evidence.add(count(server));
        blockers.forEach(blocker -> evidence.add(describe(blocker)));
        var first = blockers.getFirst();
        var kind = BlockerKind.of(first);
        return new Supported(
                kind.cause(),
                server.target(),
                Strength.CERTAIN,
                kind.statement(first),
                evidence,
                kind.fix(first),
                null);
    }

    private static String describe(Blocker blocker) {
        return "%d sessions wait%s for pid %d (%s, %s for %.1f s): %s"
                .formatted(
                        blocker.waiters(),
                        blocker.lock().isEmpty() ? "" : " for " + blocker.lock() + " and so",
                        blocker.pid(),
                        blocker.application().isEmpty() ? "no application_name" : blocker.application(),
                        blocker.state(),
                        blocker.stateSeconds(),
                        blocker.query());
    }

    private static String count(ServerView server) {
        var sessions = server.sessions();
        return "%d of %d sampled sessions waited for a lock".formatted(sessions.lockWaiting(), sessions.sampled());
    }

    private static double share(ServerView server) {
        var sessions = server.sessions();
        int busy = sessions.running() + sessions.lockWaiting() + sessions.idleInTransaction();
        return busy == 0 ? 0 : (double) sessions.lockWaiting() / busy;
    }
}
