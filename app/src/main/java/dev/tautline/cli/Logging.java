package dev.tautline.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Logs go to standard error from WARN on; `TAUT_LOG` or `--verbose` ask for more. This class knows of Logback only in
/// methods that few commands call: most of them log nothing, and need not even look for it on the class path.
final class Logging {
    static final String VARIABLE = "TAUT_LOG";

    private Logging() {}

    /// The level that a value of `TAUT_LOG` asks for; a [UsageException] when it names none.
    static Level level(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return Level.WARN;
        }
        return Arrays.stream(Level.values())
                .filter(level -> level.name().equalsIgnoreCase(value.strip()))
                .findFirst()
                .orElseThrow(
                        () -> new UsageException(VARIABLE + "='" + value + "' is no log level; allowed: " + levels()));
    }

    /// Never quietens: `TAUT_LOG=debug taut --verbose` stays at DEBUG.
    static void atLeast(Level wanted) {
        var root = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        if (root.getLevel().isGreaterOrEqual(logback(wanted))) {
            root.setLevel(logback(wanted));
        }
    }

    static ch.qos.logback.classic.Level logback(Level level) {
        return ch.qos.logback.classic.Level.convertAnSLF4JLevel(level);
    }

    private static String levels() {
        return Arrays.stream(Level.values())
                .map(level -> level.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
