package dev.tautline.alert;

import java.time.Duration;
import java.time.Instant;

/// Lets through so many a minute: a bucket that fills evenly. Not thread-safe.
final class PaceKeeper {
    private final int perMinute;
    private double left;
    private Instant filledAt;

    PaceKeeper(int perMinute, Instant now) {
        this.perMinute = perMinute;
        this.left = perMinute;
        this.filledAt = now;
    }

    /// Whether one may go now; it is counted. A clock that jumps back fills nothing and takes nothing.
    boolean lets(Instant now) {
        double millis = Math.max(0, Duration.between(filledAt, now).toMillis());
        left = Math.min(perMinute, left + millis * perMinute / 60_000);
        filledAt = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
