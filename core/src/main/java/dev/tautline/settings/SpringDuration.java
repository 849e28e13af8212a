package dev.tautline.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Durations as Spring Boot reads them: `10s`, `PT10S`, or a bare number in the key's own unit
/// (Spring Boot reference, "Converting Durations").
final class SpringDuration {
    static final ValueType<Duration> TYPE = in(ChronoUnit.MILLIS);
    static final ValueType<Duration> SECONDS = in(ChronoUnit.SECONDS);

    private static final Pattern SIMPLE = Pattern.compile("([+-]?\\d{1,18})([a-z]{0,2})");

    private SpringDuration() {}

    private static ValueType<Duration> in(ChronoUnit bare) {
        return new ValueType<>("", "a duration such as 500ms, 10s, 5m or PT10S", text -> read(text, bare));
    }

    private static Optional<Duration> read(String text, ChronoUnit bare) {
        var simple = SIMPLE.matcher(text.toLowerCase(Locale.ROOT));
        try {
            return simple.matches()
                    ? unit(simple.group(2), bare).map(unit -> Duration.of(Long.parseLong(simple.group(1)), unit))
                    : Optional.of(Duration.parse(text));
        } catch (DateTimeParseException | ArithmeticException notADuration) {
            return Optional.empty();
        }
    }

    private static Optional<ChronoUnit> unit(String suffix, ChronoUnit bare) {
        return switch (suffix) {
            case "" -> Optional.of(bare);
            case "ns" -> Optional.of(ChronoUnit.NANOS);
            case "us" -> Optional.of(ChronoUnit.MICROS);
            case "ms" -> Optional.of(ChronoUnit.MILLIS);
            case "s" -> Optional.of(ChronoUnit.SECONDS);
            case "m" -> Optional.of(ChronoUnit.MINUTES);
            case "h" -> Optional.of(ChronoUnit.HOURS);
            case "d" -> Optional.of(ChronoUnit.DAYS);
            default -> Optional.empty();
        };
    }
}
