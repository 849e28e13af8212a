package dev.tautline.config;

import dev.tautline.check.policy.Ignore;
import dev.tautline.check.policy.Policy;
import dev.tautline.finding.Severity;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Reads the section `check` of `taut.yaml`: how findings are judged. Paths in it are below the file's folder.
final class CheckSection {
    private static final Set<String> KEYS = new TreeSet<>(List.of("baseline", "fail-on", "ignore", "rules"));
    private static final Set<String> IGNORE = new TreeSet<>(List.of("path", "reason", "rule", "until"));
    private static final String OFF = "off";
    private static final List<String> SEVERITIES = Arrays.stream(Severity.values())
            .map(severity -> severity.name().toLowerCase(Locale.ROOT))
            .toList()
            .reversed();

    private static final List<String> FAIL_ON = Stream.concat(Stream.of(FailOn.NEVER.toString()), SEVERITIES.stream())
            .toList();

    private final Path folder;
    private final Collection<String> knownRules;

    CheckSection(Path folder, Collection<String> knownRules) {
        this.folder = folder;
        this.knownRules = List.copyOf(knownRules);
    }

    CheckConfig read(YamlMap root) {
        return root.map("check", KEYS).map(this::section).orElse(CheckConfig.NONE);
    }

    private CheckConfig section(YamlMap section) {
        var off = new HashSet<String>();
        var severities = new HashMap<String, Severity>();
        section.entries("rules").forEach(entry -> rule(section, entry, off, severities));
        var ignores = section.list("ignore", IGNORE).stream().map(this::ignore).toList();
        return new CheckConfig(
                new Policy(off, severities, ignores, Optional.empty()),
                section.word("fail-on", FAIL_ON).map(word -> FailOn.valueOf(word.toUpperCase(Locale.ROOT))),
                section.text("baseline").map(folder::resolve),
                KnownFacts.NONE);
    }

    private void rule(YamlMap section, YamlEntry entry, Set<String> off, Map<String, Severity> severities) {
        if (!knownRules.contains(entry.name())) {
            section.problem(entry.keyAt(), unknown(entry.name()));
        } else if (entry.text().equalsIgnoreCase(OFF)) {
            off.add(entry.name());
        } else if (SEVERITIES.contains(entry.text().toLowerCase(Locale.ROOT))) {
            severities.put(entry.name(), severity(entry.text()));
        } else {
            section.problem(
                    entry.at(), "'" + entry.text() + "' is no level; allowed: off, " + String.join(", ", SEVERITIES));
        }
    }

    private Ignore ignore(YamlMap map) {
        var rule = map.required("rule");
        if (!rule.isEmpty() && !rule.equals(Ignore.ANY_RULE) && !knownRules.contains(rule)) {
            map.problem("rule", unknown(rule));
        }
        var glob = map.text("path").orElse("**");
        if (!Ignore.isGlob(glob)) {
            map.problem("path", "'" + glob + "' is no glob; an example: config/**.yml");
            glob = "**";
        }
        return new Ignore(rule, folder, glob, map.required("reason"), until(map), map.place("rule"));
    }

    private static Optional<LocalDate> until(YamlMap map) {
        return map.text("until").flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException noDate) {
                map.problem("until", "'" + text + "' is no date; allowed: YYYY-MM-DD");
                return Optional.empty();
            }
        });
    }

    private String unknown(String rule) {
        var nearest = YamlMap.nearest(rule, knownRules);
        return "no rule '" + rule + "'" + (nearest.isEmpty() ? "; 'taut rules' lists them" : nearest);
    }

    private static Severity severity(String text) {
        return Severity.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
