package dev.tautline.watch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The last thing that a lane brought, and when. `value` is null until it has brought anything; `problem` is null while
/// it succeeds. Absence is a state of its own: it never reads as health.
record Sampled<T>(
        @Nullable T value, @Nullable Instant at, @Nullable String problem) {
    static <T> Sampled<T> nothingYet() {
        return new Sampled<>(null, null, null);
    }

    Sampled<T> failed(String why) {
        return new Sampled<>(value, at, why);
    }

    /// The same, as a clock has it that was set by so much since.
    Sampled<T> shifted(Duration by) {
        return new Sampled<>(value, at == null ? null : at.plus(by), problem);
    }

    /// Seconds for which nothing new came, beyond the `patience` that a sample may take; 0 while it is fresh.
    double silentSeconds(Instant now, Instant watchingSince, Duration patience) {
        var last = at == null ? watchingSince : at;
        double age = Duration.between(last, now).toMillis() / 1000.0;
        return age <= patience.toMillis() / 1000.0 ? 0 : age;
    }
}
