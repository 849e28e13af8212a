package dev.tautline.dashboard;

import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.PoolView;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.probe.StepResult.Passed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// What one second adds to the charts: values by series. A series is named measure/subject; a subject that is silent
/// has no value, because what it last said is not now. Times are in milliseconds, shares 0 to 1.
record Sample(long epochSecond, Map<String, Double> values) {
    static Sample of(Scene scene) {
        var values = new LinkedHashMap<String, Double>();
        for (var instance : scene.instances()) {
            if (instance.silentSeconds() == 0) {
                add(values, instance);
            }
        }
        for (var route : scene.routes()) {
            if (route.silentSeconds() == 0) {
                add(values, route);
            }
        }
        for (var server : scene.servers()) {
            if (server.silentSeconds() == 0) {
                add(values, server);
            }
        }
        return new Sample(scene.at().getEpochSecond(), values);
    }

    private static void add(Map<String, Double> values, InstanceView instance) {
        var name = instance.name();
        var requests = instance.requests();
        put(values, "requests/" + name, requests.perSecond());
        put(values, "p95/" + name, requests.totalP95());
        if (requests.answered() > 0) {
            values.put("errors/" + name, requests.errors());
        }
        put(values, "waiting/" + name, requests.waiting());
        put(values, "holding/" + name, requests.holding());
        var pools = instance.pools();
        if (!pools.isEmpty()) {
            values.put("connections/" + name, sum(pools, PoolView::active));
            values.put("idle/" + name, sum(pools, PoolView::idle));
            values.put("pending/" + name, sum(pools, PoolView::pending));
            values.put("maximum/" + name, sum(pools, PoolView::maximum));
            values.put("timeouts/" + name, sum(pools, PoolView::acquireTimeouts));
        }
    }

    private static double sum(List<PoolView> pools, ToIntFunction<PoolView> gauge) {
        return pools.stream().mapToInt(gauge).sum();
    }

    /// A ladder that broke has no time: it did not reach its top.
    private static void add(Map<String, Double> values, RouteView route) {
        var name = route.target();
        put(values, "roundTrip/" + name, route.roundTripMinimum());
        var latest = route.latest();
        if (latest == null) {
            return;
        }
        double total = 0;
        for (var step : latest.steps()) {
            if (step instanceof Passed passed) {
                double millis = passed.took().toNanos() / 1e6;
                values.put("step-" + StepState.word(passed.step()) + "/" + name, millis);
                total += millis;
            }
        }
        values.put("reached/" + name, latest.passed() ? 1.0 : 0.0);
        if (latest.passed()) {
            values.put("ladder/" + name, total);
        }
    }

    private static void add(Map<String, Double> values, ServerView server) {
        var name = server.target();
        var sessions = server.sessions();
        int looks = Math.max(1, sessions.samples());
        values.put("running/" + name, (double) sessions.running() / looks);
        values.put("lockWaiting/" + name, (double) sessions.lockWaiting() / looks);
        values.put("idleInTransaction/" + name, (double) sessions.idleInTransaction() / looks);
        values.put("sessionsIdle/" + name, (double) sessions.idle() / looks);
        put(values, "statementMean/" + name, server.statementMean());
        put(values, "statements/" + name, server.statementsPerSecond());
    }

    private static void put(Map<String, Double> values, String series, @Nullable Reading reading) {
        if (reading != null && Double.isFinite(reading.now())) {
            values.put(series, reading.now());
        }
    }
}
