package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.PoolerView.Pool;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The pooler lives and lets its clients wait: it has no server connection free, or is paused. Its console tells which;
/// without one, a route on which a pooler stood shows that it waits.
final class PoolerWaiting implements Hypothesis {
    private static final double LONG_SECONDS = 0.5;

    /// PgBouncer's default of `server_login_retry`, and as long again.
    private static final Duration LOGIN_RETRY = Duration.ofSeconds(30);

    /// More of the sessions at work than this wait inside the server: its own trouble, and any pool fills.
    private static final double STUCK = 0.3;

    private static final Cause FULL = new Cause("pooler-pool-too-small", "Clients wait in the pooler", Owner.PLATFORM);

    private static final Cause PAUSED = new Cause("pooler-paused", "The pooler is paused", Owner.PLATFORM);

    /// The pooler let us in by itself, and nobody answers the first question.
    private static final Set<FailureKind> WAITS = EnumSet.of(FailureKind.STEP_TIMED_OUT);

    @Override
    public Cause cause() {
        return FULL;
    }

    @Override
    public List<Cause> causes() {
        return List.of(FULL, PAUSED);
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var byConsole = byConsole(scene);
        var waiting = scene.routes().stream()
                .filter(route -> BehindPooler.isPooler(route) && route.fails(WAITS))
                .findFirst();
        if (byConsole instanceof Supported told) {
            return told.strength() == Strength.LIKELY ? unlessWithoutServer(told, scene) : told;
        }
        return waiting.isEmpty() ? byConsole : ofRoute(waiting.get(), scene);
    }

    /// A pooler that cannot log in to its server lets clients wait as well, and says so or does not let new ones in.
    private static Judgement unlessWithoutServer(Supported told, Scene scene) {
        return scene.routes().stream()
                .filter(route -> BehindPooler.isPooler(route)
                        && (route.fails(PoolerWithoutServer.SAY_SO) || route.fails(PoolerWithoutServer.WAITS)))
                .findFirst()
                .<Judgement>map(route -> new Unknown(told.statement() + "; but " + Routes.describe(route)))
                .orElse(told);
    }

    private static Judgement byConsole(Scene scene) {
        var behind = scene.servers().stream()
                .filter(server -> server.pooler() != null)
                .toList();
        if (behind.isEmpty()) {
            return scene.servers().isEmpty()
                    ? new Unknown("no server is looked into")
                    : new Refuted("no pooler's console is configured, and no new connection waits in a pooler");
        }
        return PerServer.judge(scene.with(behind), server -> judge(server, scene));
    }

    /// What only the console could tell apart is named by what the clients see.
    private static Judgement ofRoute(RouteView route, Scene scene) {
        return switch (BehindPooler.of(route, scene)) {
            case BehindPooler.Answers(var target, var words) ->
                scene.server(target).filter(PoolerWaiting::slowBehind).isPresent()
                        ? new Unknown(Routes.describe(route) + ", but " + target + " is slower than usual")
                        : waiting(route, target, words);
            case BehindPooler.Fails fails -> new Refuted(fails.words());
            case BehindPooler.NotYet(var why) -> new Unknown(why);
            case BehindPooler.Unwatched() ->
                new Unknown("no watched route leads past " + route.target() + " to the server behind it");
        };
    }

    private static Supported waiting(RouteView route, String behind, String words) {
        var evidence = new ArrayList<String>();
        evidence.add(Routes.describe(route));
        evidence.addAll(route.failure().orElseThrow().failure().provenFine());
        evidence.add(words);
        return new Supported(
                FULL,
                route.target(),
                Strength.LIKELY,
                "the pooler lets clients in and then lets them wait, and " + behind + " behind it answers",
                evidence,
                "SHOW POOLS and SHOW DATABASES in the pooler's console tell whether its server connections are all in"
                        + " use (raise pool_size or max_db_connections, shorten transactions) or it is paused (RESUME)."
                        + " Give the guard that console: `pooler` of the target in taut.yaml.",
                null);
    }

    private static Judgement judge(ServerView server, Scene scene) {
        var pooler = Objects.requireNonNull(server.pooler());
        if (!pooler.failure().isEmpty()) {
            return new Unknown(pooler.console() + ": " + pooler.failure());
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
        if (pool.withholds()) {
            return triesAgain(server, scene)
                    ? new Unknown(pool.describe() + ", but the server was started anew, and a pooler tries it again"
                            + " after its server_login_retry")
                    : paused(
                            server,
                            pool,
                            Strength.LIKELY,
                            "clients wait although the pooler could serve them: %d of %d server connections are idle, none"
                                            .formatted(pool.serversIdle(), pool.size())
                                    + " is being opened");
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
                "the pooler in front of " + server.target() + " gives nobody a connection to database "
                        + pool.database(),
                List.of(sign, pool.describe(), "the server behind it answers the guard"),
                "In PgBouncer's console: RESUME; (after ENABLE " + pool.database()
                        + "; where it is disabled). If it is not paused, its log says why it cannot log in to the server.",
                null);
    }

    private static boolean triesAgain(ServerView server, Scene scene) {
        return scene.changes(Change.Kind.SERVER_START, server.target())
                .anyMatch(start -> Duration.between(start.at(), scene.at()).compareTo(LOGIN_RETRY) <= 0);
    }

    /// Locks, slow statements and whatever else holds sessions up inside the server fill any pool.
    private static boolean slowBehind(ServerView server) {
        var mean = server.statementMean();
        var ours = server.activity().ours();
        return LockContention.waiting(server)
                || (mean != null && mean.raised(3, 1))
                || ours.share(ours.syncRep() + ours.io()) >= STUCK;
    }
}
