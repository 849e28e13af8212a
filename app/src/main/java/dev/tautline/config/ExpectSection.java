package dev.tautline.config;

import dev.tautline.probe.Expectation;
import dev.tautline.settings.BalancerKeys;
import dev.tautline.settings.CountOrPercent;
import dev.tautline.settings.DataSize;
import dev.tautline.settings.Nearest;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.ValueType;
import dev.tautline.settings.Version;
import dev.tautline.targets.Budget;
import dev.tautline.targets.Expectations;
import dev.tautline.targets.ExpectedSetting;
import dev.tautline.targets.Range;
import dev.tautline.targets.TlsLevel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads `expect` of a target: a role alone, or a mapping.
final class ExpectSection {
    private static final Set<String> KEYS = new TreeSet<>(List.of(
            "head-room", "latency", "replication-lag", "replication-lag-bytes", "role", "settings", "tls", "version"));
    private static final Set<String> LAYERS = new TreeSet<>(Budget.layers());
    /// `500ms`, `2s`: the unit must be written.
    private static final ValueType<Duration> TIME = BalancerKeys.IDLE_TIMEOUT.type();
    /// `16MB`, as PostgreSQL writes sizes.
    private static final ValueType<DataSize> SIZE = PostgresKeys.TRACK_ACTIVITY_QUERY_SIZE.type();
    private static final List<String> ROLES =
            Arrays.stream(Expectation.values()).map(Expectation::toString).toList();

    private ExpectSection() {}

    /// The role that every host must have, and the rest.
    record Expect(Optional<Expectation> role, Expectations rest) {}

    static Expect read(YamlMap target) {
        if (!target.isMapping("expect")) {
            return new Expect(role(target, "expect"), Expectations.NONE);
        }
        return target.map("expect", KEYS)
                .map(map -> new Expect(role(map, "role"), rest(map)))
                .orElseThrow();
    }

    private static Optional<Expectation> role(YamlMap map, String key) {
        return map.word(key, ROLES).map(word -> Expectation.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    private static Expectations rest(YamlMap map) {
        return new Expectations(
                tls(map),
                version(map),
                value(map, "head-room", CountOrPercent.TYPE),
                value(map, "replication-lag", TIME),
                value(map, "replication-lag-bytes", SIZE),
                latency(map),
                settings(map));
    }

    private static Optional<TlsLevel> tls(YamlMap map) {
        var levels = Arrays.asList(TlsLevel.values());
        return map.word("tls", levels.stream().map(TlsLevel::toString).toList())
                .flatMap(word -> levels.stream()
                        .filter(level -> level.toString().equals(word))
                        .findFirst());
    }

    /// A bare major version stands for all its minor ones.
    private static Optional<Range<Version>> version(YamlMap map) {
        return map.text("version").flatMap(text -> {
            var major = text.matches("\\d{2}") ? ">= " + text + " < " + (Integer.parseInt(text) + 1) : text;
            var range = Range.parse(major, ExpectSection::release);
            if (range.isEmpty()) {
                map.problem(
                        "version",
                        "'version' is '" + text + "', allowed: a version such as 18, or bounds such as >= 16");
            }
            return range;
        });
    }

    private static Optional<Version> release(String text) {
        return text.matches("\\d{1,3}(\\.\\d{1,3})*") ? Optional.of(Version.of(text)) : Optional.empty();
    }

    private static <T> Optional<T> value(YamlMap map, String key, ValueType<T> type) {
        return map.text(key).flatMap(text -> {
            var read = type.read(text);
            if (read.isEmpty()) {
                map.problem(key, "'" + key + "' is '" + text + "', allowed: " + type.allowed());
            }
            return read;
        });
    }

    private static List<Budget> latency(YamlMap map) {
        return map.map("latency", LAYERS)
                .map(budgets -> Budget.layers().stream()
                        .flatMap(layer -> value(budgets, layer, TIME).map(most -> new Budget(layer, most)).stream())
                        .toList())
                .orElse(List.of());
    }

    private static List<ExpectedSetting> settings(YamlMap map) {
        var all = new ArrayList<ExpectedSetting>();
        for (var entry : map.entries("settings")) {
            misspelt(entry.name())
                    .ifPresent(near -> map.problem(
                            entry.keyAt(),
                            "PostgreSQL has no setting '" + entry.name() + "'; nearest: '" + near + "'"));
            var setting = ExpectedSetting.parse(entry.name(), entry.text());
            if (setting.isEmpty()) {
                map.problem(
                        entry.at(),
                        "'" + entry.name() + "' is '" + entry.text() + "', allowed: "
                                + ExpectedSetting.allowed(entry.name()));
            }
            setting.ifPresent(all::add);
        }
        return all;
    }

    /// The vocabulary does not hold every setting, and extensions have settings of their own: only a slip of the pen is
    /// a mistake here; the server has the last word.
    private static Optional<String> misspelt(String name) {
        return PostgresKeys.VOCABULARY.find(name).isPresent()
                ? Optional.empty()
                : PostgresKeys.VOCABULARY.nearest(name).filter(near -> Nearest.isSlip(name, near));
    }
}
