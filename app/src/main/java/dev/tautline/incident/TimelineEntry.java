package dev.tautline.incident;

import java.time.Instant;

/// One line of an incident's timeline.
public record TimelineEntry(Instant at, Kind kind, String text) {
    public enum Kind {
        CHANGE,
        SYMPTOM,
        DETECTED,
        CAUSE,
        REVISED,
        /// Nobody watched: the guard was not running.
        AWAY,
        RECOVERED,
        RESOLVED
    }
}
