package dev.tautline.dashboard;

import dev.tautline.incident.Incident;
import java.time.Instant;

/// The last incident that touched a subject.
record LastIncident(String id, boolean open, Instant onset) {
    static LastIncident of(Incident incident) {
        return new LastIncident(incident.id(), incident.open(), Millis.of(incident.onset()));
    }
}
