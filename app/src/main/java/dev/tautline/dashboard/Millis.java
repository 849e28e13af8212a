package dev.tautline.dashboard;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Instants as browsers read them: ECMAScript promises to parse three digits of a second and no more.
final class Millis {
    private Millis() {}

    static Instant of(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    static @Nullable Instant ofNullable(@Nullable Instant at) {
        return at == null ? null : of(at);
    }
}
