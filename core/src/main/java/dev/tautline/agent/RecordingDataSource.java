package dev.tautline.agent;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;

/// Stands between the pool and the driver: passes every call on unchanged and records each attempt to connect.
class RecordingDataSource implements DataSource {
    private final Supplier<DataSource> driver;
    private final PoolRecorder recorder;
    private final Consumer<Throwable> failed;
    private final AgentClock clock;

    /// @param failed takes what each attempt failed with, and must not wait
    RecordingDataSource(
            Supplier<DataSource> driver, PoolRecorder recorder, Consumer<Throwable> failed, AgentClock clock) {
        this.driver = driver;
        this.recorder = recorder;
        this.failed = failed;
        this.clock = clock;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return recorded(() -> driver.get().getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return recorded(() -> driver.get().getConnection(username, password));
    }

    private Connection recorded(Opening.FreshConnection attempt) throws SQLException {
        long start = clock.nanos();
        try {
            Connection connection = attempt.open();
            recorder.connected(clock.nanos() - start);
            return connection;
        } catch (SQLException | RuntimeException | Error e) {
            failed.accept(e);
            throw e;
        }
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return driver.get().getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        driver.get().setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        driver.get().setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return driver.get().getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws java.sql.SQLFeatureNotSupportedException {
        return driver.get().getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        DataSource source = driver.get();
        return type.isInstance(source) ? type.cast(source) : source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        DataSource source = driver.get();
        return type.isInstance(source) || source.isWrapperFor(type);
    }

    /// HikariCP looks for `Mysql` in the class name of a data source that it was given
    /// (PoolBase.createNetworkTimeoutExecutor).
    static final class ForMysql extends RecordingDataSource {
        ForMysql(Supplier<DataSource> driver, PoolRecorder recorder, Consumer<Throwable> failed, AgentClock clock) {
            super(driver, recorder, failed, clock);
        }
    }
}
