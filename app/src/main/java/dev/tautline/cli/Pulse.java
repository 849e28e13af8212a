package dev.tautline.cli;

import dev.tautline.watch.Watch.Tick;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Whether the watch makes its ticks. Thread-safe.
final class Pulse {
    /// A tick comes each second; a machine that is busy may miss some.
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final Clock clock;
    private volatile Instant last;

    Pulse(Clock clock) {
        this.clock = clock;
        this.last = clock.instant();
    }

    void accept(Tick tick) {
        last = tick.scene().at();
    }

    boolean beats() {
        return Duration.between(last, clock.instant()).compareTo(LONGEST) < 0;
    }
}
