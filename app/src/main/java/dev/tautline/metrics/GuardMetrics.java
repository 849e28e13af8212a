package dev.tautline.metrics;

import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.PoolView;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.finding.Severity;
import dev.tautline.incident.Incident;
import dev.tautline.probe.StepResult.Passed;
import dev.tautline.watch.Watch.Tick;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Turns each second of the watch into metrics of one registry. [#accept] belongs to the watch's thread. Labels are
/// names that `taut.yaml` or an agent gives, and words of fixed lists; statements, addresses and visitors are none.
///
/// `db.client.connection.*` are named as OpenTelemetry's semantic conventions for database client metrics (1.40) name
/// them.
public final class GuardMetrics {
    private static final String POOL = "db.client.connection.pool.name";
    private static final String STATE = "db.client.connection.state";
    private static final double MILLIS = 1000;

    private final Gauges gauges;
    private final Counter seconds;
    private final MeterRegistry registry;
    private final AtomicLong skipped = new AtomicLong();
    private Set<String> known = new HashSet<>();

    public GuardMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.gauges = new Gauges(registry);
        this.seconds = Counter.builder("tautline.watch.seconds")
                .description("Seconds that were judged")
                .register(registry);
        FunctionCounter.builder("tautline.watch.skipped", skipped, AtomicLong::get)
                .description("Samples that were due while an earlier one was still running")
                .register(registry);
        declare();
    }

    private void declare() {
        gauges.declare("tautline.target.up", "1 when a fresh connection passed every step, 0 when one failed", null);
        gauges.declare("tautline.target.silent", "How long no ladder has ended; 0 while they do", "seconds");
        gauges.declare("tautline.target.step", "What each step of a fresh connection took", "seconds");
        gauges.declare("tautline.target.round.trip", "Least round trip to the server", "seconds");
        gauges.declare("tautline.server.connections", "Client connections of the server", null);
        gauges.declare("tautline.server.connections.limit", "max_connections", null);
        gauges.declare("tautline.server.sessions", "Sessions by what they do, mean of the last looks", null);
        gauges.declare("tautline.server.statement.mean", "Mean execution time of a statement", "seconds");
        gauges.declare("tautline.instance.up", "1 while the agent answers", null);
        gauges.declare("tautline.instance.requests", "Requests per second", null);
        gauges.declare("tautline.instance.request.errors", "Share of requests that failed", "ratio");
        gauges.declare("tautline.instance.request.p95", "What the slowest 5 % of requests took at least", "seconds");
        gauges.declare("tautline.pool.wait.p95", "What the slowest 5 % waited for a connection at least", "seconds");
        gauges.declare("tautline.pool.hold.mean", "How long connections are held", "seconds");
        gauges.declare("tautline.incidents.open", "Incidents that are not over, by severity", null);
        gauges.declare("db.client.connection.count", "Connections of a pool, by state", null);
        gauges.declare("db.client.connection.max", "The most connections that a pool may have", null);
        gauges.declare("db.client.connection.pending_requests", "Requests that wait for a connection", null);
    }

    /// Takes in one second of the watch.
    public void accept(Tick tick) {
        seconds.increment();
        skipped.set(tick.skippedSamples());
        tick.scene().routes().forEach(this::set);
        tick.scene().servers().stream()
                .filter(server -> server.silentSeconds() == 0)
                .forEach(this::set);
        tick.scene().instances().forEach(this::set);
        count(tick);
        gauges.publish();
    }

    private void set(RouteView route) {
        var target = route.target();
        gauges.set("tautline.target.silent", route.silentSeconds(), "target", target);
        var latest = route.latest();
        if (latest == null || route.silentSeconds() > 0) {
            return;
        }
        gauges.set("tautline.target.up", latest.passed() ? 1 : 0, "target", target);
        for (var step : latest.steps()) {
            if (step instanceof Passed passed) {
                var name = passed.step().name().toLowerCase(Locale.ROOT);
                gauges.set("tautline.target.step", passed.took().toNanos() / 1e9, "target", target, "step", name);
            }
        }
        gauges.set("tautline.target.round.trip", inSeconds(route.roundTripMinimum()), "target", target);
    }

    private void set(ServerView server) {
        var target = server.target();
        gauges.set("tautline.server.connections", server.activity().connections(), "target", target);
        gauges.set("tautline.server.connections.limit", server.activity().maxConnections(), "target", target);
        var sessions = server.sessions();
        double looks = Math.max(1, sessions.samples());
        setSessions(target, "running", sessions.running() / looks);
        setSessions(target, "waiting_for_lock", sessions.lockWaiting() / looks);
        setSessions(target, "idle_in_transaction", sessions.idleInTransaction() / looks);
        setSessions(target, "idle", sessions.idle() / looks);
        gauges.set("tautline.server.statement.mean", inSeconds(server.statementMean()), "target", target);
    }

    private void setSessions(String target, String state, double amount) {
        gauges.set("tautline.server.sessions", amount, "target", target, "state", state);
    }

    private void set(InstanceView instance) {
        boolean answers = instance.silentSeconds() == 0;
        String[] who = {"service", instance.service(), "instance", instance.name()};
        gauges.set("tautline.instance.up", answers ? 1 : 0, who);
        if (answers) {
            var requests = instance.requests();
            gauges.set("tautline.instance.requests", now(requests.perSecond()), who);
            gauges.set("tautline.instance.request.errors", requests.answered() == 0 ? null : requests.errors(), who);
            gauges.set("tautline.instance.request.p95", inSeconds(requests.totalP95()), who);
            instance.pools().forEach(pool -> set(instance, pool));
        }
    }

    private void set(InstanceView instance, PoolView pool) {
        String[] who = {"service", instance.service(), "instance", instance.name(), POOL, pool.name()};
        gauges.set("db.client.connection.count", pool.active(), with(who, STATE, "used"));
        gauges.set("db.client.connection.count", pool.idle(), with(who, STATE, "idle"));
        gauges.set("db.client.connection.max", pool.maximum(), who);
        gauges.set("db.client.connection.pending_requests", pool.pending(), who);
        gauges.set("tautline.pool.wait.p95", inSeconds(pool.acquireP95()), who);
        gauges.set("tautline.pool.hold.mean", inSeconds(pool.hold()), who);
    }

    private static String[] with(String[] tags, String name, String value) {
        var more = Arrays.copyOf(tags, tags.length + 2);
        more[tags.length] = name;
        more[tags.length + 1] = value;
        return more;
    }

    /// One that is over when it is first seen was counted by an earlier guard.
    private void count(Tick tick) {
        for (var severity : Severity.values()) {
            long open = tick.incidents().stream()
                    .filter(Incident::open)
                    .filter(incident -> incident.handling().severity() == severity)
                    .count();
            gauges.set(
                    "tautline.incidents.open", open, "severity", severity.name().toLowerCase(Locale.ROOT));
        }
        var present = new HashSet<String>();
        for (var incident : tick.incidents()) {
            present.add(incident.id());
            if (incident.open() && !known.contains(incident.id())) {
                registry.counter("tautline.incidents.opened").increment();
            }
        }
        known = present;
    }

    private static @Nullable Double now(@Nullable Reading reading) {
        return reading == null ? null : reading.now();
    }

    private static @Nullable Double inSeconds(@Nullable Reading millis) {
        return millis == null ? null : millis.now() / MILLIS;
    }
}
