package dev.tautline.incident;

import dev.tautline.diagnosis.Diagnosis;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;

/// The desk of a second outage that has nothing to do with the first: its own cause, owner, health and end. Not
/// thread-safe.
final class SeparateDesk {
    private final IncidentDesk desk;
    private final String subject;
    private Footprint footprint;

    /// @param subject what has the cause; the ids of its incidents end with it
    SeparateDesk(DeskPolicy policy, String subject, Footprint footprint) {
        this.desk = new IncidentDesk(policy, "-" + subject);
        this.subject = subject;
        this.footprint = footprint;
    }

    IncidentDesk desk() {
        return desk;
    }

    Footprint footprint() {
        return footprint;
    }

    boolean open() {
        return desk.all().stream().anyMatch(Incident::open);
    }

    void tick(Scene scene, Symptoms symptoms, Diagnosis diagnosis, ImpactMeter meter) {
        var here = Diagnoses.only(diagnosis, fits -> fits.subject().equals(subject));
        var cause = here.cause();
        if (cause != null) {
            footprint = Footprint.of(cause, scene);
        }
        desk.tick(
                footprint.within(scene),
                footprint.within(symptoms),
                here,
                meter.only(instance -> footprint.subjects().contains(instance)));
    }
}
