package dev.tautline.probe;

import java.time.Duration;

/// A point in time by which something has to end. On the monotonic clock, so setting the system's clock moves no
/// deadline.
public record Deadline(long nanoTime) {
    /// Far beyond what a scheduler does to a thread on a machine that is merely busy.
    private static final Duration LONG = Duration.ofMillis(250);

    public static Deadline after(Duration timeout) {
        return new Deadline(System.nanoTime() + timeout.toNanos());
    }

    /// This deadline, or one `timeout` from now when that is sooner.
    public Deadline orSooner(Duration timeout) {
        return timeout.compareTo(remaining()) < 0 ? after(timeout) : this;
    }

    /// Time left; zero, never negative, when it has passed.
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    /// Whoever notices so late had no processor, and has measured himself.
    boolean isLongPast() {
        return System.nanoTime() - nanoTime > LONG.toNanos();
    }

    public boolean passed() {
        return remaining().isZero();
    }
}
