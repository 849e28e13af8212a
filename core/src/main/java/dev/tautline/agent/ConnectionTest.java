package dev.tautline.agent;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens one connection outside the pool, with the pool's driver, URL and credentials, and says what came of it.
/// Each `run` ends within the timeout, whatever the driver does.
public final class ConnectionTest {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionTest.class);

    private final FreshConnection fresh;
    private final FailureReader failures;
    private final Duration timeout;

    ConnectionTest(FreshConnection fresh, FailureReader failures, Duration timeout) {
        this.fresh = fresh;
        this.failures = failures;
        this.timeout = timeout;
    }

    /// What to do about a database that cannot be reached.
    public enum Mode {
        /// Throw: better no instance than one that cannot work.
        FAIL_FAST,
        /// Log a warning and go on: the database may come later.
        WARN,
        /// Do not test.
        OFF
    }

    /// How a test ended.
    public sealed interface Result {
        /// `took` is from the first lookup to the server's first answer to a query.
        record Connected(Duration took) implements Result {}

        record Failed(FailedConnect failure) implements Result {}
    }

    /// For application start.
    ///
    /// @throws ConnectionTestException in mode `FAIL_FAST`, when no connection could be opened
    public void apply(Mode mode) {
        if (mode == Mode.OFF) {
            return;
        }
        switch (run()) {
            case Result.Connected connected ->
                LOG.info(
                        "The database answers: connected in {} ms.",
                        connected.took().toMillis());
            case Result.Failed failed -> complain(failed.failure(), mode);
        }
    }

    private static void complain(FailedConnect failure, Mode mode) {
        if (mode == Mode.FAIL_FAST) {
            throw new ConnectionTestException(failure);
        }
        LOG.warn("{}", failure.sentence());
    }

    public Result run() {
        long start = System.nanoTime();
        FutureTask<@Nullable Void> attempt = new FutureTask<>(this::attempt);
        // A virtual thread, because interrupting it closes the socket it is blocked on: nothing is left behind.
        Thread thread = Thread.ofVirtual().name("tautline-connection-test").start(attempt);
        try {
            attempt.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return new Result.Connected(Duration.ofNanos(System.nanoTime() - start));
        } catch (TimeoutException e) {
            return hanging(thread);
        } catch (ExecutionException e) {
            return new Result.Failed(failures.read(e));
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return new Result.Failed(failures.read(e));
        }
    }

    private Result hanging(Thread thread) {
        StackTraceElement[] frames = thread.getStackTrace();
        thread.interrupt();
        return new Result.Failed(failures.readHanging(frames, timeout.toMillis() + " ms"));
    }

    private @Nullable Void attempt() throws SQLException {
        int seconds = (int) Math.max(1, timeout.toSeconds());
        try (Connection connection = fresh.open()) {
            if (!connection.isValid(seconds)) {
                throw new SQLException("The session was opened, but the server does not answer a query");
            }
        }
        return null;
    }

    /// Opens a connection that no pool knows.
    @FunctionalInterface
    interface FreshConnection {
        Connection open() throws SQLException;
    }
}
