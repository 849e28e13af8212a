package dev.tautline.alert;

import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.finding.Owner;
import dev.tautline.incident.Incident;
import dev.tautline.incident.TimelineEntry;
import dev.tautline.incident.TimelineEntry.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The diagnosis as lines for people who have just been woken: cause, evidence, what was ruled out, what changed last,
/// whom it hits, the fix, where to read on.
final class Message {
    /// A pool of a hundred instances has a hundred symptoms; the dashboard has the rest.
    private static final int MOST_OF_A_KIND = 12;

    private final Incident incident;
    private final List<Fact> facts = new ArrayList<>();

    private Message(Incident incident) {
        this.incident = incident;
    }

    static String subject(Incident incident, Transition transition) {
        return "[" + word(transition) + "] " + what(incident);
    }

    private static String what(Incident incident) {
        var cause = incident.cause();
        return cause == null
                ? incident.symptoms().stream()
                        .map(symptom -> symptom.statement())
                        .findFirst()
                        .orElse("something is wrong")
                : cause.cause().title() + " on " + cause.subject();
    }

    /// @param first a sentence for this receiver alone, empty when there is none
    static List<Fact> facts(Incident incident, String first, @Nullable String link, @Nullable String runbook) {
        var message = new Message(incident);
        if (!first.isEmpty()) {
            message.add("Note", first);
        }
        message.diagnosis();
        message.impact();
        message.course();
        message.links(link, runbook);
        return List.copyOf(message.facts);
    }

    static String text(List<Fact> facts) {
        return facts.stream()
                .map(fact -> fact.name() + ": " + fact.value() + "\n")
                .collect(Collectors.joining());
    }

    /// Where to read on, null when nobody has said where.
    static @Nullable String runbook(Incident incident, @Nullable String template) {
        var cause = incident.cause();
        return cause == null || template == null
                ? null
                : template.replace("{cause}", cause.cause().id());
    }

    static String team(Owner owner) {
        return word(owner);
    }

    private void diagnosis() {
        var cause = incident.cause();
        if (cause == null) {
            add("Cause", "not named yet");
        } else {
            cause(cause);
        }
        all(
                "Also fits",
                incident.handling().alsoFits().stream()
                        .map(fits -> fits.cause().title() + ": " + fits.statement())
                        .toList());
        all(
                "Symptom",
                incident.symptoms().stream().map(symptom -> symptom.statement()).toList());
        all(
                "Ruled out",
                incident.ruledOut().stream()
                        .map(out -> out.cause().title() + ": " + String.join("; ", out.evidence()))
                        .toList());
        all(
                "Not decided",
                incident.undecided().stream()
                        .map(open -> open.cause().title() + ": " + open.why())
                        .toList());
    }

    private void cause(Supported cause) {
        add("Cause", cause.cause().title() + ": " + cause.statement());
        add("Owner", word(cause.cause().owner()));
        all("Evidence", cause.evidence());
        add(
                "Last change",
                cause.change() == null ? lastChange() : cause.change().dated());
        add("Fix", cause.fix());
    }

    private String lastChange() {
        return incident.timeline().reversed().stream()
                .filter(entry -> entry.kind() == Kind.CHANGE && !entry.at().isAfter(incident.detectedAt()))
                .findFirst()
                .map(TimelineEntry::text)
                .orElse("none was seen before it began");
    }

    private void impact() {
        var impact = incident.impact();
        var handling = incident.handling();
        add("Severity", word(handling.severity()));
        add(
                "Impact",
                impact.requests() == 0
                        ? "no agent counts requests"
                        : String.format(
                                Locale.ROOT,
                                "%d of %d requests failed, %d were slow; %d of %d visitors affected",
                                impact.failed(),
                                impact.requests(),
                                impact.slow(),
                                impact.visitorsAffected(),
                                impact.visitorsSeen()));
        var burns = handling.burnRate();
        if (burns != null) {
            add("Burn rate", String.format(Locale.ROOT, "%.1f times what the objective allows", burns));
        }
        impact.shortfalls().stream()
                .filter(shortfall -> shortfall.missing() > 0)
                .forEach(shortfall -> add("Not taken", shortfall.describe()));
        var missing = handling.requestsMissing();
        if (missing != null && missing > 0) {
            add("Missing", "about " + missing + " requests fewer than usual were answered");
        }
        add(
                "Hit",
                incident.symptoms().stream()
                        .map(symptom -> symptom.subject())
                        .distinct()
                        .limit(MOST_OF_A_KIND)
                        .collect(Collectors.joining(", ")));
    }

    private void course() {
        add("Since", incident.onset().toString());
        var taken = incident.handling().acknowledged();
        if (taken != null) {
            add("Taken by", taken.by());
        }
        if (incident.resolvedAt() != null) {
            add("Resolved", incident.resolvedAt().toString());
        }
    }

    private void links(@Nullable String link, @Nullable String runbook) {
        add("Incident", incident.id() + (link == null ? "" : ", " + link));
        if (runbook != null) {
            add("Runbook", runbook);
        }
        if (incident.open()) {
            add("Take it", "taut incident ack " + incident.id());
        }
    }

    private void all(String name, List<String> values) {
        values.stream().limit(MOST_OF_A_KIND).forEach(value -> add(name, value));
        if (values.size() > MOST_OF_A_KIND) {
            add(name, (values.size() - MOST_OF_A_KIND) + " more");
        }
    }

    private void add(String name, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(name, value));
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
