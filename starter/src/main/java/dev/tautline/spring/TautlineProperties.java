package dev.tautline.spring;

import dev.tautline.agent.ConnectionTest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What can be set under `tautline`.
///
/// @param enabled Whether to observe this application at all.
/// @param instance Name of this instance among those of the service; HOST:PORT when not set.
/// @param startupTest What to do when the database cannot be reached at start: fail, warn or off.
/// @param connectTimeout Time that the start-up test and the health check give one connection.
/// @param slow Total time above which a request counts as slow.
/// @param visitorCookie Cookie that tells visitors apart; those without it are told apart by address.
/// @param ignoredPaths Path patterns whose requests are not counted, besides the Actuator's.
/// @param healthCacheTime Time for which the answer of the health check is kept; at least 1 s.
@ConfigurationProperties("tautline")
public record TautlineProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable String instance,
        @DefaultValue("warn") StartupTest startupTest,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("1s") Duration slow,
        @DefaultValue("JSESSIONID") String visitorCookie,

        @DefaultValue({"/css/**", "/js/**", "/images/**", "/webjars/**", "/favicon.*", "/*/icon-*"})
        List<String> ignoredPaths,

        @DefaultValue("1s") Duration healthCacheTime) {
    public TautlineProperties {
        requireAtLeast("tautline.connect-timeout", connectTimeout, Duration.ofMillis(100));
        requireAtLeast("tautline.slow", slow, Duration.ofMillis(1));
        requireAtLeast("tautline.health-cache-time", healthCacheTime, Duration.ofSeconds(1));
        ignoredPaths = List.copyOf(ignoredPaths);
    }

    /// The modes of `ConnectionTest` in words that fit a configuration file.
    public enum StartupTest {
        FAIL(ConnectionTest.Mode.FAIL_FAST),
        WARN(ConnectionTest.Mode.WARN),
        OFF(ConnectionTest.Mode.OFF);

        private final ConnectionTest.Mode mode;

        StartupTest(ConnectionTest.Mode mode) {
            this.mode = mode;
        }

        ConnectionTest.Mode mode() {
            return mode;
        }
    }

    private static void requireAtLeast(String name, Duration value, Duration least) {
        if (value.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "%s is %d ms; it must be at least %d ms".formatted(name, value.toMillis(), least.toMillis()));
        }
    }
}
