package dev.tautline.dashboard.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Slows those down who guess: after some failures in a row nothing more is looked at for a time that doubles.
/// Thread-safe.
final class Guesses {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(30);
    private static final int MOST_KEPT = 10_000;

    private final int free;
    private final Duration longestWait;
    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private record Failures(int inARow, Instant last) {}

    /// @param free failures in a row that cost nothing
    Guesses(int free, Duration longestWait, Clock clock) {
        this.free = free;
        this.longestWait = longestWait;
        this.clock = clock;
    }

    /// How long `who` has to wait before the next try is looked at; zero for most.
    synchronized Duration wait(String who) {
        var known = failures.get(who);
        if (known == null || known.inARow() < free) {
            return Duration.ZERO;
        }
        var left = Duration.between(clock.instant(), known.last().plus(penalty(known.inARow())));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Duration penalty(int inARow) {
        int doublings = Math.min(inARow - free, 8);
        var wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(longestWait) > 0 ? longestWait : wait;
    }

    synchronized void failed(String who) {
        var now = clock.instant();
        var known = failures.get(who);
        int before = known == null || known.last().plus(FORGIVEN_AFTER).isBefore(now) ? 0 : known.inARow();
        failures.put(who, new Failures(before + 1, now));
    }

    synchronized void succeeded(String who) {
        failures.remove(who);
    }
}
