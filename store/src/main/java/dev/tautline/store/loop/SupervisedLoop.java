package dev.tautline.store.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs one task again and again until closed. A task that throws is logged and tried again after the pause: a database
/// that is away for a minute costs a minute, not the worker. Thread-safe.
public final class SupervisedLoop implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SupervisedLoop.class);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);

    private final String name;
    private final Duration pause;
    private final Runnable task;
    private final InstantSource clock;
    private volatile boolean closing;
    private volatile @Nullable Instant lastSuccess;
    private @Nullable Thread worker;
    private int failuresInARow;

    public SupervisedLoop(String name, Duration pause, Runnable task, InstantSource clock) {
        this.name = name;
        this.pause = pause;
        this.task = task;
        this.clock = clock;
    }

    public synchronized SupervisedLoop start() {
        worker = Thread.ofVirtual().name(name).start(this::runUntilClosed);
        return this;
    }

    /// When the task last ended well, if it ever did.
    public Optional<Instant> lastSuccess() {
        return Optional.ofNullable(lastSuccess);
    }

    /// Asks the loop to end and waits at most ten seconds for the round that is running.
    @Override
    public synchronized void close() {
        closing = true;
        var running = worker;
        if (running == null) {
            return;
        }
        LockSupport.unpark(running);
        try {
            if (!running.join(LONGEST_CLOSE)) {
                log.warn("Loop {} did not end within {}; it is left behind", name, LONGEST_CLOSE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void runUntilClosed() {
        while (!closing) {
            runOnce();
            if (!closing) {
                LockSupport.parkNanos(this, pause.toNanos());
            }
        }
    }

    private void runOnce() {
        try {
            task.run();
            if (failuresInARow > 0) {
                log.info("Loop {} works again after {} failed rounds", name, failuresInARow);
            }
            failuresInARow = 0;
            lastSuccess = clock.instant();
        } catch (RuntimeException | Error failed) {
            // Errors, too: a loop that a missing class or a full heap has ended once would never work again.
            failuresInARow++;
            // One line at the first failure and then at every sixtieth: an outage must not bury the log.
            if (failuresInARow % 60 == 1) {
                log.warn("Loop {} failed {} times in a row and goes on: {}", name, failuresInARow, failed.toString());
            }
        }
    }
}
