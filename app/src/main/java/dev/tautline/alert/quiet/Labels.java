package dev.tautline.alert.quiet;

import dev.tautline.diagnosis.Symptom;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.incident.Incident;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
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

    /// Labels whose values are known beforehand; a matcher with another value would never hold.
    static final Map<String, List<String>> WORDS = Map.of(
            "owner", words(Owner.values()),
            "severity", words(Severity.values()),
            "symptom", words(Symptom.Kind.values()));

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
            add("symptom", word(symptom.kind()), labels);
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
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Labels::word).toList();
    }

    Set<String> of(String name) {
        return values.getOrDefault(name, Set.of());
    }
}
