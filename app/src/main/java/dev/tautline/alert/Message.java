package dev.tautline.alert;

import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.incident.Incident;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/// The diagnosis as plain lines, for people who have just been woken: cause, evidence, what was ruled out, whom it
/// hits,
/// the fix.
final class Message {
    private Message() {}

    static String subject(Incident incident, Transition transition) {
        var cause = incident.cause();
        var what = cause == null
                ? incident.symptoms().stream()
                        .map(symptom -> symptom.statement())
                        .findFirst()
                        .orElse("something is wrong")
                : cause.cause().title() + " on " + cause.subject();
        return "[" + transition.name().toLowerCase(Locale.ROOT) + "] " + what;
    }

    static String text(Incident incident, URI dashboard) {
        var lines = new StringBuilder();
        var cause = incident.cause();
        if (cause == null) {
            lines.append("No cause is named yet.\n");
        } else {
            cause(cause, lines);
        }
        all(
                "Symptom",
                incident.symptoms().stream().map(symptom -> symptom.statement()).toList(),
                lines);
        all(
                "Ruled out",
                incident.ruledOut().stream()
                        .map(out -> out.cause().title() + ": " + String.join("; ", out.evidence()))
                        .toList(),
                lines);
        impact(incident, lines);
        line("Since", incident.onset().toString(), lines);
        if (incident.resolvedAt() != null) {
            line("Resolved", incident.resolvedAt().toString(), lines);
        }
        line("Incident", incident.id() + ", " + dashboard, lines);
        return lines.toString();
    }

    private static void cause(Supported cause, StringBuilder lines) {
        line("Cause", cause.cause().title() + ": " + cause.statement(), lines);
        line("Owner", cause.cause().owner().name().toLowerCase(Locale.ROOT), lines);
        all("Evidence", cause.evidence(), lines);
        if (cause.change() != null) {
            line("Last change", cause.change().dated(), lines);
        }
        line("Fix", cause.fix(), lines);
    }

    private static void impact(Incident incident, StringBuilder lines) {
        var impact = incident.impact();
        line(
                "Impact",
                String.format(
                        Locale.ROOT,
                        "%d of %d requests failed, %d were slow; %d of %d visitors affected",
                        impact.failed(),
                        impact.requests(),
                        impact.slow(),
                        impact.visitorsAffected(),
                        impact.visitorsSeen()),
                lines);
    }

    private static void all(String name, List<String> values, StringBuilder lines) {
        values.forEach(value -> line(name, value, lines));
    }

    private static void line(String name, String value, StringBuilder lines) {
        lines.append(name).append(": ").append(value).append('\n');
    }
}
