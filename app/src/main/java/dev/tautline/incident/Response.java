package dev.tautline.incident;

import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Scene;
import dev.tautline.finding.Severity;
import dev.tautline.incident.TimelineEntry.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What people and time make of the incident that is going on: taken, mitigated, back again, worse. Not thread-safe.
final class Response {
    /// Ticks in which the agents' first numbers come in: before, the severity may fall again.
    private static final int TICKS_TO_SETTLE = 3;

    /// What flaps for a day must not fill the timeline.
    private static final int MOST_RELAPSES_TOLD = 20;

    /// Of the usual rate: less is no mere fluctuation.
    private static final double CLEARLY = 0.7;

    private final List<TimelineEntry> timeline;
    private Severity severity;
    private @Nullable Acknowledgement acknowledged;
    private @Nullable Instant mitigatedAt;
    private boolean mitigatedByPerson;
    private int relapses;
    private int relapsesBeforeMending;
    private @Nullable Double burnRate;
    private @Nullable Double missing;
    private int ticks;

    Response(List<TimelineEntry> timeline, Handling past) {
        this.timeline = timeline;
        this.severity = past.severity();
        this.acknowledged = past.acknowledged();
        this.mitigatedAt = past.mitigatedAt();
        this.mitigatedByPerson = past.mitigatedAt() != null;
        this.relapses = past.relapses();
        this.burnRate = past.burnRate();
        this.missing = past.requestsMissing() == null ? null : (double) past.requestsMissing();
        this.ticks = past.equals(Handling.NONE) ? 0 : TICKS_TO_SETTLE;
    }

    void act(Action action, Instant at) {
        switch (action.kind()) {
            case ACKNOWLEDGE -> acknowledge(action, at);
            case MITIGATE -> mitigate(action, at);
            case NOTE -> timeline.add(new TimelineEntry(at, Kind.NOTE, action.by() + ": " + action.words()));
        }
    }

    private void acknowledge(Action action, Instant at) {
        if (acknowledged == null || !acknowledged.by().equals(action.by())) {
            acknowledged = new Acknowledgement(action.by(), at);
            timeline.add(new TimelineEntry(at, Kind.ACKNOWLEDGED, said("acknowledged by ", action)));
        }
    }

    private void mitigate(Action action, Instant at) {
        mitigatedByPerson = true;
        mitigatedAt = at;
        timeline.add(new TimelineEntry(at, Kind.MITIGATED, said("mitigated, says ", action)));
    }

    private static String said(String what, Action action) {
        return what + action.by() + (action.words().isBlank() ? "" : ": " + action.words());
    }

    /// Health is proven; it has still to hold.
    void recovered(Instant at) {
        if (mitigatedAt == null) {
            mitigatedAt = at;
        }
        if (relapses < MOST_RELAPSES_TOLD) {
            timeline.add(new TimelineEntry(at, Kind.RECOVERED, "no symptom is left"));
        }
    }

    /// Symptoms are back before health has held.
    ///
    /// @param counts whether health had held long enough to call it a relapse
    void suffersAgain(Instant at, boolean counts) {
        if (!mitigatedByPerson) {
            mitigatedAt = null;
        }
        if (counts && ++relapses <= MOST_RELAPSES_TOLD) {
            var end = relapses == MOST_RELAPSES_TOLD ? "; further times are only counted" : "";
            timeline.add(new TimelineEntry(at, Kind.RELAPSED, "symptoms are back" + end));
        }
    }

    void reopened(Instant at) {
        relapses++;
        mitigatedAt = null;
        mitigatedByPerson = false;
        timeline.add(new TimelineEntry(at, Kind.REOPENED, "symptoms are back: the incident is open again"));
    }

    /// What came back was another incident.
    void notThis(Instant at) {
        timeline.add(
                new TimelineEntry(at, Kind.RESOLVED, "what came back has another cause: it is an incident of its own"));
    }

    /// Something new is wrong: nobody can have mitigated that.
    void contradicted() {
        if (mitigatedByPerson) {
            mitigatedByPerson = false;
            mitigatedAt = null;
        }
    }

    void assessed(Severity present, @Nullable Double burns, Instant at) {
        burnRate = burns;
        if (ticks++ < TICKS_TO_SETTLE) {
            severity = present;
        } else if (present.compareTo(severity) < 0) {
            severity = present;
            contradicted();
            timeline.add(new TimelineEntry(
                    at, Kind.WORSENED, "severity is now " + present.name().toLowerCase(Locale.ROOT)));
        }
    }

    /// Counts one second: what is usually asked for in it and was not.
    void misses(Scene scene) {
        for (var instance : scene.instances()) {
            var rate = instance.requests().perSecond();
            var usual = rate == null ? null : rate.usual();
            if (rate != null && usual != null && instance.silentSeconds() == 0) {
                boolean clearly = rate.now() < CLEARLY * usual;
                missing = (missing == null ? 0 : missing) + (clearly ? usual - rate.now() : 0);
            }
        }
    }

    /// What came back until now did so under a setting that is no longer in force, and says nothing about the new one.
    void mayBeMended() {
        relapsesBeforeMending = relapses;
    }

    int relapsesUnmended() {
        return relapses - relapsesBeforeMending;
    }

    Handling handling(List<Supported> alsoFits) {
        return new Handling(
                severity,
                acknowledged,
                mitigatedAt,
                relapses,
                alsoFits,
                burnRate,
                missing == null ? null : Math.round(missing));
    }
}
