package dev.tautline.incident;

import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Diagnosis;
import dev.tautline.diagnosis.Diagnosis.Open;
import dev.tautline.diagnosis.Diagnosis.RuledOut;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Symptom;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.incident.TimelineEntry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The incident that is going on: grows with each tick until it is resolved. Not thread-safe.
final class OpenIncident {
    /// A cause that a change or the component itself proves is named at once; one that only fits must fit again.
    private static final int TICKS_TO_NAME_LIKELY = 2;

    /// Another cause must fit this long before a named one is taken back: the first seconds of a recovery fit anything.
    private static final int TICKS_TO_REVISE = 3;

    /// A cause that only fits takes back a proven one only when it outlasts any recovery: clients keep an address for
    /// half a minute, and their failures with it (networkaddress.cache.ttl, JDK 25).
    private static final int TICKS_TO_REVISE_FIRMER = 40;

    /// So long a change may go unnoticed after it was made.
    private static final Duration UNNOTICED = Duration.ofSeconds(10);

    private final String id;
    private final Instant onset;
    private final Instant detectedAt;
    private final List<TimelineEntry> timeline = new ArrayList<>();
    private final Map<String, Symptom> symptoms = new LinkedHashMap<>();
    private final Map<String, RuledOut> ruledOut = new LinkedHashMap<>();
    private final Impact countedBefore;
    private Instant countedFrom;
    /// When it began, or was last opened again.
    private Instant begun;
    private List<Open> undecided = List.of();
    private Impact impact = Impact.NONE;
    private @Nullable Supported cause;
    private @Nullable Instant namedAt;
    private @Nullable Instant resolvedAt;
    private @Nullable Supported candidate;
    private int candidateTicks;
    private List<Supported> alsoFits = List.of();
    private final Response response;
    /// Opened again, and the former cause has not shown since.
    private boolean causeToConfirm;
    private @Nullable Supported anotherCause;
    private Duration clockSetBy = Duration.ZERO;

    OpenIncident(String id, Instant onset, Instant detectedAt) {
        this.id = id;
        this.onset = onset;
        this.countedFrom = onset;
        this.begun = onset;
        this.countedBefore = Impact.NONE;
        this.detectedAt = detectedAt;
        this.response = new Response(timeline, Handling.NONE);
        timeline.add(new TimelineEntry(detectedAt, Kind.DETECTED, "incident opened"));
    }

    /// Goes on with an incident that an earlier guard opened.
    static OpenIncident of(Incident past) {
        var incident = new OpenIncident(past);
        past.symptoms().forEach(symptom -> incident.symptoms.put(key(symptom), symptom));
        past.ruledOut().forEach(out -> incident.ruledOut.put(out.cause().id(), out));
        return incident;
    }

    private OpenIncident(Incident past) {
        this.id = past.id();
        this.onset = past.onset();
        this.countedFrom = past.onset();
        this.begun = past.onset();
        this.detectedAt = past.detectedAt();
        this.timeline.addAll(past.timeline());
        this.undecided = past.undecided();
        this.impact = past.impact();
        this.countedBefore = past.impact();
        this.cause = past.cause();
        this.namedAt = past.namedAt();
        this.alsoFits = past.handling().alsoFits();
        this.response = new Response(timeline, past.handling());
    }

    /// It was over at `past.resolvedAt()`, and is back.
    static OpenIncident again(Incident past, Instant at) {
        var incident = of(past);
        incident.countedFrom = at;
        incident.begun = at;
        incident.causeToConfirm = past.cause() != null;
        incident.response.reopened(at);
        return incident;
    }

    /// What is back after [#again] turned out to have this cause, which is not the former one.
    @Nullable
    Supported anotherCause() {
        return anotherCause;
    }

    Response response() {
        return response;
    }

    /// The clock that others go by differs from the incident's from now on; told once for each time that it was set.
    void clockWasSet(Duration by, Instant at) {
        if (by.minus(clockSetBy).abs().compareTo(Duration.ofSeconds(2)) > 0) {
            clockSetBy = by;
            timeline.add(new TimelineEntry(
                    at,
                    Kind.AWAY,
                    "the machine's clock is %d s %s from here on; these times go on by the one before"
                            .formatted(by.abs().toSeconds(), by.isNegative() ? "behind" : "ahead")));
        }
    }

    /// Nobody watched in between: what happened then is not on the timeline. A clock that was set back meanwhile does
    /// not make the time negative.
    void unwatched(Instant from, Instant to) {
        countedFrom = from.isAfter(to) ? to : from;
        timeline.add(new TimelineEntry(to, Kind.AWAY, "the guard was away from " + from + " to " + to));
    }

    String id() {
        return id;
    }

    Instant onset() {
        return onset;
    }

    /// Since when requests are to be counted: the onset, or where an earlier guard stopped counting.
    Instant countedFrom() {
        return countedFrom;
    }

    /// What was told before it was opened again is not told twice.
    void changed(Change change) {
        var entry = new TimelineEntry(change.at(), Kind.CHANGE, change.toString());
        if (!timeline.contains(entry)) {
            timeline.add(entry);
        }
    }

    void suffers(Symptoms present, Instant at) {
        for (var symptom : present.all()) {
            if (symptoms.put(key(symptom), symptom) == null) {
                timeline.add(new TimelineEntry(at, Kind.SYMPTOM, symptom.statement()));
                response.contradicted();
            }
        }
    }

    static String key(Symptom symptom) {
        return symptom.kind() + " " + symptom.subject();
    }

    void hits(Impact present, Instant at, @Nullable Objective objective) {
        impact = impact.worst(countedBefore.plus(present));
        var lasting = at.isBefore(onset) ? Duration.ZERO : Duration.between(onset, at);
        response.assessed(
                Assessment.of(impact, symptoms.values(), lasting, objective),
                objective == null ? null : objective.burnRate(impact),
                at);
    }

    /// Takes in the diagnosis of one tick in which there are symptoms.
    void diagnosed(Diagnosis diagnosis) {
        var fits = diagnosis.cause();
        if (fits != null) {
            consider(fits, diagnosis.at());
        }
        // What was ruled out is told from seconds in which the cause showed: while it is being mended, everything is
        // well.
        if (cause == null || (fits != null && same(cause, fits))) {
            undecided = diagnosis.open();
            alsoFits = diagnosis.alsoFits();
            diagnosis.ruledOut().forEach(out -> ruledOut.put(out.cause().id(), out));
        }
        if (cause != null) {
            ruledOut.remove(cause.cause().id());
        }
    }

    private void consider(Supported fits, Instant at) {
        candidateTicks = candidate != null && same(candidate, fits) ? candidateTicks + 1 : 1;
        candidate = fits;
        if (cause != null && same(cause, fits)) {
            cause = firmer(cause, fits);
            if (causeToConfirm && candidateTicks >= ticksToName(fits)) {
                confirm(fits, at);
            }
        } else if (causeToConfirm && candidateTicks >= ticksToName(fits)) {
            anotherCause = fits;
        } else if (candidateTicks >= ticksNeeded(fits)) {
            name(fits, at);
        }
    }

    private int ticksNeeded(Supported fits) {
        if (cause != null) {
            boolean weaker = fits.strength().compareTo(cause.strength()) < 0;
            boolean late = cameLater(fits.change());
            return weaker || late ? TICKS_TO_REVISE_FIRMER : TICKS_TO_REVISE;
        }
        return ticksToName(fits);
    }

    /// What was changed in the midst of an incident did not bring it about: somebody tries to mend it.
    private boolean cameLater(@Nullable Change change) {
        return change != null && change.at().isAfter(begun.plus(UNNOTICED));
    }

    private static int ticksToName(Supported fits) {
        return fits.strength() == Strength.CERTAIN ? 1 : TICKS_TO_NAME_LIKELY;
    }

    private void name(Supported fits, Instant at) {
        boolean revised = cause != null;
        var text = fits.cause().title() + ": " + fits.statement();
        timeline.add(
                revised
                        ? new TimelineEntry(at, Kind.REVISED, "cause revised: " + text)
                        : new TimelineEntry(at, Kind.CAUSE, "cause named: " + text));
        cause = fits;
        namedAt = at;
    }

    private void confirm(Supported fits, Instant at) {
        causeToConfirm = false;
        namedAt = at;
        timeline.add(new TimelineEntry(
                at,
                Kind.CONFIRMED,
                "the cause is the same again: " + fits.cause().title() + ": " + fits.statement()));
    }

    /// The evidence of the present, unless the former was firmer: recovery thins out what was certain.
    private static Supported firmer(Supported former, Supported present) {
        return former.strength().compareTo(present.strength()) > 0 ? former : present;
    }

    void resolved(Instant at) {
        resolvedAt = at;
        timeline.add(new TimelineEntry(
                at, Kind.RESOLVED, "health proven: every ladder reaches its top, every agent answers, no pool waits"));
    }

    Incident present() {
        return present(resolvedAt);
    }

    Incident present(@Nullable Instant over) {
        return new Incident(
                id,
                onset,
                detectedAt,
                namedAt,
                over,
                cause,
                List.copyOf(ruledOut.values()),
                undecided,
                List.copyOf(symptoms.values()),
                impact,
                timeline.stream()
                        .sorted(Comparator.comparing(TimelineEntry::at))
                        .toList(),
                response.handling(alsoFits));
    }

    private static boolean same(Supported one, Supported other) {
        return one.cause().id().equals(other.cause().id()) && one.subject().equals(other.subject());
    }
}
