package dev.tautline.alert.config;

import dev.tautline.alert.quiet.Labels;
import dev.tautline.alert.quiet.Matcher;
import dev.tautline.config.YamlMap;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Words that several parts of the section share: owners, severities, matchers, labels.
final class Vocabulary {
    private Vocabulary() {}

    static Set<Owner> owners(YamlMap map) {
        var owners = EnumSet.noneOf(Owner.class);
        var allowed = words(Owner.values());
        for (var name : map.texts("owners")) {
            if (allowed.contains(name)) {
                owners.add(Owner.valueOf(name.toUpperCase(Locale.ROOT)));
            } else {
                map.problem("owners", "'" + name + "' is no owner, allowed: " + String.join(", ", allowed));
            }
        }
        return owners;
    }

    static Severity severity(YamlMap map) {
        return map.word("severity", words(Severity.values()))
                .map(word -> Severity.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Severity.LOW);
    }

    static List<Matcher> matchers(YamlMap map) {
        return map.texts("match").stream()
                .flatMap(text -> Matcher.parse(text, problem -> map.problem("match", problem)).stream())
                .toList();
    }

    /// Names as Prometheus allows them, for one of the channels is Alertmanager.
    static Map<String, String> labels(YamlMap map) {
        var labels = new TreeMap<String, String>();
        for (var entry : map.entries("labels")) {
            if (!entry.name().matches("[a-zA-Z_][a-zA-Z0-9_]*")) {
                map.problem(entry.keyAt(), "'" + entry.name() + "' is no name of a label, allowed: letters, digits, _");
            } else if (Labels.BUILT_IN.contains(entry.name())) {
                map.problem(
                        entry.keyAt(), "every incident has its own label '" + entry.name() + "'; take another name");
            } else {
                labels.put(entry.name(), entry.text());
            }
        }
        return labels;
    }

    private static List<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
