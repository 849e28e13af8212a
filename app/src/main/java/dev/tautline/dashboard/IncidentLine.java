package dev.tautline.dashboard;

import dev.tautline.incident.Incident;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One incident in the list of all: when, what, how many.
record IncidentLine(
        String id,
        boolean open,
        Instant onset,
        @Nullable Instant resolvedAt,
        @Nullable String cause,
        @Nullable String subject,
        double shareOfVisitors) {
    static IncidentLine of(Incident incident) {
        var cause = incident.cause();
        return new IncidentLine(
                incident.id(),
                incident.open(),
                Millis.of(incident.onset()),
                Millis.ofNullable(incident.resolvedAt()),
                cause == null ? null : cause.cause().title(),
                cause == null ? null : cause.subject(),
                incident.impact().shareOfVisitors());
    }
}
