package dev.tautline.dashboard;

import dev.tautline.incident.Incident;
import dev.tautline.watch.Watch.Tick;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Since when each subject is as it is, and the last incident that touched it. Not thread-safe: the watch's own thread
/// uses it.
final class Standing {
    private final Map<String, Held> held = new HashMap<>();
    private final Map<String, LastIncident> last = new HashMap<>();
    private Instant now = Instant.EPOCH;
    private List<Incident> told = List.of();

    private record Held(String status, Instant since) {}

    /// Goes on to the next second.
    Standing at(Tick tick) {
        now = Millis.of(tick.scene().at());
        if (!tick.incidents().equals(told)) {
            told = tick.incidents();
            last.clear();
            told.reversed().forEach(this::remember);
        }
        return this;
    }

    private void remember(Incident incident) {
        incident.symptoms().forEach(symptom -> last.put(symptom.subject(), LastIncident.of(incident)));
        var cause = incident.cause();
        if (cause != null) {
            last.put(cause.subject(), LastIncident.of(incident));
        }
    }

    /// @param seen what was last seen of it; null while nothing was, and then nothing can be said
    @Nullable
    Instant since(String subject, String status, @Nullable Object seen) {
        if (seen == null) {
            return null;
        }
        var known = held.get(subject);
        if (known == null || !known.status().equals(status)) {
            known = new Held(status, now);
            held.put(subject, known);
        }
        return known.since();
    }

    @Nullable
    LastIncident lastIncident(String subject) {
        return last.get(subject);
    }
}
