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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One desk for outages, one for each further outage that has nothing to do with the first ([Footprint#apart]), and one
/// for each danger: what will end badly may last for days, and must neither hide an outage nor be mistaken for its
/// cause. Not thread-safe: the watch's own thread uses it.
public final class IncidentDesks implements Desk {
    /// When it was opened; what it is kept apart by, which is no number.
    private static final Pattern ID = Pattern.compile("\\d{8}-\\d{6}-(?!\\d+$)(.+)");

    private DeskPolicy policy;
    private final IncidentDesk outages;
    private final List<Hypothesis> dangers;
    private final Map<String, IncidentDesk> ofDangers = new LinkedHashMap<>();
    private final Map<String, SeparateDesk> separate = new LinkedHashMap<>();

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
        separate.values().forEach(one -> one.desk().change(present));
        ofDangers.values().forEach(desk -> desk.change(present));
    }

    /// See [IncidentDesk#resume].
    public void resume(List<Incident> past, Set<String> watched, Instant lastSeen, Instant now) {
        var ofOutages =
                past.stream().filter(incident -> danger(incident).isEmpty()).toList();
        outages.resume(
                ofOutages.stream()
                        .filter(incident -> separateSubject(incident).isEmpty())
                        .toList(),
                watched,
                lastSeen,
                now);
        ofOutages.stream()
                .map(IncidentDesks::separateSubject)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(subject -> resumeSeparate(subject, ofOutages, watched, lastSeen, now));
        for (var danger : dangers) {
            var of = past.stream()
                    .filter(incident -> danger(incident).filter(danger::equals).isPresent())
                    .toList();
            if (!of.isEmpty()) {
                desk(danger).resume(of, watched, lastSeen, now);
            }
        }
    }

    private void resumeSeparate(
            String subject, List<Incident> past, Set<String> watched, Instant lastSeen, Instant now) {
        var of = past.stream()
                .filter(incident -> separateSubject(incident).equals(Optional.of(subject)))
                .toList();
        var footprint = new Footprint(
                of.getFirst().symptoms().stream().map(Symptom::subject).collect(Collectors.toSet()));
        var desk = new SeparateDesk(policy, subject, footprint);
        desk.desk().resume(of, watched, lastSeen, now);
        separate.put(subject, desk);
    }

    /// The subject that the id of an outage ends with when it was kept apart from another; numbers only tell ids of one
    /// second apart.
    private static Optional<String> separateSubject(Incident incident) {
        var matcher = ID.matcher(incident.id());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /// Takes in one tick: an outage's symptoms with their diagnosis, and whatever danger the scene shows.
    public void tick(Scene scene, Symptoms symptoms, Diagnosis diagnosis, ImpactMeter meter) {
        var apart = apart(scene, symptoms, diagnosis);
        var rest = new Rest(scene, symptoms, diagnosis, meter);
        for (var one : separate.values()) {
            if (one.open() || apart.contains(one)) {
                one.tick(scene, symptoms, diagnosis, meter);
                rest = rest.without(one);
            }
        }
        outages.tick(rest.scene(), rest.symptoms(), rest.diagnosis(), rest.meter());
        dangers.forEach(danger -> tick(danger, scene));
    }

    /// What is left for the first outage's desk.
    private record Rest(Scene scene, Symptoms symptoms, Diagnosis diagnosis, ImpactMeter meter) {
        Rest without(SeparateDesk one) {
            var theirs = one.footprint().subjects();
            return new Rest(
                    one.footprint().without(scene),
                    one.footprint().without(symptoms),
                    Diagnoses.only(diagnosis, fits -> !theirs.contains(fits.subject())),
                    meter.only(instance -> !theirs.contains(instance)));
        }
    }

    /// The desks of proven causes that have nothing to do with the one of the first outage.
    private Set<SeparateDesk> apart(Scene scene, Symptoms symptoms, Diagnosis diagnosis) {
        var first = outages.cause();
        return first == null
                ? Set.of()
                : Diagnoses.fitting(diagnosis).stream()
                        .filter(fits -> Footprint.apart(first, fits, scene, symptoms))
                        .map(fits -> separate.computeIfAbsent(
                                fits.subject(),
                                subject -> new SeparateDesk(policy, subject, Footprint.of(fits, scene))))
                        .collect(Collectors.toSet());
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
        separate.values().forEach(one -> one.desk().clockWasSet(by, at));
    }

    /// An outage is open.
    public boolean outage() {
        return outages.all().stream().anyMatch(Incident::open)
                || separate.values().stream().anyMatch(SeparateDesk::open);
    }

    /// All incidents, the newest first.
    public List<Incident> all() {
        var all = new ArrayList<Incident>(outages.all());
        separate.values().forEach(one -> all.addAll(one.desk().all()));
        ofDangers.values().forEach(desk -> all.addAll(desk.all()));
        // Stable: incidents of one desk keep their order.
        all.sort(Comparator.comparing(Incident::detectedAt).reversed());
        return List.copyOf(all);
    }

    @Override
    public Incident act(Action action, Instant at) {
        return Stream.of(
                        Stream.of(outages),
                        separate.values().stream().map(SeparateDesk::desk),
                        ofDangers.values().stream())
                .flatMap(desks -> desks)
                .filter(desk ->
                        desk.all().stream().anyMatch(incident -> incident.id().equals(action.incident())))
                .findFirst()
                .orElse(outages)
                .act(action, at);
    }
}
