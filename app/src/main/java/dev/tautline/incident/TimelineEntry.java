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
        /// It was open again, and the former cause has shown itself anew.
        CONFIRMED,
        /// Nobody watched, or by another clock: the guard was not running, or the machine's clock was set.
        AWAY,
        RECOVERED,
        RESOLVED,
        /// Somebody took it.
        ACKNOWLEDGED,
        /// Somebody says that users are out of it.
        MITIGATED,
        /// What a person has to say.
        NOTE,
        /// Symptoms are back after health had been proven.
        RELAPSED,
        /// It was over, and is open again.
        REOPENED,
        /// It hits more than was known.
        WORSENED
    }
}
