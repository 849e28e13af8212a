package dev.tautline.incident;

import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Diagnosis;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptom;
import dev.tautline.diagnosis.Symptoms;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Opens, feeds and closes incidents, one tick after the other. Not thread-safe: the watch's own thread uses it; what
/// it
/// hands out is immutable.
public final class IncidentDesk {
    /// Health must hold this long: a pool that empties for a moment is not mended.
    private static final int HEALTHY_TICKS = 5;

    /// A symptom that is not hard counts when it is seen this often in a row.
    private static final int SOFT_TICKS = 2;

    /// Changes this long before the onset may have caused it.
    private static final Duration CHANGES_BEFORE = Duration.ofMinutes(10);

    /// Closed incidents beyond this many are left to the history.
    private static final int MOST_CLOSED = 200;

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final List<Incident> closed = new ArrayList<>();
    private final Set<Change> toldChanges = new HashSet<>();
    /// What suffered when an earlier guard was last there, and has not been seen since.
    private final Set<String> unseen = new HashSet<>();
    private @Nullable OpenIncident current;
    private @Nullable Instant firstSign;
    private @Nullable Instant healthySince;
    private int softTicks;
    private int healthyTicks;

    /// Goes on where an earlier guard ended: what was open stays open, under its id.
    ///
    /// @param past the newest first
    /// @param watched the names of everything that is watched now; what is watched no longer is not waited for
    /// @param lastSeen when the earlier guard was last known to run
    public void resume(List<Incident> past, Set<String> watched, Instant lastSeen, Instant now) {
        past.reversed().stream().filter(incident -> !incident.open()).forEach(this::keep);
        past.stream().filter(Incident::open).findFirst().ifPresent(open -> {
            current = OpenIncident.of(open);
            current.unwatched(lastSeen, now);
            open.symptoms().stream()
                    .map(Symptom::subject)
                    .filter(watched::contains)
                    .forEach(unseen::add);
        });
    }

    /// Takes in one tick. The diagnosis is only looked at while there are symptoms.
    public void tick(Scene scene, Symptoms symptoms, Diagnosis diagnosis, ImpactMeter meter) {
        unseen.removeAll(Health.seen(scene));
        if (symptoms.none()) {
            calm(scene, meter);
        } else {
            suffer(scene, symptoms, diagnosis, meter);
        }
    }

    /// All incidents, the newest first.
    public List<Incident> all() {
        var all = new ArrayList<Incident>();
        if (current != null) {
            all.add(current.present());
        }
        all.addAll(closed.reversed());
        return List.copyOf(all);
    }

    private void suffer(Scene scene, Symptoms symptoms, Diagnosis diagnosis, ImpactMeter meter) {
        healthyTicks = 0;
        healthySince = null;
        softTicks++;
        if (firstSign == null) {
            firstSign = scene.at();
        }
        if (current == null && confirmed(symptoms)) {
            current = new OpenIncident(ID.format(scene.at()), firstSign, scene.at());
        }
        if (current != null) {
            tellChanges(current, scene);
            current.suffers(symptoms, scene.at());
            current.diagnosed(diagnosis);
            current.hits(meter.since(current.countedFrom()));
        }
    }

    private boolean confirmed(Symptoms symptoms) {
        return softTicks >= SOFT_TICKS
                || symptoms.all().stream().anyMatch(symptom -> symptom.kind().hard());
    }

    private void tellChanges(OpenIncident incident, Scene scene) {
        var from = incident.onset().minus(CHANGES_BEFORE);
        for (var change : scene.changes()) {
            if (!change.at().isBefore(from) && toldChanges.add(change)) {
                incident.changed(change);
            }
        }
    }

    private void calm(Scene scene, ImpactMeter meter) {
        firstSign = null;
        softTicks = 0;
        if (current == null) {
            return;
        }
        tellChanges(current, scene);
        if (!unseen.isEmpty() || !Health.proven(scene)) {
            healthyTicks = 0;
            healthySince = null;
            return;
        }
        if (healthySince == null) {
            healthySince = scene.at();
            current.recovered(scene.at());
        }
        if (++healthyTicks >= HEALTHY_TICKS) {
            close(current, healthySince, meter);
        }
    }

    private void close(OpenIncident incident, Instant healthy, ImpactMeter meter) {
        incident.hits(meter.since(incident.countedFrom()));
        incident.resolved(healthy);
        keep(incident.present());
        current = null;
        healthySince = null;
        healthyTicks = 0;
        toldChanges.clear();
    }

    private void keep(Incident incident) {
        closed.add(incident);
        if (closed.size() > MOST_CLOSED) {
            closed.removeFirst();
        }
    }
}
