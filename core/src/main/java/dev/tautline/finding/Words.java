package dev.tautline.finding;

import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Secret;
import dev.tautline.settings.Setting;
import dev.tautline.settings.Written;
import java.time.Duration;

/// Values as a person says them.
public final class Words {
    private static final int MILLIS_IN_SECOND = 1000;
    private static final int SECONDS_IN_MINUTE = 60;
    private static final int MINUTES_IN_HOUR = 60;
    private static final int HOURS_IN_DAY = 24;

    private Words() {}

    public static String of(Object value) {
        return value instanceof Duration duration ? of(duration) : String.valueOf(value);
    }

    /// A setting fit to be shown: a secret is masked, and so are credentials in a URL.
    public static String told(Setting<?> setting) {
        return switch (setting) {
            case Setting.Known<?> known -> isSecret(known) ? Secret.MASK : JdbcUrl.mask(of(known.value()));
            case Setting.Unresolved<?> open -> open.text();
            case Setting.Malformed<?> bad -> "'" + bad.text() + "'";
            case Setting.Unset<?> unset -> "not set";
        };
    }

    private static boolean isSecret(Setting.Known<?> known) {
        return known.origin().isOfSecret() || Written.namesSecret(known.key().name());
    }

    /// The largest unit that gives a whole number: `90 s`, `2 min`, `250 ms`, `7 d`.
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
        if (minutes % MINUTES_IN_HOUR != 0) {
            return minutes + " min";
        }
        var hours = minutes / MINUTES_IN_HOUR;
        // One day is said in hours: 24 h is how people write it.
        return hours > HOURS_IN_DAY && hours % HOURS_IN_DAY == 0 ? hours / HOURS_IN_DAY + " d" : hours + " h";
    }
}
