package dev.tautline.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Times, shares and statements as a postmortem writes them.
final class PostmortemWords {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private PostmortemWords() {}

    static String day(Instant at) {
        return DAY.format(at);
    }

    /// `10:45:01 UTC`, with the day when it is another than the reader expects.
    static String clock(Instant at, Instant sameDayAs) {
        var time = CLOCK.format(at) + " UTC";
        return day(at).equals(day(sameDayAs)) ? time : day(at) + ", " + time;
    }

    /// The two largest units: `1.2 s`, `45 s`, `2 min 15 s`, `1 h 5 min`.
    static String lasting(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(10)) < 0) {
            var tenths = Math.round(duration.toMillis() / 100.0);
            return (tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0)) + " s";
        }
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return duration.toSeconds() + " s";
        }
        return duration.toHours() > 0
                ? two(duration.toHours(), "h", duration.toMinutesPart(), "min")
                : two(duration.toMinutes(), "min", duration.toSecondsPart(), "s");
    }

    private static String two(long large, String unit, int small, String smallUnit) {
        return large + " " + unit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }

    /// A share of 0 to 1 in per cent; what is not nothing is never called 0 %.
    static String percent(double share) {
        double percent = 100 * share;
        return percent > 0 && percent < 1 ? "less than 1 %" : Math.round(percent) + " %";
    }

    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// A statement on one line that Markdown shows as it was said.
    static String plain(String statement) {
        return statement.strip().replaceAll("\\s+", " ").replace("<", "\\<");
    }

    /// Names keep their small letter: a sentence may begin with `store-2`.
    static String sentence(String statement) {
        var plain = plain(statement);
        return plain.endsWith(".") ? plain : plain + ".";
    }

    static String bullets(List<String> statements) {
        var list = new StringBuilder();
        statements.forEach(statement -> list.append("- ").append(statement).append('\n'));
        return list.toString();
    }
}
