package dev.tautline.store.database;

import java.time.Duration;
import java.util.concurrent.Callable;

/// Why the current thread is here and until when an answer is of use. Bound around each request and each round of a
/// job; whoever is bound to nothing is a job. Monotonic: a change of the wall clock does not move the end.
public record Errand(Lane lane, long endNanos) {
    private static final ScopedValue<Errand> CURRENT = ScopedValue.newInstance();
    // No job of the shop works longer on one statement or transaction.
    private static final Duration JOB = Duration.ofSeconds(8);

    public static Errand in(Lane lane, Duration howLong) {
        return new Errand(lane, System.nanoTime() + howLong.toNanos());
    }

    public static Errand current() {
        return CURRENT.isBound() ? CURRENT.get() : in(Lane.JOBS, JOB);
    }

    /// Time left, never negative.
    public Duration left() {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }

    /// The same errand that must end earlier; a later end changes nothing.
    public Errand within(Duration howLong) {
        var sooner = in(lane, howLong);
        return sooner.endNanos - endNanos < 0 ? sooner : this;
    }

    /// Runs the work for this errand.
    public <T> T call(Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, this).call(work::call);
    }

    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }
}
