package dev.tautline.agent;

import org.jspecify.annotations.Nullable;

/// One request. While it is open on a thread, it takes up the time that this thread waits for a connection and holds
/// one; what other threads acquire does not count. Closing records it, closing again does nothing.
/// Not thread-safe, but another thread may close it once the first one has called `leaveThread`.
public final class RequestScope implements AutoCloseable {
    private final RequestRecorder recorder;
    private final @Nullable RequestScope outer;
    private final @Nullable Long visitor;
    private final long startNanos;
    private int connectionsInHand;
    private long holdStartNanos;
    private long waitingNanos;
    private long holdingNanos;
    private boolean failed;
    private boolean onThread = true;
    private boolean closed;

    RequestScope(RequestRecorder recorder, @Nullable RequestScope outer, @Nullable Long visitor) {
        this.recorder = recorder;
        this.outer = outer;
        this.visitor = visitor;
        this.startNanos = recorder.nanos();
    }

    /// The request ended, or will end, in an error that its visitor sees.
    public void failed() {
        failed = true;
    }

    /// For a request that another thread completes: this thread goes on to other work.
    public void leaveThread() {
        if (onThread) {
            onThread = false;
            recorder.leave(this, outer);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        leaveThread();
        long now = recorder.nanos();
        if (connectionsInHand > 0) {
            holdingNanos += now - holdStartNanos;
        }
        recorder.record(new Timing(now - startNanos, waitingNanos, holdingNanos), failed, visitor);
    }

    /// A wait for a connection ended, `waitedNanos` after it began.
    void acquired(long waitedNanos) {
        waitingNanos += waitedNanos;
        if (connectionsInHand++ == 0) {
            holdStartNanos = recorder.nanos();
        } else {
            // Waiting for a second connection with one in hand is waiting, not holding.
            holdStartNanos += waitedNanos;
        }
    }

    /// The wait just reported as `acquired` ended without a connection: HikariCP reports both, in this order.
    void timedOut() {
        released();
    }

    void released() {
        if (connectionsInHand > 0 && --connectionsInHand == 0) {
            holdingNanos += recorder.nanos() - holdStartNanos;
        }
    }

    /// Where a request's time went.
    record Timing(long totalNanos, long waitingNanos, long holdingNanos) {
        long ownNanos() {
            return Math.max(0, totalNanos - waitingNanos - holdingNanos);
        }
    }
}
