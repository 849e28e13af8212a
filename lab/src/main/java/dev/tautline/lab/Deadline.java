package dev.tautline.lab;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// A point in time after which waiting ends with [DeadlineMissed]. Monotonic: a change of the wall clock
/// does not move it.
public final class Deadline {
    private static final Duration POLL = Duration.ofMillis(10);

    private final Duration timeout;
    private final long endNanos;

    private Deadline(Duration timeout) {
        this.timeout = timeout;
        this.endNanos = System.nanoTime() + timeout.toNanos();
    }

    public static Deadline in(Duration timeout) {
        return new Deadline(timeout);
    }

    /// Time left, never negative.
    public Duration left() {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }

    public boolean isPassed() {
        return endNanos - System.nanoTime() <= 0;
    }

    /// Polls until `done`; throws [DeadlineMissed] naming `what` when the deadline passes or the thread is
    /// interrupted.
    public void await(String what, BooleanSupplier done) {
        await(what, done, () -> "");
    }

    /// As [#await(String,BooleanSupplier)]; `lastSeen` is asked only on failure and ends the message.
    public void await(String what, BooleanSupplier done, Supplier<String> lastSeen) {
        while (!done.getAsBoolean()) {
            if (isPassed()) {
                throw missed(what, lastSeen.get());
            }
            pause(what);
        }
    }

    /// The exception for a wait that ended without `what`, for callers that wait by other means than polling.
    public DeadlineMissed missed(String what, String lastSeen) {
        var seen = lastSeen.isEmpty() ? "" : System.lineSeparator() + lastSeen;
        return new DeadlineMissed("Waited %d ms in vain for %s%s".formatted(timeout.toMillis(), what, seen));
    }

    private static void pause(String what) {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DeadlineMissed("Interrupted while waiting for " + what);
        }
    }
}
