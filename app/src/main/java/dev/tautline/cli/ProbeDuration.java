package dev.tautline.cli;

import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// `500ms`, `2s`, `1m`: a time of more than nothing and at most an hour.
final class ProbeDuration implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,7})(ms|s|m)");
    private static final Duration LONGEST = Duration.ofHours(1);

    @Override
    public Duration convert(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw refused(text);
        }
        long count = Long.parseLong(match.group(1));
        var duration = switch (match.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            default -> Duration.ofMinutes(count);
        };
        if (!duration.isPositive() || duration.compareTo(LONGEST) > 0) {
            throw refused(text);
        }
        return duration;
    }

    private static TypeConversionException refused(String text) {
        return new TypeConversionException("'" + text + "' is not a time from 1ms to 60m, such as 500ms, 2s or 1m");
    }
}
