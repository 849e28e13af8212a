package dev.tautline.agent;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.IMetricsTracker;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.util.UtilityElf;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// HikariCP's metrics callbacks, shared with whoever had them first: HikariCP itself allows only one tracker.
final class HikariTracking {
    private static final String HIKARI_METRICS = "com.zaxxer.hikari.metrics.";

    private HikariTracking() {}

    /// Before the pool starts.
    static void install(HikariDataSource pool, IMetricsTracker ours) {
        MetricsTrackerFactory theirs = existing(pool);
        if (pool.getMetricRegistry() != null) {
            pool.setMetricRegistry(null);
        }
        pool.setMetricsTrackerFactory(
                (name, stats) -> theirs == null ? ours : new Both(ours, theirs.create(name, stats)));
    }

    static boolean hasOther(HikariDataSource pool) {
        return pool.getMetricsTrackerFactory() != null || pool.getMetricRegistry() != null;
    }

    private static @Nullable MetricsTrackerFactory existing(HikariDataSource pool) {
        Object registry = pool.getMetricRegistry();
        return registry == null ? pool.getMetricsTrackerFactory() : factoryFor(registry);
    }

    // The choice that HikariPool.setMetricRegistry makes; HikariConfig has admitted only these three kinds.
    private static MetricsTrackerFactory factoryFor(Object registry) {
        String factory;
        if (UtilityElf.safeIsAssignableFrom(registry, "com.codahale.metrics.MetricRegistry")) {
            factory = "dropwizard.CodahaleMetricsTrackerFactory";
        } else if (UtilityElf.safeIsAssignableFrom(registry, "io.dropwizard.metrics5.MetricRegistry")) {
            factory = "dropwizard.Dropwizard5MetricsTrackerFactory";
        } else {
            factory = "micrometer.MicrometerMetricsTrackerFactory";
        }
        return UtilityElf.createInstance(HIKARI_METRICS + factory, MetricsTrackerFactory.class, registry);
    }

    /// Ours. `connects` says whether HikariCP's coarse time of a connect is the only one to be had.
    record Ours(PoolRecorder recorder, boolean connects) implements IMetricsTracker {
        @Override
        public void recordConnectionCreatedMillis(long millis) {
            if (connects) {
                recorder.connected(TimeUnit.MILLISECONDS.toNanos(millis));
            }
        }

        @Override
        public void recordConnectionAcquiredNanos(long nanos) {
            recorder.acquired(nanos);
        }

        @Override
        public void recordConnectionUsageMillis(long millis) {
            recorder.released(TimeUnit.MILLISECONDS.toMicros(millis));
        }

        @Override
        public void recordConnectionTimeout() {
            recorder.acquireTimedOut();
        }
    }

    private record Both(IMetricsTracker ours, IMetricsTracker theirs) implements IMetricsTracker {
        @Override
        public void recordConnectionCreatedMillis(long millis) {
            ours.recordConnectionCreatedMillis(millis);
            theirs.recordConnectionCreatedMillis(millis);
        }

        @Override
        public void recordConnectionAcquiredNanos(long nanos) {
            ours.recordConnectionAcquiredNanos(nanos);
            theirs.recordConnectionAcquiredNanos(nanos);
        }

        @Override
        public void recordConnectionUsageMillis(long millis) {
            ours.recordConnectionUsageMillis(millis);
            theirs.recordConnectionUsageMillis(millis);
        }

        @Override
        public void recordConnectionTimeout() {
            ours.recordConnectionTimeout();
            theirs.recordConnectionTimeout();
        }

        @Override
        public void close() {
            theirs.close();
        }
    }
}
