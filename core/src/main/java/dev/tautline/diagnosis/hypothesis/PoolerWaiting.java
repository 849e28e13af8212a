package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.PoolerView.Pool;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// PgBouncer has no server connection free, is paused, or does not answer.
final class PoolerWaiting implements Hypothesis {
    private static final double LONG_SECONDS = 0.5;

    private static final Cause FULL = new Cause("pooler-pool-too-small", "Clients wait in the pooler", Owner.PLATFORM);
    private static final Cause DOWN = new Cause("pooler-down", "The pooler is down", Owner.PLATFORM);

    private static final Cause PAUSED = new Cause("pooler-paused", "The pooler is paused", Owner.PLATFORM);

    @Override
    public Cause cause() {
        return FULL;
    }

    @Override
    public List<Cause> causes() {
        return List.of(FULL, PAUSED, DOWN);
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var behind = scene.servers().stream()
                .filter(server -> server.pooler() != null)
                .toList();
        if (behind.isEmpty()) {
            return scene.servers().isEmpty()
                    ? new Unknown("no server is looked into")
                    : new Refuted("no pooler's console is configured");
        }
        return PerServer.judge(scene.with(behind), PoolerWaiting::judge);
    }

    private static Judgement judge(ServerView server) {
        var pooler = Objects.requireNonNull(server.pooler());
        if (!pooler.failure().isEmpty()) {
            return new Supported(
                    DOWN,
                    server.target(),
                    Strength.LIKELY,
                    "the pooler in front of " + server.target() + " does not answer",
                    List.of(pooler.console() + ": " + pooler.failure(), "the server behind it answers the guard"),
                    "Start PgBouncer again, or look at why its console refuses: systemctl status pgbouncer.",
                    null);
        }
        var waiting = pooler.pools().stream()
                .filter(pool -> pool.clientsWaiting() > 0)
                .max(Comparator.comparingDouble(Pool::longestWaitSeconds));
        if (waiting.isEmpty()) {
            return new Refuted("no client waits in the pooler");
        }
        var pool = waiting.get();
        if (pool.paused()) {
            return paused(
                    server,
                    pool,
                    Strength.CERTAIN,
                    "SHOW DATABASES says that " + pool.database() + " is paused or disabled");
        }
        if (pool.longestWaitSeconds() < LONG_SECONDS) {
            return new Unknown(pool.describe());
        }
        if (pool.servesNobody()) {
            return paused(
                    server,
                    pool,
                    Strength.LIKELY,
                    "no server connection is open or being opened, although clients wait");
        }
        if (slowBehind(server)) {
            return new Unknown(pool.describe() + ", but the server behind it is slower than usual");
        }
        return new Supported(
                FULL,
                server.target(),
                Strength.LIKELY,
                "clients wait in the pooler for one of " + pool.size() + " server connections",
                List.of(pool.describe()),
                "Raise pool_size of database " + pool.database()
                        + " (below max_connections less the reserved ones), or let transactions be shorter; with"
                        + " session pooling, clients that keep connections keep them from others.",
                null);
    }

    private static Judgement paused(ServerView server, Pool pool, Strength strength, String sign) {
        return new Supported(
                PAUSED,
                server.target(),
                strength,
                "the pooler in front of " + server.target() + " serves nobody of database " + pool.database(),
                List.of(sign, pool.describe(), "the server behind it answers the guard"),
                "In PgBouncer's console: RESUME; (after ENABLE " + pool.database()
                        + "; where it is disabled). If it is not paused, its log says why it cannot log in to the server.",
                null);
    }

    /// Locks and slow statements fill any pool.
    private static boolean slowBehind(ServerView server) {
        var mean = server.statementMean();
        return LockContention.waiting(server) || (mean != null && mean.raised(3, 1));
    }
}
