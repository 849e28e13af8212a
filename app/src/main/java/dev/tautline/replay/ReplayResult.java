package dev.tautline.replay;

import dev.tautline.published.GuardIncident;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of a replay. Times count from the onset.
///
/// @param alarmsBefore incidents that the guard opened before the outage: on a machine that is too busy, or false
/// alarms
/// @param shoppersHit share of the shoppers who met an error or waited over a second, by their own count, 0 to 1
/// @param shortfalls what was expected and did not happen; empty when all did
record ReplayResult(
        Outage outage,
        Instant onset,
        GuardIncident incident,
        int alarmsBefore,
        double shoppersHit,
        String postmortem,
        List<String> shortfalls) {
    Duration detected() {
        return Duration.between(onset, incident.detectedAt());
    }

    @Nullable
    Duration named() {
        return incident.namedAt() == null ? null : Duration.between(onset, incident.namedAt());
    }

    @Nullable
    Duration resolved() {
        return incident.resolvedAt() == null ? null : Duration.between(onset, incident.resolvedAt());
    }
}
