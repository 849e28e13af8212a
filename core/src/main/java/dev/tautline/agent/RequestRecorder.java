package dev.tautline.agent;

import dev.tautline.agent.AgentReport.RequestSecond;
import dev.tautline.agent.RequestScope.Timing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Counts requests per second and knows which one each thread works on. Thread-safe.
final class RequestRecorder {
    // Not static: two agents in one process must not take each other's requests for their own. Not a ScopedValue: that
    // binds a lambda, not a try block.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable RequestScope> onThisThread = new ThreadLocal<>();

    private final LastSeconds<Second> seconds;
    private final VisitorWindow visitors;
    private final AgentClock clock;
    private final long slowNanos;
    private final AtomicInteger inFlight = new AtomicInteger();

    RequestRecorder(AgentClock clock, Duration slow) {
        this.clock = clock;
        this.slowNanos = slow.toNanos();
        this.seconds = new LastSeconds<>(clock, Second::new);
        this.visitors = new VisitorWindow(clock, VisitorWindow.LIMIT);
    }

    RequestScope open(@Nullable Long visitor) {
        RequestScope scope = new RequestScope(this, onThisThread.get(), visitor);
        onThisThread.set(scope);
        inFlight.incrementAndGet();
        return scope;
    }

    /// The request that the calling thread works on, for the pools' callbacks.
    @Nullable
    RequestScope current() {
        return onThisThread.get();
    }

    void leave(RequestScope scope, @Nullable RequestScope outer) {
        if (onThisThread.get() != scope) {
            return;
        }
        if (outer == null) {
            onThisThread.remove();
        } else {
            onThisThread.set(outer);
        }
    }

    /// Requests that have begun and not ended.
    int inFlight() {
        return inFlight.get();
    }

    /// A request ended; to be called once for each that was opened.
    void record(Timing timing, boolean failed, @Nullable Long visitor) {
        inFlight.decrementAndGet();
        boolean slow = timing.totalNanos() > slowNanos;
        seconds.current().record(timing, failed, slow);
        if (visitor != null) {
            visitors.record(visitor, failed || slow);
        }
    }

    long nanos() {
        return clock.nanos();
    }

    List<RequestSecond> report() {
        return seconds.complete((epochSecond, second) -> second.report(epochSecond));
    }

    AgentReport.Visitors visitors() {
        return visitors.report();
    }

    private static final class Second {
        private final AtomicInteger requests = new AtomicInteger();
        private final AtomicInteger errors = new AtomicInteger();
        private final AtomicInteger slowOnes = new AtomicInteger();
        private final Distribution total = new Distribution();
        private final Distribution waiting = new Distribution();
        private final Distribution holding = new Distribution();
        private final Distribution own = new Distribution();

        void record(Timing timing, boolean failed, boolean slow) {
            requests.incrementAndGet();
            if (failed) {
                errors.incrementAndGet();
            }
            if (slow) {
                slowOnes.incrementAndGet();
            }
            total.recordNanos(timing.totalNanos());
            waiting.recordNanos(timing.waitingNanos());
            holding.recordNanos(timing.holdingNanos());
            own.recordNanos(timing.ownNanos());
        }

        RequestSecond report(long epochSecond) {
            return new RequestSecond(
                    epochSecond,
                    requests.get(),
                    errors.get(),
                    slowOnes.get(),
                    total.percentiles(),
                    waiting.percentiles(),
                    holding.percentiles(),
                    own.percentiles());
        }
    }
}
