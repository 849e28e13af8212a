package dev.tautline.agent;

import java.time.Duration;
import java.time.Instant;

/// A clock that moves when told.
final class ManualClock implements AgentClock {
    private volatile Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private volatile long nanos;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    /// Somebody sets the wall clock.
    synchronized void set(Duration ahead) {
        now = now.plus(ahead);
    }

    synchronized void advance(Duration duration) {
        now = now.plus(duration);
        nanos += duration.toNanos();
    }
}
