package dev.tautline.finding;

import java.time.Duration;

/// Values as a person says them.
public final class Words {
    private static final int MILLIS_IN_SECOND = 1000;
    private static final int SECONDS_IN_MINUTE = 60;
    private static final int MINUTES_IN_HOUR = 60;

    private Words() {}

    public static String of(Object value) {
        return value instanceof Duration duration ? of(duration) : String.valueOf(value);
    }

    /// The largest unit that gives a whole number: `90 s`, `2 min`, `250 ms`.
    public static String of(Duration duration) {
        var millis = duration.toMillis();
        if (millis == 0 || millis % MILLIS_IN_SECOND != 0) {
            return millis + " ms";
        }
        var seconds = millis / MILLIS_IN_SECOND;
        if (seconds % SECONDS_IN_MINUTE != 0) {
            return seconds + " s";
        }
        var minutes = seconds / SECONDS_IN_MINUTE;
        return minutes % MINUTES_IN_HOUR == 0 ? minutes / MINUTES_IN_HOUR + " h" : minutes + " min";
    }
}
