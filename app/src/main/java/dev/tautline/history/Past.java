package dev.tautline.history;

import dev.tautline.alert.quiet.Silence;
import dev.tautline.incident.Incident;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an earlier guard left behind.
///
/// @param incidents the newest first
/// @param usual what was learnt of each signal
/// @param deliveries those that are not settled, and all of open incidents
/// @param silences those that hold, and those that did until lately
/// @param lastSeen when a guard was last known to run; null when none ever was
public record Past(
        List<Incident> incidents,
        Usual usual,
        List<Delivery> deliveries,
        List<Silence> silences,
        @Nullable Instant lastSeen) {}
