package dev.tautline.history.series;

import java.time.Duration;

/// How long values are kept, by how finely.
///
/// @param seconds of every second
/// @param moments of every second around a change or an incident
public record Keeping(
        Duration seconds,
        Duration moments,
        Duration tenSeconds,
        Duration minutes,
        Duration tenMinutes,
        Duration hours) {
    /// The finest that each chart of the dashboard can draw is kept as long as it may ask for it.
    public static final Keeping DEFAULT = new Keeping(
            Duration.ofHours(1),
            Duration.ofDays(30),
            Duration.ofDays(2),
            Duration.ofDays(15),
            Duration.ofDays(90),
            Duration.ofDays(400));

    Duration of(Tier tier) {
        return switch (tier) {
            case SECOND -> moments;
            case TEN_SECONDS -> tenSeconds;
            case MINUTE -> minutes;
            case TEN_MINUTES -> tenMinutes;
            case HOUR -> hours;
        };
    }
}
