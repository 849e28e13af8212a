package dev.tautline.incident;

import dev.tautline.diagnosis.Diagnosis;
import dev.tautline.diagnosis.Diagnostician;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptom;
import dev.tautline.diagnosis.Symptoms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One desk for outages, and one for each danger: what will end badly may last for days, and must neither hide an
/// outage nor be mistaken for its cause. Not thread-safe: the watch's own thread uses it.
public final class IncidentDesks implements Desk {
    private DeskPolicy policy;
    private final IncidentDesk outages;
    private final List<Hypothesis> dangers;
    private final Map<String, IncidentDesk> ofDangers = new LinkedHashMap<>();

    /// Dangers hit nobody yet.
    private final ImpactMeter nobody = new ImpactMeter();

    public IncidentDesks(DeskPolicy policy, List<Hypothesis> dangers) {
        this.policy = policy;
        this.outages = new IncidentDesk(policy);
        this.dangers = List.copyOf(dangers);
    }

    /// From now on the team wants this.
    public void change(DeskPolicy present) {
        policy = present;
        outages.change(present);
        ofDangers.values().forEach(desk -> desk.change(present));
    }

    /// See [IncidentDesk#resume].
    public void resume(List<Incident> past, Set<String> watched, Instant lastSeen, Instant now) {
        outages.resume(
                past.stream().filter(incident -> danger(incident).isEmpty()).toList(), watched, lastSeen, now);
        for (var danger : dangers) {
            var of = past.stream()
                    .filter(incident -> danger(incident).filter(danger::equals).isPresent())
                    .toList();
            if (!of.isEmpty()) {
                desk(danger).resume(of, watched, lastSeen, now);
            }
        }
    }

    /// Takes in one tick: an outage's symptoms with their diagnosis, and whatever danger the scene shows.
    public void tick(Scene scene, Symptoms symptoms, Diagnosis diagnosis, ImpactMeter meter) {
        outages.tick(scene, symptoms, diagnosis, meter);
        dangers.forEach(danger -> tick(danger, scene));
    }

    /// What cannot be told neither opens an incident nor closes one, and while an outage lasts nothing new is opened
    /// beside it.
    private void tick(Hypothesis danger, Scene scene) {
        var diagnosis = new Diagnostician(List.of(danger)).diagnose(scene, new Symptoms(List.of()));
        var cause = diagnosis.cause();
        if (cause == null) {
            var desk = ofDangers.get(danger.cause().id());
            if (desk != null && diagnosis.open().isEmpty()) {
                desk.tick(scene, new Symptoms(List.of()), diagnosis, nobody);
            }
        } else if (ofDangers.containsKey(danger.cause().id()) || !outage()) {
            var symptom = new Symptom(Symptom.Kind.SERVER_ENDANGERED, cause.subject(), cause.statement());
            desk(danger).tick(scene, new Symptoms(List.of(symptom)), diagnosis, nobody);
        }
    }

    private IncidentDesk desk(Hypothesis danger) {
        return ofDangers.computeIfAbsent(danger.cause().id(), id -> new IncidentDesk(policy, "-" + id));
    }

    /// The danger whose incident this is; empty for an outage's.
    private Optional<Hypothesis> danger(Incident incident) {
        return dangers.stream()
                .filter(danger -> incident.id().endsWith("-" + danger.cause().id()))
                .findFirst();
    }

    /// The machine's clock was set while an outage is open; its times go on by the former one.
    ///
    /// @param by how much it is ahead now
    public void clockWasSet(Duration by, Instant at) {
        outages.clockWasSet(by, at);
    }

    /// An outage is open.
    public boolean outage() {
        return outages.all().stream().anyMatch(Incident::open);
    }

    /// All incidents, the newest first.
    public List<Incident> all() {
        var all = new ArrayList<Incident>(outages.all());
        ofDangers.values().forEach(desk -> all.addAll(desk.all()));
        // Stable: incidents of one desk keep their order.
        all.sort(Comparator.comparing(Incident::detectedAt).reversed());
        return List.copyOf(all);
    }

    @Override
    public Incident act(Action action, Instant at) {
        return Stream.concat(Stream.of(outages), ofDangers.values().stream())
                .filter(desk ->
                        desk.all().stream().anyMatch(incident -> incident.id().equals(action.incident())))
                .findFirst()
                .orElse(outages)
                .act(action, at);
    }
}
