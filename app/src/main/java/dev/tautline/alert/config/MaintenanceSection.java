package dev.tautline.alert.config;

import dev.tautline.alert.quiet.Maintenance;
import dev.tautline.config.YamlMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRulesException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads `maintenance`: times in which work is expected.
final class MaintenanceSection {
    private static final Set<String> KEYS = new TreeSet<>(List.of("for", "match", "name", "rule", "start", "zone"));

    /// A longer one is no maintenance: `taut alert silence` names who wants that, and why.
    private static final Duration LONGEST = Duration.ofDays(7);

    private MaintenanceSection() {}

    static List<Maintenance> read(YamlMap alerts) {
        return alerts.list("maintenance", KEYS).stream()
                .flatMap(map -> window(map).stream())
                .toList();
    }

    private static Optional<Maintenance> window(YamlMap map) {
        var name = map.required("name");
        var start = start(map);
        var zone = zone(map);
        var lasting = lasting(map);
        var rule = map.text("rule").map(text -> text.replaceFirst("(?i)^RRULE:", ""));
        rule.map(Maintenance::problemOf)
                .ifPresent(
                        why -> map.problem("rule", "no rule of iCalendar such as FREQ=WEEKLY;BYDAY=SU (" + why + ")"));
        if (rule.map(Maintenance::problemOf).isPresent()) {
            return Optional.empty();
        }
        var matchers = Vocabulary.matchers(map);
        return start.flatMap(
                begin -> zone.map(where -> new Maintenance(name, begin, where, lasting, rule.orElse(null), matchers)));
    }

    private static Optional<LocalDateTime> start(YamlMap map) {
        var text = map.required("start");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDateTime.parse(text));
        } catch (DateTimeException e) {
            map.problem("start", "'start' is '" + text + "', allowed: a day and a time such as 2026-01-04T02:00");
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(YamlMap map) {
        var text = map.text("zone").orElse("UTC");
        try {
            return Optional.of(ZoneId.of(text));
        } catch (ZoneRulesException e) {
            map.problem("zone", "'" + text + "' is no known zone; such as Europe/Berlin");
        } catch (DateTimeException e) {
            map.problem("zone", "'" + text + "' is no zone; such as Europe/Berlin");
        }
        return Optional.empty();
    }

    private static Duration lasting(YamlMap map) {
        map.required("for");
        var lasting = map.duration("for", Duration.ofHours(1));
        if (!lasting.isPositive() || lasting.compareTo(LONGEST) > 0) {
            map.problem("for", "a maintenance lasts from 1s to 7d");
        }
        return lasting;
    }
}
