package dev.tautline.probe;

import java.time.Duration;

/// A point in time by which something has to end. On the monotonic clock, so setting the system's clock moves no
/// deadline.
public record Deadline(long nanoTime) {
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

    public boolean passed() {
        return remaining().isZero();
    }
}
