package dev.tautline.cli;

import dev.tautline.history.Delivery;
import dev.tautline.incident.Incident;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Incidents for people, in their time zone.
final class IncidentText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final List<String> HEADINGS =
            List.of("INCIDENT", "STATE", "SEVERITY", "OWNER", "SINCE", "LASTED", "WHAT");

    private final PrintWriter out;
    private final ZoneId zone;
    private final Instant now;

    IncidentText(PrintWriter out, ZoneId zone, Instant now) {
        this.out = out;
        this.zone = zone;
        this.now = now;
    }

    void list(List<Incident> incidents) {
        if (incidents.isEmpty()) {
            out.println("No incident.");
            return;
        }
        var rows = new ArrayList<List<String>>();
        rows.add(HEADINGS);
        incidents.forEach(incident -> rows.add(row(incident)));
        new TextTable(rows).print(out);
    }

    private List<String> row(Incident incident) {
        var owner = incident.owner();
        return List.of(
                incident.id(),
                Lowercase.of(incident.state()),
                Lowercase.of(incident.handling().severity()),
                owner == null ? "?" : Lowercase.of(owner),
                time(incident.onset()),
                lasted(incident),
                what(incident));
    }

    static String what(Incident incident) {
        var cause = incident.cause();
        return cause == null
                ? incident.symptoms().stream()
                        .map(symptom -> symptom.statement())
                        .findFirst()
                        .orElse("no symptom was kept")
                : cause.cause().title() + " on " + cause.subject();
    }

    private String lasted(Incident incident) {
        var over = incident.resolvedAt();
        var lasting = Duration.between(incident.onset(), over == null ? now : over);
        return lasting.toSeconds() < 120
                ? Math.max(0, lasting.toSeconds()) + " s"
                : lasting.toMinutes() < 120 ? lasting.toMinutes() + " min" : lasting.toHours() + " h";
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    void show(Incident incident, List<Delivery> told) {
        var handling = incident.handling();
        line(
                "Incident",
                incident.id() + ", " + Lowercase.of(incident.state()) + ", severity "
                        + Lowercase.of(handling.severity()));
        line("What", what(incident));
        var cause = incident.cause();
        if (cause != null) {
            line("Cause", cause.statement());
            line("Owner", Lowercase.of(cause.cause().owner()));
            cause.evidence().forEach(evidence -> line("Evidence", evidence));
            var change = cause.change();
            if (change != null) {
                line("Last change", change.dated());
            }
            line("Fix", cause.fix());
        }
        handling.alsoFits().forEach(fits -> line("Also fits", fits.cause().title() + ": " + fits.statement()));
        incident.ruledOut()
                .forEach(out -> line("Ruled out", out.cause().title() + ": " + String.join("; ", out.evidence())));
        incident.undecided().forEach(open -> line("Not decided", open.cause().title() + ": " + open.why()));
        impact(incident);
        missing(incident);
        var taken = handling.acknowledged();
        line("Taken by", taken == null ? "nobody" : taken.by() + " at " + time(taken.at()));
        out.println();
        incident.timeline()
                .forEach(entry -> print(
                        time(entry.at()) + "  " + "%-12s".formatted(Lowercase.of(entry.kind())) + "  " + entry.text()));
        told(told);
    }

    private void impact(Incident incident) {
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
                        impact.visitorsSeen()));
        var burns = incident.handling().burnRate();
        if (burns != null) {
            line("Burn rate", String.format(Locale.ROOT, "%.1f times what the objective allows", burns));
        }
    }

    private void missing(Incident incident) {
        incident.impact().shortfalls().stream()
                .filter(shortfall -> shortfall.missing() > 0)
                .forEach(shortfall -> line("Not taken", shortfall.describe()));
        var missing = incident.handling().requestsMissing();
        if (missing != null && missing > 0) {
            line("Missing", "about " + missing + " requests fewer than usual were answered");
        }
    }

    private void told(List<Delivery> told) {
        if (!told.isEmpty()) {
            out.println();
        }
        told.forEach(delivery -> {
            var settled = delivery.settled();
            var outcome = delivery.outcome() == null ? "not sent yet" : delivery.outcome();
            print(time(settled == null ? delivery.created() : settled) + "  "
                    + (settled == null ? "waiting      " : "told         ") + " "
                    + delivery.key().substring(delivery.incident().length() + 1) + ": " + outcome
                    + (delivery.attempts() > 1 ? " (attempt " + delivery.attempts() + ")" : ""));
        });
    }

    private void line(String name, String value) {
        print("%-12s %s".formatted(name, value));
    }

    private void print(String line) {
        out.println(Columns.printable(line));
    }
}
