package dev.tautline.diagnosis;

import static dev.tautline.diagnosis.Scenes.NOW;
import static dev.tautline.diagnosis.Scenes.millis;

import dev.tautline.agent.AgentReport.ConnectFailure;
import dev.tautline.agent.AgentReport.EffectiveSetting;
import dev.tautline.diagnosis.RouteDetails.OtherAddress;
import dev.tautline.diagnosis.RouteDetails.Trips;
import dev.tautline.probe.Expectation;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.evidence.Role;
import dev.tautline.probe.evidence.ServerAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What can become of a route, a pool or a process, beside what [Scenes] has.
public final class PathScenes {
    private PathScenes() {}

    /// It has failed for eight seconds, and the session that was open before still gets answers.
    public static RouteView openSessionGoesOn(RouteView failing) {
        return failing.with(new RouteDetails(NOW.minusSeconds(8), NOW, false, null, null, null, List.of()));
    }

    /// It has failed for eight seconds, and so has the session that was open before.
    public static RouteView openSessionFails(RouteView failing) {
        return failing.with(
                new RouteDetails(NOW.minusSeconds(8), NOW.minusSeconds(9), true, null, null, null, List.of()));
    }

    /// Has failed since that long.
    public static RouteView failingFor(RouteView route, long seconds) {
        return route.with(new RouteDetails(NOW.minusSeconds(seconds), NOW, false, null, null, null, List.of()));
    }

    public static RouteView withOther(RouteView route, String address, boolean answers) {
        var other = new OtherAddress(address, answers, answers ? "it answers" : "fails: Connect timed out");
        return route.with(new RouteDetails(null, NOW, false, null, null, null, List.of(other)));
    }

    public static RouteView lookedUpIn(RouteView route, double millis) {
        return route.with(new RouteDetails(null, NOW, false, millis("name look-up", millis, 1), null, null, List.of()));
    }

    public static RouteView transferring(RouteView route, double millis) {
        return route.with(
                new RouteDetails(null, NOW, false, null, null, millis("answer of 64 kB", millis, 2), List.of()));
    }

    /// The last twelve climbs: usually 12 ms each, the slowest 15.
    public static RouteView climbing(RouteView route, int stalled, int recovered, double slowest) {
        var trips = new Trips(
                12,
                stalled,
                recovered,
                millis("new connection, median", 12, 12),
                millis("new connection, slowest", slowest, 15));
        return route.with(new RouteDetails(null, NOW, false, null, trips, null, List.of()));
    }

    /// A node of the cluster 7301 that tells its role.
    public static RouteView inRole(RouteView route, boolean inRecovery, boolean readOnly, Instant startedAt) {
        var role = new Role(inRecovery, readOnly, null, 1, 7301L, null, null);
        var answer = new ServerAnswer(
                "PostgreSQL", "18.6", startedAt, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
        var latest = Objects.requireNonNull(route.latest());
        return with(
                route,
                new LadderResult(
                        latest.target(),
                        latest.at(),
                        latest.addresses(),
                        latest.address(),
                        latest.steps(),
                        List.of(answer, role),
                        latest.remarks()));
    }

    public static RouteView expecting(RouteView route, Expectation expected) {
        var latest = Objects.requireNonNull(route.latest());
        return with(
                route,
                new LadderResult(
                        latest.target().expecting(expected),
                        latest.at(),
                        latest.addresses(),
                        latest.address(),
                        latest.steps(),
                        latest.evidence(),
                        latest.remarks()));
    }

    private static RouteView with(RouteView route, LadderResult latest) {
        return new RouteView(
                route.target(),
                route.host(),
                route.silentSeconds(),
                latest,
                route.connect(),
                route.roundTripMinimum(),
                route.former(),
                route.answeredHere(),
                route.details());
    }

    public static PoolView failing(PoolView pool, String sqlState, int calls) {
        return pool.with(new PoolDetails(null, null, null, 0, Map.of(sqlState, calls)));
    }

    /// So many connections opened a second, where one is usual; the last one so many seconds ago.
    public static PoolView opening(PoolView pool, double perSecond, @Nullable Double secondsAgo) {
        var connects = new Reading("connections opened", perSecond, 1.0, Unit.PER_SECOND);
        return pool.with(new PoolDetails(connects, null, secondsAgo, 0, Map.of()));
    }

    /// The pool of [Scenes#pool()] with further settings, or with failed connects.
    public static PoolView having(PoolView pool, List<EffectiveSetting> settings, ConnectFailure... failures) {
        return new PoolView(
                pool.name(),
                pool.hosts(),
                pool.maximum(),
                pool.active(),
                pool.idle(),
                pool.pending(),
                pool.total(),
                pool.acquireTimeouts(),
                pool.borrowsPerSecond(),
                pool.acquireP95(),
                pool.hold(),
                List.of(failures),
                settings,
                pool.details());
    }

    public static EffectiveSetting setting(String name, String value) {
        return new EffectiveSetting(name, value, "application.yml:9:5");
    }

    /// A server that executes so many statements a second, where 400 are usual.
    public static ServerView asking(ServerView server, double perSecond) {
        var rate = new Reading("statements", perSecond, 400.0, Unit.PER_SECOND);
        return server.but()
                .statements(new ServerStatements(server.statementMean(), rate, 0, null))
                .build();
    }

    /// The same, of whose requests that share fails.
    public static InstanceView failingRequests(InstanceView of, double share) {
        var requests = of.requests();
        return withRequests(
                of,
                new RequestView(
                        requests.answered(),
                        share,
                        requests.slow(),
                        requests.perSecond(),
                        requests.totalP95(),
                        requests.total(),
                        requests.waiting(),
                        requests.holding(),
                        requests.own()));
    }

    public static InstanceView withRequests(InstanceView of, RequestView requests) {
        return new InstanceView(
                of.service(),
                of.name(),
                of.startedAt(),
                of.silentSeconds(),
                of.pools(),
                requests,
                of.schedulingDelay(),
                of.process(),
                of.secondsWell());
    }
}
