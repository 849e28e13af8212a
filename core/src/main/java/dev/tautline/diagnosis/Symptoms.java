package dev.tautline.diagnosis;

import dev.tautline.diagnosis.Symptom.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What is wrong in a scene. Latency alone never makes a symptom by a fixed limit: it must be far above its own
/// usual.
public record Symptoms(List<Symptom> all) {
    /// A blip of one failed request in a quiet second is not an outage: at least this many, and this share.
    private static final int FEWEST_ERRORS = 3;

    private static final double ERROR_SHARE = 0.02;

    /// An agent that restarts with its application is away for seconds; longer than this it is not a deploy
    /// (Spring Boot's own graceful shutdown phase alone may take 30 s, docs of Spring Boot 4.1; a start on a slow
    /// machine as long again and more).
    private static final double SILENT_SECONDS = 90;

    private static final double SLOW_FACTOR = 4;
    private static final int FEWEST_REQUESTS = 10;
    private static final double SLOW_SHARE = 0.2;
    private static final double SLOW_EXCESS_MILLIS = 250;

    /// Each deploy would be an incident otherwise.
    private static final double WARMING_UP = 4;

    /// So much longer until each new connection.
    private static final double SLOW_LOOK_UP_MILLIS = 500;

    private static final double CONGESTED_FACTOR = 4;
    private static final double CONGESTED_SESSIONS = 4;
    /// Connections are lent for milliseconds; who waits this long waits for more than a turn.
    private static final double POOLER_QUEUE_SECONDS = 1;

    /// A request has many round trips; the guard's own lateness is less.
    private static final double FAR_FACTOR = 8;

    private static final double FAR_MILLIS = 30;

    private static final double STUCK_SHARE = 0.3;
    private static final double SLOW_MEAN_MILLIS = 2;

    public Symptoms {
        all = List.copyOf(all);
    }

    public static Symptoms in(Scene scene) {
        var found = new ArrayList<Symptom>();
        scene.routes().forEach(route -> ofRoute(route, found));
        ClusterRoles.split(scene)
                .ifPresent(pair -> found.add(new Symptom(
                        Kind.ROLES_SPLIT,
                        pair.getFirst().target(),
                        "%s and %s are of one cluster, and both take writes"
                                .formatted(
                                        pair.getFirst().target(), pair.getLast().target()))));
        scene.instances().forEach(instance -> ofInstance(instance, scene.at(), found));
        scene.servers().forEach(server -> ofServer(server, found));
        if (scene.instances().stream().allMatch(instance -> instance.pools().isEmpty())) {
            scene.routes().forEach(route -> ofWay(route, found));
            scene.servers().forEach(server -> ofRollbacks(server, found));
        }
        return new Symptoms(found);
    }

    public boolean none() {
        return all.isEmpty();
    }

    public boolean on(String subject) {
        return all.stream().anyMatch(symptom -> symptom.subject().equals(subject));
    }

    public Symptoms only(Predicate<Symptom> wanted) {
        return new Symptoms(all.stream().filter(wanted).toList());
    }

    /// The instances that suffer; when none does, all of them: a cause may show before its effect.
    public List<InstanceView> suffering(Scene scene) {
        var suffering = scene.instances().stream().filter(i -> on(i.name())).toList();
        return suffering.isEmpty() ? scene.instances() : suffering;
    }

    /// The pools of the instances that suffer.
    public Stream<PoolView> sufferingPools(Scene scene) {
        return suffering(scene).stream().flatMap(instance -> instance.pools().stream());
    }

    private static void ofRoute(RouteView route, List<Symptom> found) {
        route.failure()
                .ifPresent(failed -> found.add(new Symptom(
                        Kind.CANARY_FAILED,
                        route.target(),
                        "a new connection to " + route.target() + " fails at step "
                                + failed.step().name().toLowerCase(Locale.ROOT) + ": "
                                + failed.failure().words())));
        var lookUp = route.details().resolve();
        if (route.passes() && lookUp != null && lookUp.raised(SLOW_FACTOR, SLOW_LOOK_UP_MILLIS)) {
            found.add(new Symptom(Kind.CANARY_SLOW, route.target(), route.target() + ": " + lookUp));
        }
        if (route.passes()) {
            route.details().others().stream()
                    .filter(other -> !other.answers())
                    .findFirst()
                    .ifPresent(other -> found.add(new Symptom(
                            Kind.ADDRESS_FAILED,
                            route.target(),
                            "%s, which %s stands for, too: %s"
                                    .formatted(other.address(), route.host(), other.evidence()))));
        }
    }

    private static void ofInstance(InstanceView instance, Instant now, List<Symptom> found) {
        if (instance.silentSeconds() > SILENT_SECONDS) {
            add(
                    found,
                    Kind.INSTANCE_SILENT,
                    instance,
                    "has not answered for %.0f s".formatted(instance.silentSeconds()));
        }
        if (instance.silentSeconds() > 0) {
            return; // What it last said is no symptom of now.
        }
        instance.pools().forEach(pool -> ofPool(instance, pool, found));
        ofRequests(instance, instance.warmsUp(now) ? WARMING_UP : 1, found);
    }

    /// Applications that have no agent suffer, too: their sessions pile up.
    private static void ofServer(ServerView server, List<Symptom> found) {
        var busy = server.activity().busy();
        if (!server.answers()) {
            return;
        }
        if (busy != null && busy.raised(CONGESTED_FACTOR, CONGESTED_SESSIONS) && harmed(server)) {
            found.add(new Symptom(Kind.SERVER_CONGESTED, server.target(), server.target() + ": " + busy));
        }
        server.idleBlocker()
                .ifPresent(blocker -> found.add(new Symptom(
                        Kind.SERVER_BLOCKED,
                        server.target(),
                        "%s: %d sessions wait for pid %d, %s for %.0f s"
                                .formatted(
                                        server.target(),
                                        blocker.waiters(),
                                        blocker.pid(),
                                        blocker.state(),
                                        blocker.stateSeconds()))));
        ofPooler(server, found);
        ofStatements(server, found);
        var counters = server.counters();
        if (counters != null && Math.max(counters.deadlocks(), counters.conflicts()) >= FEWEST_ERRORS) {
            found.add(new Symptom(
                    Kind.SERVER_CANCELS,
                    server.target(),
                    server.target()
                            + " cancels transactions: %d deadlocks, %d conflicts with recovery in %.0f s"
                                    .formatted(counters.deadlocks(), counters.conflicts(), counters.windowSeconds())));
        }
    }

    /// Where an agent tells how long requests take, a longer way is harm only when they show it.
    private static void ofWay(RouteView route, List<Symptom> found) {
        var trip = route.roundTripMinimum();
        if (route.passes() && trip != null && trip.raised(FAR_FACTOR, FAR_MILLIS)) {
            found.add(new Symptom(Kind.PATH_SLOW, route.target(), route.target() + ": " + trip));
        }
    }

    /// Where an agent tells how calls end, it tells more than their number.
    private static void ofRollbacks(ServerView server, List<Symptom> found) {
        var counters = server.counters();
        if (server.answers() && counters != null && counters.rollsBack()) {
            found.add(new Symptom(
                    Kind.SERVER_ROLLS_BACK, server.target(), server.target() + ": " + counters.describeRollbacks()));
        }
    }

    private static void ofPooler(ServerView server, List<Symptom> found) {
        var pooler = server.pooler();
        if (pooler == null) {
            return;
        }
        if (!pooler.failure().isEmpty()) {
            found.add(new Symptom(
                    Kind.POOLER_SILENT,
                    server.target(),
                    "the pooler %s: %s".formatted(pooler.console(), pooler.failure())));
        }
        pooler.pools().stream()
                .filter(pool -> pool.clientsWaiting() > 0 && pool.longestWaitSeconds() >= POOLER_QUEUE_SECONDS)
                .findFirst()
                .ifPresent(pool -> found.add(new Symptom(Kind.POOLER_QUEUE, server.target(), pool.describe())));
    }

    /// Statements that are called all the time, and that take far longer than they did. A report that runs once a night
    /// has nothing that is usual.
    private static void ofStatements(ServerView server, List<Symptom> found) {
        var statements = server.statements();
        if (statements == null || statements.mean() == null || statements.top() == null) {
            return;
        }
        var top = statements.top();
        if (statements.mean().raised(SLOW_FACTOR, SLOW_MEAN_MILLIS)
                && statements.excessPerSecond() >= SLOW_EXCESS_MILLIS
                && top.mean().raised(SLOW_FACTOR, SLOW_MEAN_MILLIS)
                && top.callsPerSecond() >= 1) {
            found.add(new Symptom(
                    Kind.SERVER_SLOW,
                    server.target(),
                    "%s: %s, %.0f ms of execution per second beyond the usual"
                            .formatted(server.target(), statements.mean(), statements.excessPerSecond())));
        }
    }

    /// Many sessions at work are no harm by themselves: they also wait, or take longer, or get less done.
    private static boolean harmed(ServerView server) {
        var waits = server.activity().ours();
        int stuck = waits.lock() + waits.syncRep() + waits.io() + waits.timeout();
        var mean = server.statementMean();
        var rate = server.statementsPerSecond();
        return waits.share(stuck) >= STUCK_SHARE
                || (mean != null && mean.raised(SLOW_FACTOR, 1))
                || (rate != null && rate.usual() != null && rate.now() < rate.usual() / 2);
    }

    private static void ofPool(InstanceView instance, PoolView pool, List<Symptom> found) {
        int failed = FailedCalls.notOfTheApplication(pool.details().statementsFailed());
        if (failed >= FEWEST_ERRORS) {
            add(
                    found,
                    Kind.STATEMENTS_FAILING,
                    instance,
                    "pool %s: %d calls on open connections failed (SQLSTATEs %s)"
                            .formatted(pool.name(), failed, pool.details().statementsFailed()));
        }
        String waiting = "%d waiting, %d gave up".formatted(pool.pending(), pool.acquireTimeouts());
        if (pool.exhausted() && (pool.acquireTimeouts() > 0 || waitsLong(pool))) {
            add(
                    found,
                    Kind.POOL_EXHAUSTED,
                    instance,
                    "pool %s: %d of %d connections in use, %s"
                            .formatted(pool.name(), pool.active(), pool.maximum(), waiting));
        } else if (pool.starved()) {
            add(
                    found,
                    Kind.POOL_STARVED,
                    instance,
                    "pool %s: only %d of %d connections open, %s"
                            .formatted(pool.name(), pool.total(), pool.maximum(), waiting));
        }
    }

    /// Waiting a moment for a full pool is what pools are for; it is a symptom when it costs more than the work.
    private static boolean waitsLong(PoolView pool) {
        var waited = pool.acquireP95();
        return waited != null && waited.now() >= 50 && (waited.usual() == null || waited.raised(SLOW_FACTOR, 50));
    }

    /// @param patience how many times the usual limits slowness must exceed
    private static void ofRequests(InstanceView instance, double patience, List<Symptom> found) {
        var requests = instance.requests();
        long errors = Math.round(requests.errors() * requests.answered());
        if (errors >= FEWEST_ERRORS && requests.errors() >= ERROR_SHARE) {
            add(
                    found,
                    Kind.REQUESTS_FAILING,
                    instance,
                    "%d of %d requests failed".formatted(errors, requests.answered()));
        }
        var p95 = requests.totalP95();
        if (p95 != null && p95.raised(patience * SLOW_FACTOR, patience * SLOW_EXCESS_MILLIS)) {
            add(found, Kind.REQUESTS_SLOW, instance, p95.toString());
        } else if (p95 != null && slowOnTheAverage(requests, p95, patience)) {
            add(found, Kind.REQUESTS_SLOW, instance, String.valueOf(requests.total()));
        } else if (p95 != null && p95.usual() == null && slowByItsOwnLimit(requests)) {
            add(
                    found,
                    Kind.REQUESTS_SLOW,
                    instance,
                    "%d %% of requests took longer than the application's own limit; %s"
                            .formatted(Math.round(100 * requests.slow()), p95));
        }
    }

    /// Where some requests are always slow, the others may become so without the slowest ones telling. One late answer
    /// alone raises the mean, too: it counts only where the slowest ones are clearly slower as well.
    private static boolean slowOnTheAverage(RequestView requests, Reading p95, double patience) {
        var mean = requests.total();
        return mean != null
                && requests.answered() >= FEWEST_REQUESTS
                && mean.raised(patience * SLOW_FACTOR, patience * SLOW_EXCESS_MILLIS)
                && p95.raised(SLOW_FACTOR / 2, patience * SLOW_EXCESS_MILLIS);
    }

    /// A watch that starts in the middle of an outage has no usual to compare with; the limit that the application
    /// sets itself (`tautline.slow`) is known.
    private static boolean slowByItsOwnLimit(RequestView requests) {
        return requests.answered() >= FEWEST_REQUESTS && requests.slow() >= SLOW_SHARE;
    }

    private static void add(List<Symptom> found, Kind kind, InstanceView instance, String statement) {
        found.add(new Symptom(kind, instance.name(), instance.name() + ": " + statement));
    }
}
