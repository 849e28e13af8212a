package dev.tautline.check.rules.pool;

import java.time.Duration;

/// What HikariCP makes of a `maxLifetime`, before it compares other times with it.
final class Lifetime {
    /// HikariCP 7.1.0, `HikariConfig.validateNumerics`: below this it takes its default.
    static final Duration MINIMUM = Duration.ofSeconds(30);

    private Lifetime() {}

    /// Whether the pool takes the value as it is; 0 means without end.
    static boolean isInForce(Duration lifetime) {
        return lifetime.isZero() || lifetime.compareTo(MINIMUM) >= 0;
    }
}
