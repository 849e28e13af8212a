package dev.tautline.lab.load;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Function;

/// A load to be run: so many arrivals per second for so long. Unless told otherwise the arrivals are Poisson
/// with seed 0, at most 1000 are under way at once, and an answer is slow after 1 s.
public record OpenLoad(
        double arrivalsPerSecond,
        Duration duration,
        Spacing spacing,
        long seed,
        int mostInFlight,
        Duration slowAfter,
        Duration drainTimeout,
        Function<Throwable, String> failureKind) {
    private static final int MOST_IN_FLIGHT = 1_000;
    private static final Duration SLOW_AFTER = Duration.ofSeconds(1);
    private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(10);

    public OpenLoad {
        var problems = new ArrayList<String>();
        if (!(arrivalsPerSecond > 0 && arrivalsPerSecond <= 1e6)) {
            problems.add("rate %s/s: above 0 and at most 1,000,000".formatted(arrivalsPerSecond));
        }
        if (!duration.isPositive()) {
            problems.add("duration %s: must be positive".formatted(duration));
        }
        if (mostInFlight < 1) {
            problems.add("most in flight %d: at least 1".formatted(mostInFlight));
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("Cannot run this load: " + String.join("; ", problems));
        }
    }

    public static OpenLoad of(double arrivalsPerSecond, Duration duration) {
        return new OpenLoad(
                arrivalsPerSecond,
                duration,
                Spacing.POISSON,
                0,
                MOST_IN_FLIGHT,
                SLOW_AFTER,
                DRAIN_TIMEOUT,
                OpenLoad::kindOf);
    }

    public OpenLoad spaced(Spacing how, long withSeed) {
        return new OpenLoad(
                arrivalsPerSecond, duration, how, withSeed, mostInFlight, slowAfter, drainTimeout, failureKind);
    }

    /// An arrival that would be one more than this is dropped and counted.
    public OpenLoad mostInFlight(int bound) {
        return new OpenLoad(arrivalsPerSecond, duration, spacing, seed, bound, slowAfter, drainTimeout, failureKind);
    }

    public OpenLoad slowAfter(Duration threshold) {
        return new OpenLoad(
                arrivalsPerSecond, duration, spacing, seed, mostInFlight, threshold, drainTimeout, failureKind);
    }

    /// After the last arrival, answers are awaited so long; then the rest is interrupted and fails as
    /// `abandoned`.
    public OpenLoad drainTimeout(Duration timeout) {
        return new OpenLoad(arrivalsPerSecond, duration, spacing, seed, mostInFlight, slowAfter, timeout, failureKind);
    }

    /// How failures are told apart; by default by SQLSTATE, else by exception class.
    public OpenLoad failureKind(Function<Throwable, String> kind) {
        return new OpenLoad(arrivalsPerSecond, duration, spacing, seed, mostInFlight, slowAfter, drainTimeout, kind);
    }

    /// Starts the arrivals and returns at once.
    public LoadRun start(Action action) {
        return new LoadRun(this, action);
    }

    /// Runs the load to its end.
    public LoadReport run(Action action) {
        try (var run = start(action)) {
            return run.await();
        }
    }

    private static String kindOf(Throwable failure) {
        return failure instanceof SQLException sql && sql.getSQLState() != null
                ? "SQLSTATE " + sql.getSQLState()
                : failure.getClass().getSimpleName();
    }
}
