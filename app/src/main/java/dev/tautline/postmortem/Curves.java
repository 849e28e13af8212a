package dev.tautline.postmortem;

import dev.tautline.history.series.SeriesReader;
import dev.tautline.incident.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Finds what was recorded of those who suffered, from a while before the onset to a while after the end.
final class Curves {
    private static final Duration BEFORE = Duration.ofMinutes(10);
    private static final Duration AFTER = Duration.ofMinutes(5);
    private static final int MOST_POINTS = 900;
    private static final int MOST_SUBJECTS = 4;

    private static final List<Kind> KINDS = List.of(
            new Kind("p95", "slowest 5 % of requests, from (p95)", "ms", 1),
            new Kind("errors", "requests that failed", "%", 100),
            new Kind("pending", "requests that wait for a connection", "", 1),
            new Kind("connections", "connections in use", "", 1),
            new Kind("ladder", "a new connection takes", "ms", 1),
            new Kind("reached", "a new connection succeeds", "%", 100),
            new Kind("statementMean", "mean time of a statement", "ms", 1),
            new Kind("lockWaiting", "sessions that wait for a lock", "", 1));

    private record Kind(String measure, String title, String unit, double factor) {}

    /// The time that is drawn.
    record Span(Instant from, Instant to) {
        static Span of(Incident incident, Instant now) {
            var end = Objects.requireNonNullElse(incident.resolvedAt(), now);
            return new Span(incident.onset().minus(BEFORE), end.plus(AFTER));
        }
    }

    private Curves() {}

    /// Nothing where nothing was recorded.
    static List<Curve> of(Incident incident, SeriesReader reader, Instant now) {
        var span = Span.of(incident, now);
        var known = Set.copyOf(reader.names());
        var curves = new ArrayList<Curve>();
        for (var subject : subjects(incident)) {
            for (var kind : KINDS) {
                var name = kind.measure() + "/" + subject;
                if (known.contains(name)) {
                    var line = reader.line(
                            name, span.from().getEpochSecond(), span.to().getEpochSecond(), MOST_POINTS);
                    if (line.size() > 1) {
                        curves.add(new Curve(subject + ": " + kind.title(), kind.unit(), kind.factor(), line));
                    }
                }
            }
        }
        return curves;
    }

    private static List<String> subjects(Incident incident) {
        var subjects = new LinkedHashSet<String>();
        var cause = incident.cause();
        if (cause != null) {
            subjects.add(cause.subject());
        }
        incident.symptoms().forEach(symptom -> subjects.add(symptom.subject()));
        return subjects.stream().limit(MOST_SUBJECTS).toList();
    }
}
