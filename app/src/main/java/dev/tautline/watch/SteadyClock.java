package dev.tautline.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Time that does not jump: what the machine's wall clock said when it was last followed, carried on by the monotonic
/// clock. Somebody sets the wall clock, or the machine slept: then the two differ, and whoever counts durations by this
/// one decides when to follow. Thread-safe.
public final class SteadyClock extends Clock {
    /// A clock that is kept in step is slewed, and the monotonic one with it (adjtimex(2)); it never differs by so
    /// much.
    private static final Duration JUMP = Duration.ofSeconds(2);

    private final Clock wall;
    private final LongSupplier nanos;
    private volatile Anchor anchor;

    private record Anchor(Instant at, long nanos) {}

    /// @param nanos monotonic; only differences count
    public SteadyClock(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.anchor = new Anchor(wall.instant(), nanos.getAsLong());
    }

    public static SteadyClock system() {
        return new SteadyClock(Clock.systemUTC(), System::nanoTime);
    }

    @Override
    public Instant instant() {
        var from = anchor;
        return from.at().plusNanos(nanos.getAsLong() - from.nanos());
    }

    /// By how much the wall clock is ahead of this one (negative: behind); empty while they agree.
    public Optional<Duration> jump() {
        var by = Duration.between(instant(), wall.instant());
        return by.abs().compareTo(JUMP) > 0 ? Optional.of(by) : Optional.empty();
    }

    /// Agrees with the wall clock again.
    public void follow() {
        anchor = new Anchor(wall.instant(), nanos.getAsLong());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /// Instants have no zone, and nobody asks this clock for more.
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
