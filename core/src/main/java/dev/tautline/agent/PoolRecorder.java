package dev.tautline.agent;

import dev.tautline.agent.AgentReport.ConnectFailure;
import dev.tautline.agent.AgentReport.PoolSecond;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Takes what one pool's callbacks and connect attempts report. Thread-safe; never throws into the pool.
final class PoolRecorder {
    /// Distinct SQLSTATEs of one second; a client that meets more is not told apart any better by them.
    private static final int MOST_STATES = 16;

    private final LastSeconds<Second> seconds;
    private final ConnectFailures failures;
    private final RequestRecorder requests;

    PoolRecorder(AgentClock clock, RequestRecorder requests) {
        this.seconds = new LastSeconds<>(clock, Second::new);
        this.failures = new ConnectFailures(clock);
        this.requests = requests;
    }

    /// A wait for a connection ended, with one or without.
    void acquired(long waitedNanos) {
        seconds.current().acquire.recordNanos(waitedNanos);
        RequestScope request = requests.current();
        if (request != null) {
            request.acquired(waitedNanos);
        }
    }

    /// The wait just reported ended without a connection.
    void acquireTimedOut() {
        seconds.current().acquireTimeouts.incrementAndGet();
        RequestScope request = requests.current();
        if (request != null) {
            request.timedOut();
        }
    }

    void released(long heldMicros) {
        seconds.current().hold.record(heldMicros);
        RequestScope request = requests.current();
        if (request != null) {
            request.released();
        }
    }

    void connected(long nanos) {
        seconds.current().connect.recordNanos(nanos);
    }

    void connectFailed(FailedConnect failure) {
        seconds.current().connectsFailed.incrementAndGet();
        failures.add(failure);
    }

    /// A call on a borrowed connection ended in an error with this SQLSTATE.
    void statementFailed(@Nullable String sqlState) {
        var failed = seconds.current().statementsFailed;
        var state = sqlState == null ? "" : sqlState;
        if (failed.size() < MOST_STATES || failed.containsKey(state)) {
            failed.computeIfAbsent(state, key -> new AtomicInteger()).incrementAndGet();
        }
    }

    List<PoolSecond> seconds() {
        return seconds.complete((epochSecond, second) -> second.report(epochSecond));
    }

    List<ConnectFailure> failures() {
        return failures.lastMinute();
    }

    private static final class Second {
        private final AtomicInteger acquireTimeouts = new AtomicInteger();
        private final AtomicInteger connectsFailed = new AtomicInteger();
        private final Distribution acquire = new Distribution();
        private final Distribution hold = new Distribution();
        private final Distribution connect = new Distribution();
        private final Map<String, AtomicInteger> statementsFailed = new ConcurrentHashMap<>();

        PoolSecond report(long epochSecond) {
            return new PoolSecond(
                    epochSecond,
                    acquireTimeouts.get(),
                    acquire.percentiles(),
                    hold.percentiles(),
                    connectsFailed.get(),
                    connect.percentiles(),
                    failedByState());
        }

        private Map<String, Integer> failedByState() {
            var counts = new TreeMap<String, Integer>();
            statementsFailed.forEach((state, count) -> counts.put(state, count.get()));
            return counts;
        }
    }
}
