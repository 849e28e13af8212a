package dev.tautline.incident;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Symptom;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.incident.TimelineEntry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is wrong with the guard itself, as incidents of its own: who relies on it must know. Thread-safe.
public final class Troubles {
    /// Ids of these incidents begin so.
    public static final String PREFIX = "guard-";

    private static final int MOST_OVER = 50;
    private static final Duration LOSS_TOLD_FOR = Duration.ofMinutes(10);
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Map<String, Incident> open = new LinkedHashMap<>();
    private final List<Incident> over = new ArrayList<>();

    /// What can be wrong with a guard.
    public enum Trouble {
        /// The history was damaged and begun anew.
        HISTORY_DAMAGED("The guard's history was damaged", "Look at the disk; keep the file that was moved aside."),
        /// The history cannot be written.
        HISTORY_UNWRITABLE("The guard's history cannot be written", "Free the disk, or give the guard another folder."),
        /// A receiver has taken nothing for long.
        RECEIVER_FAILING("A receiver cannot be told", "Try it with 'taut alert test', and mend the channel."),
        /// A lane brings nothing any more.
        LANE_DEAD("A lane of the watch is dead", "Restart the guard, and report its log.");

        private final String title;
        private final String fix;

        Trouble(String title, String fix) {
            this.title = title;
            this.fix = fix;
        }

        String id() {
            return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Goes on with what an earlier guard found wrong with itself.
    ///
    /// @param past its incidents, others among them, the newest first
    public synchronized void resume(List<Incident> past) {
        past.reversed().stream()
                .filter(incident -> incident.id().startsWith(PREFIX))
                .forEach(incident -> {
                    if (incident.open()) {
                        open.putIfAbsent(key(incident), incident);
                    } else {
                        keep(incident);
                    }
                });
    }

    /// Something is wrong, or is so still.
    public synchronized void found(Trouble trouble, String subject, String statement, Instant at) {
        open.computeIfAbsent(trouble.id() + " " + subject, key -> incident(trouble, subject, statement, at));
    }

    /// It is well again, and proven to be.
    public synchronized void over(Trouble trouble, String subject, Instant at) {
        var ended = open.remove(trouble.id() + " " + subject);
        if (ended != null) {
            keep(with(ended, new TimelineEntry(at, Kind.RESOLVED, "it works again"), at));
        }
    }

    /// Time passes: a loss is told, and then it is past.
    public synchronized void pass(Instant now) {
        open.values().stream()
                .filter(incident -> incident.id().startsWith(Trouble.HISTORY_DAMAGED.id())
                        && Duration.between(incident.onset(), now).compareTo(LOSS_TOLD_FOR) > 0)
                .map(Troubles::subject)
                .toList()
                .forEach(subject -> over(Trouble.HISTORY_DAMAGED, subject, now));
    }

    private static String subject(Incident incident) {
        var cause = incident.cause();
        return cause == null ? "" : cause.subject();
    }

    /// Open ones first, then the newest.
    public synchronized List<Incident> all() {
        var all = new ArrayList<>(open.values());
        all.addAll(over.reversed());
        return List.copyOf(all);
    }

    private void keep(Incident incident) {
        over.add(incident);
        if (over.size() > MOST_OVER) {
            over.removeFirst();
        }
    }

    private static String key(Incident incident) {
        var cause = incident.cause();
        return cause == null ? incident.id() : cause.cause().id() + " " + cause.subject();
    }

    private static Incident incident(Trouble trouble, String subject, String statement, Instant at) {
        var cause = new Supported(
                new Cause(trouble.id(), trouble.title, Owner.PLATFORM),
                subject,
                Strength.CERTAIN,
                statement,
                List.of(statement),
                trouble.fix,
                null);
        return new Incident(
                trouble.id() + "-" + ID.format(at) + "-" + Integer.toHexString(subject.hashCode()),
                at,
                at,
                at,
                null,
                cause,
                List.of(),
                List.of(),
                List.<Symptom>of(),
                Impact.NONE,
                List.of(
                        new TimelineEntry(at, Kind.DETECTED, "incident opened"),
                        new TimelineEntry(at, Kind.CAUSE, "cause named: " + trouble.title + ": " + statement)),
                new Handling(Severity.HIGH, null, null, 0, List.of(), null, null));
    }

    private static Incident with(Incident incident, TimelineEntry entry, @Nullable Instant over) {
        var timeline = new ArrayList<>(incident.timeline());
        timeline.add(entry);
        return new Incident(
                incident.id(),
                incident.onset(),
                incident.detectedAt(),
                incident.namedAt(),
                over,
                incident.cause(),
                incident.ruledOut(),
                incident.undecided(),
                incident.symptoms(),
                incident.impact(),
                timeline,
                incident.handling());
    }

    /// Takes what a person does with one of these; null when it is not one of them.
    synchronized @Nullable Incident act(Action action, Instant at) {
        for (var entry : open.entrySet()) {
            if (entry.getValue().id().equals(action.incident())) {
                var timeline = new ArrayList<TimelineEntry>();
                var response = new Response(timeline, entry.getValue().handling());
                response.act(action, at);
                var after = entry.getValue();
                for (var line : timeline) {
                    after = with(after, line, null);
                }
                after = new Incident(
                        after.id(),
                        after.onset(),
                        after.detectedAt(),
                        after.namedAt(),
                        null,
                        after.cause(),
                        after.ruledOut(),
                        after.undecided(),
                        after.symptoms(),
                        after.impact(),
                        after.timeline(),
                        response.handling(List.of()));
                entry.setValue(after);
                return after;
            }
        }
        return null;
    }
}
