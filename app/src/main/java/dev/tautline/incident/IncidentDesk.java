package dev.tautline.incident;

import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Diagnosis;
import dev.tautline.diagnosis.Judgement.Supported;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Opens, feeds and closes incidents, one tick after the other. Not thread-safe: the watch's own thread uses it; what
/// it hands out is immutable.
public final class IncidentDesk implements Desk {
    /// Health must hold this long: a pool that empties for a moment is not mended.
    private static final int HEALTHY_TICKS = 5;

    /// What comes back must hold twice as long each time, up to this long.
    private static final int MOST_HEALTHY_TICKS = 300;

    /// Health shorter than this is no health that something could relapse from.
    private static final int TICKS_TO_RELAPSE = 3;

    /// A symptom that is not hard counts when it is seen this often in a row.
    private static final int SOFT_TICKS = 2;

    /// Changes this long before the onset may have caused it.
    private static final Duration CHANGES_BEFORE = Duration.ofMinutes(10);

    /// Closed incidents beyond this many are left to the history.
    private static final int MOST_CLOSED = 200;

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private DeskPolicy policy;
    private final String suffix;
    private final List<Incident> closed = new ArrayList<>();
    private final Set<Change> toldChanges = new HashSet<>();
    /// What suffered when an earlier guard was last there, and has not been seen since.
    private final Set<String> unseen = new HashSet<>();
    private @Nullable OpenIncident current;
    private @Nullable Instant firstSign;
    private @Nullable Instant healthySince;
    private @Nullable Incident reopened;
    private int softTicks;
    private int healthyTicks;

    public IncidentDesk(DeskPolicy policy) {
        this(policy, "");
    }

    /// @param suffix what tells its incidents' ids from those that another desk opens in the same second
    IncidentDesk(DeskPolicy policy, String suffix) {
        this.policy = policy;
        this.suffix = suffix;
    }

    /// A clock that was set back must not give an id twice.
    private String id(Instant at) {
        var second = ID.format(at) + suffix;
        var id = second;
        for (int next = 2; taken(id); next++) {
            id = second + "-" + next;
        }
        return id;
    }

    private boolean taken(String id) {
        return closed.stream().anyMatch(incident -> incident.id().equals(id));
    }

    /// See [IncidentDesks#clockWasSet].
    void clockWasSet(Duration by, Instant at) {
        if (current != null) {
            current.clockWasSet(by, at);
        }
    }

    /// Goes on where an earlier guard ended: what was open stays open, under its id.
    ///
    /// @param past the newest first
    /// @param watched the names of everything that is watched now; what is watched no longer is not waited for
    /// @param lastSeen when the earlier guard was last known to run
    public void resume(List<Incident> past, Set<String> watched, Instant lastSeen, Instant now) {
        var ofServices = past.stream()
                .filter(incident -> !incident.id().startsWith(Troubles.PREFIX))
                .toList();
        ofServices.reversed().stream().filter(incident -> !incident.open()).forEach(this::keep);
        ofServices.stream().filter(Incident::open).findFirst().ifPresent(open -> {
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

    /// What was named as the cause of what is open; null while nothing is, or is named.
    @Nullable
    Supported cause() {
        return current == null ? null : current.present().cause();
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

    /// From now on the team wants this.
    public void change(DeskPolicy present) {
        policy = present;
    }

    @Override
    public Incident act(Action action, Instant at) {
        if (current != null && current.id().equals(action.incident())) {
            current.response().act(action, at);
            return current.present();
        }
        for (int i = 0; i < closed.size(); i++) {
            if (closed.get(i).id().equals(action.incident())) {
                closed.set(i, afterwards(closed.get(i), action, at));
                return closed.get(i);
            }
        }
        throw ActionRefused.unknown(action.incident());
    }

    /// What is over can be spoken of, and nothing else.
    private static Incident afterwards(Incident over, Action action, Instant at) {
        if (action.kind() != Action.Kind.NOTE) {
            throw ActionRefused.because(
                    "incident " + over.id() + " is resolved since " + over.resolvedAt() + "; it takes notes only");
        }
        var spoken = OpenIncident.of(over);
        spoken.response().act(action, at);
        return spoken.present(over.resolvedAt());
    }

    private void suffer(Scene scene, Symptoms symptoms, Diagnosis diagnosis, ImpactMeter meter) {
        if (current != null && healthySince != null) {
            current.response().suffersAgain(scene.at(), healthyTicks >= TICKS_TO_RELAPSE);
        }
        healthyTicks = 0;
        healthySince = null;
        softTicks++;
        if (firstSign == null) {
            firstSign = scene.at();
        }
        if (current == null && confirmed(symptoms)) {
            current = again(symptoms, scene.at())
                    .orElseGet(() -> new OpenIncident(id(scene.at()), firstSign(scene), scene.at()));
        }
        if (current != null) {
            feed(current, scene, symptoms, diagnosis, meter);
            if (current.anotherCause() != null) {
                current = another(scene);
                feed(current, scene, symptoms, diagnosis, meter);
            }
        }
    }

    private void feed(OpenIncident incident, Scene scene, Symptoms symptoms, Diagnosis diagnosis, ImpactMeter meter) {
        tellChanges(incident, scene);
        incident.suffers(symptoms, scene.at());
        incident.response().misses(scene);
        incident.diagnosed(diagnosis);
        incident.hits(meter.since(incident.countedFrom()), scene.at(), policy.objective());
    }

    private Instant firstSign(Scene scene) {
        return firstSign == null ? scene.at() : firstSign;
    }

    /// What suffers again so soon after an end has not ended.
    private Optional<OpenIncident> again(Symptoms symptoms, Instant at) {
        if (closed.isEmpty()) {
            return Optional.empty();
        }
        var last = closed.getLast();
        var over = last.resolvedAt();
        var suffering = symptoms.all().stream().map(OpenIncident::key).collect(Collectors.toSet());
        if (over == null
                || Duration.between(over, at).abs().compareTo(policy.sameWithin()) > 0
                || last.symptoms().stream().map(OpenIncident::key).noneMatch(suffering::contains)) {
            return Optional.empty();
        }
        closed.removeLast();
        reopened = last;
        return Optional.of(OpenIncident.again(last, at));
    }

    /// What was taken for the former incident has a cause of its own: the former stays over, with a word about it.
    private OpenIncident another(Scene scene) {
        var begun = firstSign(scene);
        if (reopened != null) {
            var former = OpenIncident.of(reopened);
            former.response().notThis(scene.at());
            keep(former.present(reopened.resolvedAt()));
            reopened = null;
        }
        toldChanges.clear();
        return new OpenIncident(id(scene.at()), begun, scene.at());
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
                if (mayMend(change, incident)) {
                    incident.response().mayBeMended();
                }
            }
        }
    }

    /// Whether somebody set what is blamed to something else, after it began to hurt.
    private static boolean mayMend(Change change, OpenIncident incident) {
        var cause = incident.present().cause();
        return cause != null
                && change.kind().isSetting()
                && !change.alternates()
                && change.subject().equals(cause.subject())
                && change.at().isAfter(incident.onset());
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
            current.response().recovered(scene.at());
        }
        if (++healthyTicks >= ticksToHold(current)) {
            close(current, healthySince, meter);
        }
    }

    private static int ticksToHold(OpenIncident incident) {
        return Math.min(HEALTHY_TICKS << Math.min(incident.response().relapsesUnmended(), 6), MOST_HEALTHY_TICKS);
    }

    private void close(OpenIncident incident, Instant healthy, ImpactMeter meter) {
        incident.hits(meter.since(incident.countedFrom()), healthy, policy.objective());
        incident.resolved(healthy);
        keep(incident.present());
        current = null;
        reopened = null;
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
