package dev.tautline.alert.quiet;

import dev.tautline.incident.Incident;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What an incident is found by: its own facts, and the labels of what suffers. A label may have several values.
public record Labels(Map<String, Set<String>> values) {
    /// The labels that each incident has by itself.
    public static final Set<String> BUILT_IN =
            new TreeSet<>(Set.of("incident", "cause", "owner", "severity", "subject", "symptom"));

    /// @param ofAll labels of every incident of this guard
    /// @param ofSubjects labels of targets and agents, by their name
    public static Labels of(Incident incident, Map<String, String> ofAll, Map<String, Map<String, String>> ofSubjects) {
        var labels = new TreeMap<String, Set<String>>();
        ofAll.forEach((name, value) -> add(name, value, labels));
        add("incident", incident.id(), labels);
        add("severity", word(incident.handling().severity()), labels);
        var cause = incident.cause();
        if (cause != null) {
            add("cause", cause.cause().id(), labels);
            add("owner", word(cause.cause().owner()), labels);
            add("subject", cause.subject(), labels);
        }
        for (var symptom : incident.symptoms()) {
            add("subject", symptom.subject(), labels);
            add("symptom", word(symptom.kind()).replace('_', '-'), labels);
        }
        for (var subject : Set.copyOf(labels.getOrDefault("subject", Set.of()))) {
            ofSubjects.getOrDefault(subject, Map.of()).forEach((name, value) -> add(name, value, labels));
        }
        return new Labels(labels);
    }

    private static void add(String name, String value, Map<String, Set<String>> labels) {
        labels.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(value);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    Set<String> of(String name) {
        return values.getOrDefault(name, Set.of());
    }
}
