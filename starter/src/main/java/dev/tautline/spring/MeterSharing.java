package dev.tautline.spring;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.IMetricsTracker;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.ClassUtils;

/// Keeps the `hikaricp.*` meters. Spring Boot 4.1 gives a pool its Micrometer tracker only when the pool has no tracker
/// (DataSourcePoolMetricsAutoConfiguration), so observing first would silently end them.
final class MeterSharing {
    private static final boolean MICROMETER =
            ClassUtils.isPresent("io.micrometer.core.instrument.MeterRegistry", MeterSharing.class.getClassLoader());

    private final BeanFactory beans;

    MeterSharing(BeanFactory beans) {
        this.beans = beans;
    }

    void leaveRoomFor(HikariDataSource pool) {
        if (MICROMETER && pool.getMetricRegistry() == null && pool.getMetricsTrackerFactory() == null) {
            pool.setMetricsTrackerFactory(new WhenPoolStarts(beans));
        }
    }

    // The registry exists when the pool starts, but not yet when the data source is made.
    private record WhenPoolStarts(BeanFactory beans) implements MetricsTrackerFactory {
        @Override
        public IMetricsTracker create(String poolName, com.zaxxer.hikari.metrics.PoolStats stats) {
            MeterRegistry registry = beans.getBeanProvider(MeterRegistry.class).getIfUnique();
            return registry == null
                    ? new IMetricsTracker() {}
                    : new MicrometerMetricsTrackerFactory(registry).create(poolName, stats);
        }
    }
}
