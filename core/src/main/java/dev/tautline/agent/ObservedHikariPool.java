package dev.tautline.agent;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.tautline.agent.AgentReport.PoolReport;
import dev.tautline.probe.ProbeTarget;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// One HikariCP pool under observation. All that touches HikariCP's classes is here and in the other `Hikari`
/// classes, so an application without HikariCP can load the rest.
final class ObservedHikariPool implements ObservedPool {
    private final HikariDataSource pool;
    private final DataSource application;
    private final PoolRecorder recorder;
    private final HikariSettings settings;
    private final HikariDriverSource driver;
    private final boolean hasOwnSource;
    private final List<String> unobserved = new ArrayList<>();

    private ObservedHikariPool(
            HikariDataSource pool, DataSource application, PoolRecorder recorder, SettingOrigins origins) {
        this.pool = pool;
        this.application = application;
        this.recorder = recorder;
        this.settings = new HikariSettings(pool, origins);
        this.hasOwnSource = pool.getDataSource() != null;
        this.driver = new HikariDriverSource(pool, pool.getDataSource());
    }

    /// Null when `dataSource` is no HikariCP data source and wraps none.
    static @Nullable ObservedPool observe(
            DataSource dataSource, PoolRecorder recorder, SettingOrigins origins, AgentClock clock) {
        HikariDataSource pool = find(dataSource);
        if (pool == null) {
            return null;
        }
        ObservedHikariPool observed = new ObservedHikariPool(pool, dataSource, recorder, origins);
        // HikariDataSource starts its pool in this monitor: it cannot start between the question and the installation.
        synchronized (pool) {
            if (pool.getHikariPoolMXBean() == null) {
                observed.installBeforeStart(clock);
            } else {
                observed.installWhileRunning();
            }
        }
        return observed;
    }

    private static @Nullable HikariDataSource find(DataSource dataSource) {
        try {
            if (dataSource instanceof HikariDataSource pool) {
                return pool;
            }
            return dataSource.isWrapperFor(HikariDataSource.class) ? dataSource.unwrap(HikariDataSource.class) : null;
        } catch (SQLException e) {
            throw new IllegalArgumentException(
                    "Cannot unwrap the data source " + dataSource.getClass().getName(), e);
        }
    }

    private void installBeforeStart(AgentClock clock) {
        boolean replaced = canReplaceSource();
        if (replaced) {
            pool.setDataSource(recording(clock));
        } else {
            unobserved.add("failed connects, because the pool's configuration is incomplete: HikariCP will refuse it");
        }
        HikariTracking.install(pool, new HikariTracking.Ours(recorder, !replaced));
        observeFailedStatements();
    }

    private void observeFailedStatements() {
        try {
            HikariErrors.install(pool, recorder);
        } catch (NoSuchMethodError e) {
            unobserved.add("failed statements, because this version of HikariCP shows them to nobody");
        }
    }

    private void installWhileRunning() {
        unobserved.add("failed connects and their step, and failed statements, because the pool was running already");
        if (HikariTracking.hasOther(pool)) {
            unobserved.add(
                    "waits for a connection and times held, because a running pool keeps the metrics tracker it has");
        } else {
            HikariTracking.install(pool, new HikariTracking.Ours(recorder, true));
        }
    }

    // HikariConfig.validate skips its own checks when given a data source; what they refuse must be refused still.
    private boolean canReplaceSource() {
        if (pool.getDataSource() != null) {
            return true;
        }
        if (pool.getDataSourceClassName() != null) {
            return pool.getDriverClassName() == null;
        }
        return pool.getJdbcUrl() != null || pool.getDataSourceJNDI() != null;
    }

    private DataSource recording(AgentClock clock) {
        DataSource given = pool.getDataSource();
        boolean mysql = given != null && given.getClass().getName().contains("Mysql");
        var hidden = new HiddenReason(this::ladderTargets, recorder, clock);
        Consumer<Throwable> failed = thrown -> hidden.record(failures().read(thrown));
        return mysql
                ? new RecordingDataSource.ForMysql(driver::get, recorder, failed, clock)
                : new RecordingDataSource(driver::get, recorder, failed, clock);
    }

    private FailureReader failures() {
        return new FailureReader(settings.driver().hosts());
    }

    @Override
    public Object dataSource() {
        return application;
    }

    @Override
    public Observed observed() {
        return new Observed(name(), unobserved);
    }

    private String name() {
        // HikariCP numbers a nameless pool when it starts.
        return pool.getPoolName() != null ? pool.getPoolName() : "HikariPool";
    }

    @Override
    public ConnectionTest connectionTest(Duration timeout) {
        return new ConnectionTest(() -> opening(timeout));
    }

    private List<ProbeTarget> ladderTargets() {
        boolean byUrl = !hasOwnSource && pool.getDataSourceClassName() == null && pool.getJdbcUrl() != null;
        return byUrl ? LadderTargets.of(pool.getJdbcUrl(), driver.properties()) : List.of();
    }

    private Opening opening(Duration timeout) {
        List<ProbeTarget> targets = ladderTargets();
        return targets.isEmpty()
                ? new DriverOpening(driver::open, failures(), timeout)
                : new LadderOpening(targets, timeout);
    }

    @Override
    public PoolReport report() {
        HikariPoolMXBean gauges = pool.getHikariPoolMXBean();
        return new PoolReport(
                name(),
                settings.url(),
                pool.getMaximumPoolSize(),
                gauges == null ? 0 : gauges.getActiveConnections(),
                gauges == null ? 0 : gauges.getIdleConnections(),
                gauges == null ? 0 : gauges.getThreadsAwaitingConnection(),
                gauges == null ? 0 : gauges.getTotalConnections(),
                recorder.seconds(),
                recorder.failures(),
                settings.settings(),
                List.copyOf(unobserved));
    }
}
