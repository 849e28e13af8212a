package dev.tautline.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// How each product writes durations, where it is neither a bare number nor Spring's way ([SpringDuration]).
final class Durations {
    private static final Duration MICROSECOND = Duration.ofNanos(1000);
    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /// HAProxy, configuration manual 2.5 "Time format": a bare number is milliseconds.
    static final ValueType<Duration> HAPROXY = Measured.duration(
            "ms",
            "a time such as 30s or 5m; a bare number is milliseconds",
            Map.ofEntries(
                    Map.entry("", MILLISECOND),
                    Map.entry("us", MICROSECOND),
                    Map.entry("ms", MILLISECOND),
                    Map.entry("s", SECOND),
                    Map.entry("m", MINUTE),
                    Map.entry("h", HOUR),
                    Map.entry("d", DAY)));

    /// nginx, "Configuration file measurement units": a bare number is seconds, and units may follow one another from
    /// the largest to the smallest, as in `1h 30m`. A month is 30 days there, a year 365.
    static final ValueType<Duration> NGINX = Measured.durations(
            "s",
            "a time such as 30s, 10m or 1h30m; a bare number is seconds",
            Map.ofEntries(
                    Map.entry("", SECOND),
                    Map.entry("ms", MILLISECOND),
                    Map.entry("s", SECOND),
                    Map.entry("m", MINUTE),
                    Map.entry("h", HOUR),
                    Map.entry("d", DAY),
                    Map.entry("w", DAY.multipliedBy(7)),
                    Map.entry("M", DAY.multipliedBy(30)),
                    Map.entry("y", DAY.multipliedBy(365))));

    /// PgBouncer, and some variables of MySQL and MariaDB, read seconds and take a fraction.
    static final ValueType<Duration> FRACTIONAL_SECONDS =
            Measured.duration("s", "a number of seconds, such as 15 or 0.5", Map.of("", SECOND));

    /// Dropwizard, `io.dropwizard.util.Duration`: the unit must be written.
    static final ValueType<Duration> DROPWIZARD = Measured.duration(
            "",
            "a number and its unit, such as 500ms, 10s or 5 minutes",
            Map.ofEntries(
                    Map.entry("ns", Duration.ofNanos(1)),
                    Map.entry("nanosecond", Duration.ofNanos(1)),
                    Map.entry("nanoseconds", Duration.ofNanos(1)),
                    Map.entry("us", MICROSECOND),
                    Map.entry("microsecond", MICROSECOND),
                    Map.entry("microseconds", MICROSECOND),
                    Map.entry("ms", MILLISECOND),
                    Map.entry("millisecond", MILLISECOND),
                    Map.entry("milliseconds", MILLISECOND),
                    Map.entry("s", SECOND),
                    Map.entry("second", SECOND),
                    Map.entry("seconds", SECOND),
                    Map.entry("m", MINUTE),
                    Map.entry("min", MINUTE),
                    Map.entry("mins", MINUTE),
                    Map.entry("minute", MINUTE),
                    Map.entry("minutes", MINUTE),
                    Map.entry("h", HOUR),
                    Map.entry("hour", HOUR),
                    Map.entry("hours", HOUR),
                    Map.entry("d", DAY),
                    Map.entry("day", DAY),
                    Map.entry("days", DAY)));

    /// Agroal's own properties files: ISO-8601 only.
    static final ValueType<Duration> ISO = new ValueType<>("", "an ISO-8601 duration such as PT10S", Durations::parsed);

    /// Agroal's `acquisitionTimeout_m` and its like.
    static final ValueType<Duration> WHOLE_MINUTES =
            Measured.duration("min", "a number of minutes", Map.of("", MINUTE));

    private static final Pattern WITH_UNIT = Pattern.compile("[+-]?\\d{1,18}(ms|[smhd])?", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECIMAL_DAYS = Pattern.compile("[+-]?\\d*[.]\\d*[dD]");
    private static final Pattern STARTS_WITH_NUMBER = Pattern.compile("[+-]?[\\d.]");
    private static final ValueType<Duration> LOWER_CASE_UNITS = Measured.duration(
            "s", "", Map.of("", SECOND, "ms", MILLISECOND, "s", SECOND, "m", MINUTE, "h", HOUR, "d", DAY));

    /// Quarkus, `io.quarkus.runtime.configuration.DurationConverter`: `500ms`, `5M`, `1h30m`, or ISO-8601.
    static final ValueType<Duration> QUARKUS = new ValueType<>(
            "s", "a duration such as 10s, 500ms, 5M or PT10S; a bare number is seconds", Durations::readQuarkus);

    private static final Pattern COMPOSE_PARTS = Pattern.compile("(\\d{1,9})(us|ms|s|m|h)");

    /// Compose file reference, "Specifying durations": units in a row, such as `1m30s`.
    static final ValueType<Duration> COMPOSE =
            new ValueType<>("", "a duration such as 10s, 1m30s or 500ms", Durations::readCompose);

    private Durations() {}

    private static Optional<Duration> readCompose(String text) {
        if (!text.matches("(\\d{1,9}(us|ms|s|m|h))+")) {
            return Optional.empty();
        }
        return Optional.of(COMPOSE_PARTS
                .matcher(text)
                .results()
                .map(part -> composeUnit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))))
                .reduce(Duration.ZERO, Duration::plus));
    }

    private static Duration composeUnit(String unit) {
        return switch (unit) {
            case "us" -> MICROSECOND;
            case "ms" -> MILLISECOND;
            case "s" -> SECOND;
            case "m" -> MINUTE;
            default -> HOUR;
        };
    }

    private static Optional<Duration> readQuarkus(String text) {
        if (WITH_UNIT.matcher(text).matches()) {
            return LOWER_CASE_UNITS.read(text.toLowerCase(Locale.ROOT));
        }
        var prefix = DECIMAL_DAYS.matcher(text).matches()
                ? "P"
                : STARTS_WITH_NUMBER.matcher(text).lookingAt() ? "PT" : "";
        return parsed(prefix + text);
    }

    private static Optional<Duration> parsed(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException notADuration) {
            return Optional.empty();
        }
    }
}
