package dev.tautline.settings;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How PostgreSQL writes numbers with units: `30s`, `5min`, `4GB`, or a bare number in the parameter's own unit. The
/// words for units are case-sensitive (manual 18, section 19.1.1 "Parameter Names and Values").
final class PostgresUnits {
    static final ValueType<Duration> MILLIS = durations("ms", Duration.ofMillis(1));
    static final ValueType<Duration> SECONDS = durations("s", Duration.ofSeconds(1));
    static final ValueType<Duration> MINUTES = durations("min", Duration.ofMinutes(1));
    static final ValueType<DataSize> BYTES = sizes("B", DataSize.ofBytes(1));
    static final ValueType<DataSize> BLOCKS = sizes("8 kB", DataSize.ofKib(8));
    static final ValueType<DataSize> KILOBYTES = sizes("kB", DataSize.ofKib(1));
    static final ValueType<DataSize> MEGABYTES = sizes("MB", DataSize.ofMib(1));

    /// `on`, `true`, `yes` and `1`, their opposites, and every beginning of such a word that is not ambiguous.
    static final ValueType<Boolean> SWITCH = new ValueType<>("", "on or off", PostgresUnits::readSwitch);

    private PostgresUnits() {}

    private static ValueType<Duration> durations(String unit, Duration bare) {
        var units = new HashMap<>(Map.of(
                "us", Duration.ofNanos(1000),
                "ms", Duration.ofMillis(1),
                "s", Duration.ofSeconds(1),
                "min", Duration.ofMinutes(1),
                "h", Duration.ofHours(1),
                "d", Duration.ofDays(1)));
        units.put("", bare);
        return Measured.duration(
                unit, "a number with us, ms, s, min, h or d; bare it is in " + unit, Map.copyOf(units));
    }

    private static ValueType<DataSize> sizes(String unit, DataSize bare) {
        var units = new HashMap<>(Map.of(
                "B", DataSize.ofBytes(1),
                "kB", DataSize.ofKib(1),
                "MB", DataSize.ofMib(1),
                "GB", DataSize.ofGib(1),
                "TB", DataSize.ofGib(1024)));
        units.put("", bare);
        return Measured.size(
                unit, "a number with B, kB, MB, GB or TB; bare it is in units of " + unit, Map.copyOf(units));
    }

    private static Optional<Boolean> readSwitch(String text) {
        var lower = text.toLowerCase(java.util.Locale.ROOT);
        // "o" could be on or off.
        if (lower.isEmpty() || lower.equals("o")) {
            return Optional.empty();
        }
        if (Stream.of("on", "true", "yes", "1").anyMatch(word -> word.startsWith(lower))) {
            return Optional.of(true);
        }
        return Stream.of("off", "false", "no", "0").anyMatch(word -> word.startsWith(lower))
                ? Optional.of(false)
                : Optional.empty();
    }
}
