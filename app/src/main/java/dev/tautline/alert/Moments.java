package dev.tautline.alert;

import dev.tautline.incident.Incident;
import dev.tautline.incident.TimelineEntry;
import dev.tautline.incident.TimelineEntry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Which transitions an incident has been through that people are to be told of. Read from its timeline alone, so that
/// a guard that was killed and its successor find the same ones.
final class Moments {
    /// The first message waits this long for the cause: one call with a name beats two.
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private Moments() {}

    /// @param name tells two moments of one incident apart
    record Moment(Transition transition, String name) {}

    static List<Moment> of(Incident incident, Instant now) {
        var moments = new ArrayList<Moment>();
        var waitedUntil = incident.detectedAt().plus(PATIENCE);
        var named = of(Kind.CAUSE, incident);
        if (!named.isEmpty() || !incident.open() || !now.isBefore(waitedUntil)) {
            moments.add(new Moment(Transition.OPENED, "opened"));
        }
        if (!named.isEmpty() && named.getFirst().at().isAfter(waitedUntil)) {
            moments.add(new Moment(Transition.NAMED, "named"));
        }
        for (int revision = 1; revision <= of(Kind.REVISED, incident).size(); revision++) {
            moments.add(new Moment(Transition.REVISED, "revised-" + revision));
        }
        if (!incident.open()) {
            moments.add(new Moment(Transition.RESOLVED, "resolved"));
        }
        return moments;
    }

    private static List<TimelineEntry> of(Kind kind, Incident incident) {
        return incident.timeline().stream()
                .filter(entry -> entry.kind() == kind)
                .toList();
    }
}
