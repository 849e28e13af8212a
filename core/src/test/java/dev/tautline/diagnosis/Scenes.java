package dev.tautline.diagnosis;

import dev.tautline.agent.AgentReport.ConnectFailure;
import dev.tautline.agent.AgentReport.EffectiveSetting;
import dev.tautline.diagnosis.RouteView.FormerAddress;
import dev.tautline.diagnosis.ServerActivity.Waits;
import dev.tautline.diagnosis.ServerView.Blocker;
import dev.tautline.diagnosis.ServerView.Sessions;
import dev.tautline.diagnosis.ServerView.Standby;
import dev.tautline.finding.Owner;
import dev.tautline.probe.Failure;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepResult;
import dev.tautline.probe.StepResult.Failed;
import dev.tautline.probe.StepResult.Passed;
import dev.tautline.probe.StepResult.Skipped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Scenes for tests: a healthy shop of three instances on one primary and one standby, and what can become of it.
public final class Scenes {
    public static final Instant NOW = Instant.parse("2026-06-07T10:45:00Z");

    private Scenes() {}

    public static Scene healthy() {
        return scene(
                List.of(instance("shop-1", pool()), instance("shop-2", pool()), instance("shop-3", pool())),
                List.of(passing("db-1"), passing("db-2")),
                List.of(server("db-1", 0.3, sessions(0, 0))));
    }

    public static Scene scene(List<InstanceView> instances, List<RouteView> routes, List<ServerView> servers) {
        return new Scene(NOW, instances, routes, servers, List.of());
    }

    public static Scene with(Scene scene, Change... changes) {
        return new Scene(
                scene.at(),
                scene.instances(),
                scene.routes(),
                scene.servers(),
                List.of(changes),
                scene.calmUntil(),
                null);
    }

    /// The same, seen by a guard whose threads wake up so late.
    public static Scene seenLate(double millis, Scene scene) {
        return new Scene(
                scene.at(),
                scene.instances(),
                scene.routes(),
                scene.servers(),
                scene.changes(),
                scene.calmUntil(),
                millis("the guard's own scheduling delay p95", millis, 1));
    }

    /// The same after a while in which all was well until so many seconds ago.
    public static Scene calmUntil(long secondsAgo, Scene scene) {
        return new Scene(
                scene.at(),
                scene.instances(),
                scene.routes(),
                scene.servers(),
                scene.changes(),
                scene.at().minusSeconds(secondsAgo),
                null);
    }

    public static Reading millis(String what, double now, double usual) {
        return new Reading(what, now, usual, Unit.MILLIS);
    }

    /// 4 of 20 in use, nobody waits, 40 borrows a second held for 50 ms.
    public static PoolView pool() {
        return pool(20, 4, 0, 0, 40, 50);
    }

    public static PoolView pool(int maximum, int active, int pending, int timeouts, double borrows, double hold) {
        return new PoolView(
                "buy",
                List.of("db-1"),
                maximum,
                active,
                maximum - active,
                pending,
                maximum,
                timeouts,
                new Reading("borrows", borrows, 40.0, Unit.PER_SECOND),
                millis("wait for a connection p95", pending == 0 ? 0.1 : 1500, 0.1),
                millis("connections held for", hold, 50),
                List.of(),
                List.of(new EffectiveSetting("maximumPoolSize", "" + maximum, "application.yml:12:26")));
    }

    /// A pool that cannot open connections.
    public static PoolView starved(ConnectFailure failure) {
        return new PoolView("buy", List.of("db-1"), 20, 0, 0, 5, 0, 3, null, null, null, List.of(failure), List.of());
    }

    public static InstanceView instance(String name, PoolView pool) {
        double waiting = pool.pending() == 0 ? 0.1 : 1400;
        return instance(name, pool, 20, waiting, 10);
    }

    public static InstanceView instance(String name, PoolView pool, double rate, double waiting, double own) {
        double holding = pool.hold() == null ? 0 : pool.hold().now();
        double total = waiting + holding + own;
        return new InstanceView(
                "chandlery",
                name,
                NOW.minusSeconds(600),
                0,
                List.of(pool),
                new RequestView(
                        (int) (3 * rate),
                        0,
                        0,
                        new Reading("requests", rate, 20.0, Unit.PER_SECOND),
                        millis("requests p95", 1.5 * total, 90),
                        millis("requests take", total, 60),
                        millis("waiting for a connection", waiting, 0.1),
                        millis("holding a connection", holding, 50),
                        millis("own work", own, 10)),
                millis("scheduling delay p95", 0.2, 0.2));
    }

    /// An instance whose process hardly gets to run.
    public static InstanceView starved(InstanceView of) {
        return new InstanceView(
                of.service(),
                of.name(),
                of.startedAt(),
                of.silentSeconds(),
                of.pools(),
                of.requests(),
                millis("scheduling delay p95", 180, 0.2));
    }

    public static ServerView server(String target, double statementMillis, Sessions sessions, Standby... standbys) {
        return ServerView.of(target, activity(sessions))
                .statements(new ServerStatements(
                        millis("mean statement time", statementMillis, 0.3),
                        new Reading("statements", 400, 400.0, Unit.PER_SECOND),
                        400 * Math.max(0, statementMillis - 0.3),
                        null))
                .replication(ServerReplication.ofPrimary(standbys))
                .wal(new ServerWal(new Reading("WAL", 1e6, 1e6, Unit.BYTES_PER_SECOND), true, 0, "", 20.0))
                .checkpoints(new ServerCheckpoints(60, 1, 0, null))
                .storage(new ServerStorage(
                        4L << 30,
                        0.0,
                        new Reading("temporary files", 0, 0.0, Unit.BYTES_PER_SECOND),
                        0,
                        new Reading("blocks read", 20, 20.0, Unit.PER_SECOND),
                        null))
                .vacuum(new ServerVacuum(50_000_000, 200_000_000, null, 0, 3, List.of()))
                .counters(new ServerCounters(
                        10,
                        0,
                        0,
                        0,
                        4000,
                        2,
                        new Reading("sessions begun on " + target, 2, 2.0, Unit.PER_SECOND),
                        new Reading("sessions just logging in", 0, 0.0, Unit.COUNT)))
                .fileErrors(List.of())
                .shutOut(List.of())
                .build();
    }

    private static ServerActivity activity(Sessions sessions) {
        return new ServerActivity(
                sessions,
                waits(sessions.running() + sessions.lockWaiting(), sessions.lockWaiting(), 0, 0),
                Waits.NONE,
                List.of(),
                60,
                100,
                new Reading("sessions waiting for a lock", sessions.lockWaiting(), 0.0, Unit.COUNT),
                null,
                new Reading("other sessions on the CPU", 0, 0.2, Unit.COUNT),
                millis("the guard's shortest question", 0.4, 0.4),
                List.of(),
                null);
    }

    /// Executing sessions, of which some wait for a lock, a standby or a file; the others wait for nothing.
    public static Waits waits(int executing, int lock, int syncRep, int io) {
        return new Waits(executing, executing - lock - syncRep - io, lock, syncRep, io, 0, 0, 0, 0);
    }

    /// The same server with one part of its activity as it is not in health.
    public static ServerView with(ServerView server, Waits ours, Blocker... blockers) {
        var of = server.activity();
        return server.but()
                .activity(new ServerActivity(
                        of.sessions(),
                        ours,
                        of.others(),
                        of.groups(),
                        of.connections(),
                        of.maxConnections(),
                        of.lockWaiters(),
                        of.busy(),
                        of.othersOnCpu(),
                        of.roundTrip(),
                        List.of(blockers),
                        of.oldest()))
                .build();
    }

    /// Four looks at 60 sessions; the rest of the sessions is idle.
    public static Sessions sessions(int lockWaiting, int idleInTransaction) {
        return new Sessions(4, 240, 2, lockWaiting, idleInTransaction, 238 - lockWaiting - idleInTransaction);
    }

    public static RouteView passing(String target) {
        return passing(target, 2.1);
    }

    public static RouteView passing(String target, double roundTripMillis) {
        return new RouteView(
                target,
                target,
                0,
                ladder(target, null),
                millis("TCP connect", 0.3, 0.3),
                millis("minimum round trip", roundTripMillis, 2.0),
                null,
                NOW);
    }

    public static RouteView failing(String target, Step step, FailureKind kind, @Nullable FormerAddress former) {
        return new RouteView(target, target, 0, ladder(target, failed(step, kind)), null, null, former, null);
    }

    /// After so long a wait.
    public static RouteView failingAfter(Duration waited, String target, Step step, FailureKind kind) {
        return new RouteView(target, target, 0, ladder(target, failed(step, kind, waited)), null, null, null, null);
    }

    /// At the address where the ladder was climbed `ago`.
    public static RouteView failingWhereItAnswered(String target, Step step, FailureKind kind, Duration ago) {
        return new RouteView(target, target, 0, ladder(target, failed(step, kind)), null, null, null, NOW.minus(ago));
    }

    /// The same route, whose latest climb began then.
    public static RouteView climbedAt(RouteView route, Instant then) {
        var latest = Objects.requireNonNull(route.latest());
        return new RouteView(
                route.target(),
                route.host(),
                route.silentSeconds(),
                new LadderResult(
                        latest.target(),
                        then,
                        latest.addresses(),
                        latest.address(),
                        latest.steps(),
                        latest.evidence(),
                        latest.remarks()),
                route.connect(),
                route.roundTripMinimum(),
                route.former(),
                route.answeredHere(),
                route.details());
    }

    /// A name that was waited for so long.
    public static RouteView withoutName(String target, Duration waited) {
        var failed = failed(Step.RESOLVE, FailureKind.RESOLVER_SILENT, waited);
        return new RouteView(target, target, 0, ladder(target, failed), null, null, null, null);
    }

    private static Failed failed(Step step, FailureKind kind) {
        return failed(step, kind, Duration.ofSeconds(6));
    }

    private static Failed failed(Step step, FailureKind kind, Duration waited) {
        var failure = new Failure(
                kind, "CODE", "the words of " + kind.id(), "cause", Owner.DATABASE, List.of(), "next", "fix");
        return new Failed(step, waited, failure);
    }

    private static LadderResult ladder(String target, @Nullable Failed failed) {
        var steps = new ArrayList<StepResult>();
        for (var step : Step.values()) {
            if (failed == null || step.compareTo(failed.step()) < 0) {
                steps.add(new Passed(step, Duration.ofMillis(1), "fine"));
            } else if (step == failed.step()) {
                steps.add(failed);
            } else {
                steps.add(new Skipped(step, "an earlier step failed"));
            }
        }
        var probed = ProbeTarget.of(target, 5432, "chandlery", "tautline");
        return new LadderResult(probed, NOW, List.of(), null, steps, List.of(), List.of());
    }
}
