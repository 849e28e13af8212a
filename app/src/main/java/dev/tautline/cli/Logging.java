package dev.tautline.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Logs go to standard error from WARN on; `TAUT_LOG` or `--verbose` ask for more. Logback finds this class by its
/// service file: an XML file would cost every command the start of an XML parser.
public final class Logging extends ContextAwareBase implements Configurator {
    static final String VARIABLE = "TAUT_LOG";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{0} - %msg%n");
        encoder.start();
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setContext(context);
        console.setTarget("System.err");
        console.setEncoder(encoder);
        console.start();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(console);
        root.setLevel(logback(level(System.getenv(VARIABLE))));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

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

    private static ch.qos.logback.classic.Level logback(Level level) {
        return ch.qos.logback.classic.Level.convertAnSLF4JLevel(level);
    }

    private static String levels() {
        return Arrays.stream(Level.values())
                .map(level -> level.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
