package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

class LoggingTest {
    private final ch.qos.logback.classic.Logger root =
            (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final ch.qos.logback.classic.Level before = root.getLevel();

    @AfterEach
    void restore() {
        root.setLevel(before);
    }

    @Test
    void isQuietUnlessAsked() {
        assertThat(Logging.level(null)).isEqualTo(Level.WARN);
        assertThat(Logging.level("")).isEqualTo(Level.WARN);
        assertThat(Logging.level("Debug")).isEqualTo(Level.DEBUG);
    }

    @Test
    void refusesAnUnknownLevel() {
        assertThatThrownBy(() -> Logging.level("loud"))
                .isInstanceOf(UsageException.class)
                .hasMessage("TAUT_LOG='loud' is no log level; allowed: error, warn, info, debug, trace");
    }

    @Test
    void logbackIsSetUpByTheServiceFile() {
        assertThat(root.iteratorForAppenders())
                .toIterable()
                .singleElement()
                .isInstanceOfSatisfying(
                        ch.qos.logback.core.ConsoleAppender.class,
                        console -> assertThat(console.getTarget()).isEqualTo("System.err"));
    }

    @Test
    void verboseRaisesTheLevelAndNeverLowersIt() {
        root.setLevel(ch.qos.logback.classic.Level.WARN);
        CommandRun.of("completion", "--verbose");
        assertThat(root.getLevel()).isEqualTo(ch.qos.logback.classic.Level.INFO);
        root.setLevel(ch.qos.logback.classic.Level.TRACE);
        CommandRun.of("--verbose", "completion");
        assertThat(root.getLevel()).isEqualTo(ch.qos.logback.classic.Level.TRACE);
    }
}
