package dev.tautline.cli;

import dev.tautline.incident.Incident;
import dev.tautline.incident.TimelineEntry;
import dev.tautline.watch.Watch.Tick;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;
import picocli.CommandLine.Help.Ansi;

/// Prints each new line of each incident's timeline as it comes, in the time zone of the person who reads it.
final class WatchConsole {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private record Told(String incident, TimelineEntry entry) {}

    private final PrintWriter out;
    private final Ansi ansi;
    private final ZoneId zone;
    private final Set<Told> told = new HashSet<>();

    WatchConsole(PrintWriter out, Ansi ansi, ZoneId zone) {
        this.out = out;
        this.ansi = ansi;
        this.zone = zone;
    }

    void accept(Tick tick) {
        for (var incident : tick.incidents().reversed()) {
            for (var entry : incident.timeline()) {
                if (told.add(new Told(incident.id(), entry))) {
                    print(incident, entry);
                }
            }
        }
        out.flush();
    }

    private void print(Incident incident, TimelineEntry entry) {
        out.println(TIME.format(entry.at().atZone(zone)) + "  "
                + ansi.string("@|" + style(entry.kind()) + " " + "%-12s".formatted(entry.kind()) + "|@") + "  "
                + entry.text());
        var cause = incident.cause();
        if (cause != null && (entry.kind() == TimelineEntry.Kind.CAUSE || entry.kind() == TimelineEntry.Kind.REVISED)) {
            cause.evidence().forEach(line -> out.println("              evidence   " + line));
            incident.ruledOut()
                    .forEach(ruled -> out.println("              ruled out  "
                            + ruled.cause().title() + ": " + String.join("; ", ruled.evidence())));
            out.println("              owner      " + cause.cause().owner());
            out.println("              fix        " + cause.fix());
        }
    }

    private static String style(TimelineEntry.Kind kind) {
        return switch (kind) {
            case CHANGE -> "cyan";
            case SYMPTOM, DETECTED -> "red";
            case CAUSE, REVISED, CONFIRMED -> "bold";
            case AWAY, RELAPSED -> "yellow";
            case WORSENED, REOPENED -> "red";
            case RECOVERED, RESOLVED, MITIGATED -> "green";
            case ACKNOWLEDGED, NOTE -> "blue";
        };
    }
}
