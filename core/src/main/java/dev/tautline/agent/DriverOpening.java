package dev.tautline.agent;

import dev.tautline.agent.ConnectionTest.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Opens the connection with the pool's own driver: for databases and settings that the ladder does not know.
final class DriverOpening implements Opening {
    private final FreshConnection fresh;
    private final FailureReader failures;
    private final Duration timeout;

    DriverOpening(FreshConnection fresh, FailureReader failures, Duration timeout) {
        this.fresh = fresh;
        this.failures = failures;
        this.timeout = timeout;
    }

    @Override
    public Result open() {
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
}
