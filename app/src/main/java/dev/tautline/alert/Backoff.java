package dev.tautline.alert;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// How long a receiver that failed is left alone: longer each time, and not the same for everybody.
record Backoff(RandomGenerator random) {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /// A receiver may ask for more, but not to be forgotten.
    private static final Duration LONGEST_ASKED = Duration.ofHours(1);

    /// @param attempts at least 1
    Duration after(int attempts, @Nullable Duration asked) {
        var doubled = Duration.ofSeconds(1L << Math.min(attempts - 1, 10));
        long millis = shorter(doubled, LONGEST).toMillis();
        var own = Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
        if (asked == null) {
            return own;
        }
        var patient = shorter(asked, LONGEST_ASKED);
        return patient.compareTo(own) > 0 ? patient : own;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
