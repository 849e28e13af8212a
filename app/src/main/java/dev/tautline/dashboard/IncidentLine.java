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
        @Nullable String owner,
        String severity,
        String state,
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
                cause == null ? null : Words.of(cause.cause().owner()),
                Words.of(incident.handling().severity()),
                Words.of(incident.state()),
                incident.impact().shareOfVisitors());
    }
}
