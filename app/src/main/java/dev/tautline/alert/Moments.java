package dev.tautline.alert;

import dev.tautline.finding.Owner;
import dev.tautline.incident.Incident;
import dev.tautline.incident.State;
import dev.tautline.incident.TimelineEntry;
import dev.tautline.incident.TimelineEntry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an incident has been through that people are to be told of. Read from the incident and the clock alone, so that
/// a guard that was killed and its successor find the same.
final class Moments {
    /// The first message waits this long for the cause: one call with a name beats two.
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Incident incident;
    private final Instant now;
    private final List<Moment> moments = new ArrayList<>();
    private final Map<Transition, Integer> counted = new EnumMap<>(Transition.class);

    /// @param name tells two moments of one incident apart
    /// @param next the team that an escalation goes to; null when there is none left, or it is no escalation
    record Moment(
            Transition transition, String name, @Nullable Owner next) {}

    private Moments(Incident incident, Instant now) {
        this.incident = incident;
        this.now = now;
    }

    static List<Moment> of(Incident incident, Instant now, Duration escalateAfter, Duration repeatEvery) {
        var moments = new Moments(incident, now);
        moments.fromTimeline();
        if (incident.state() == State.OPEN && moments.told()) {
            moments.repeats(repeatEvery);
            moments.escalations(escalateAfter);
        }
        return List.copyOf(moments.moments);
    }

    private boolean told() {
        return !moments.isEmpty();
    }

    private void fromTimeline() {
        var waitedUntil = incident.detectedAt().plus(PATIENCE);
        var named = incident.timeline().stream()
                .filter(entry -> entry.kind() == Kind.CAUSE)
                .map(TimelineEntry::at)
                .findFirst();
        if (named.isEmpty() && incident.open() && now.isBefore(waitedUntil)) {
            return;
        }
        add(Transition.OPENED);
        if (named.isPresent() && named.get().isAfter(waitedUntil)) {
            add(Transition.NAMED);
        }
        incident.timeline().forEach(this::fromEntry);
    }

    private void fromEntry(TimelineEntry entry) {
        switch (entry.kind()) {
            case REVISED -> add(Transition.REVISED);
            case WORSENED -> add(Transition.WORSENED);
            case ACKNOWLEDGED -> add(Transition.ACKNOWLEDGED);
            case MITIGATED -> add(Transition.MITIGATED);
            case RESOLVED -> add(Transition.RESOLVED);
            // It may turn out to be another incident, once its cause is named.
            case REOPENED -> {
                if (!now.isBefore(entry.at().plus(PATIENCE))) {
                    add(Transition.REOPENED);
                }
            }
            case CHANGE, SYMPTOM, DETECTED, CAUSE, CONFIRMED, AWAY, RECOVERED, NOTE, RELAPSED -> {}
        }
    }

    private void add(Transition transition) {
        int count = counted.merge(transition, 1, Integer::sum);
        var word = transition.name().toLowerCase(Locale.ROOT);
        moments.add(new Moment(
                transition, count == 1 && transition != Transition.REVISED ? word : word + "-" + count, null));
    }

    private void repeats(Duration every) {
        if (every.isPositive()) {
            long count = Duration.between(incident.detectedAt(), now).dividedBy(every);
            // Only the last one is to be told; that those before were due is past.
            if (count > 0) {
                moments.add(new Moment(Transition.REPEATED, "repeated-" + count, null));
            }
        }
    }

    /// The clock of a team runs from when the diagnosis named it, or from when the incident was there again.
    private void escalations(Duration after) {
        if (!after.isPositive()) {
            return;
        }
        var begun = escalatesFrom();
        var owners = incident.owners();
        long levels = Math.min(Duration.between(begun, now).dividedBy(after), owners.size());
        for (int level = 1; level <= levels; level++) {
            var next = level < owners.size() ? owners.get(level) : null;
            moments.add(new Moment(
                    Transition.ESCALATED,
                    "escalated-" + counted.getOrDefault(Transition.REVISED, 0) + "-" + level,
                    next));
        }
        if (owners.isEmpty() && !now.isBefore(begun.plus(after))) {
            moments.add(new Moment(Transition.ESCALATED, "escalated-0-1", null));
        }
    }

    private Instant escalatesFrom() {
        var latest = incident.detectedAt();
        for (var entry : incident.timeline()) {
            boolean starts = switch (entry.kind()) {
                case CAUSE, REVISED, REOPENED -> true;
                default -> false;
            };
            latest = starts && entry.at().isAfter(latest) ? entry.at() : latest;
        }
        return latest;
    }
}
