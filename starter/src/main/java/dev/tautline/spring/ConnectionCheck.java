package dev.tautline.spring;

import dev.tautline.agent.ConnectionTest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// A connection test whose answer is kept for a while, so that many or impatient health probes cost one connection.
/// Thread-safe: callers that come during a test wait for its answer, which its own timeout bounds.
final class ConnectionCheck {
    private final ConnectionTest test;
    private final Duration keptFor;
    private final InstantSource clock;
    private ConnectionTest.@Nullable Result kept;
    private Instant endedAt = Instant.MIN;

    ConnectionCheck(ConnectionTest test, Duration keptFor, InstantSource clock) {
        this.test = test;
        this.keptFor = keptFor;
        this.clock = clock;
    }

    synchronized ConnectionTest.Result result() {
        ConnectionTest.Result result = kept;
        if (result == null || Duration.between(endedAt, clock.instant()).compareTo(keptFor) >= 0) {
            result = test.run();
            kept = result;
            endedAt = clock.instant();
        }
        return result;
    }
}
