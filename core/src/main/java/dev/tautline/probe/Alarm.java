package dev.tautline.probe;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/// Closes a socket when a deadline passes, whatever its reader is doing. A socket's own timeout is per read, so a peer
/// that sends a byte a second would outlast it. It either rings or is ended in time, never both: whoever went on with a
/// socket that is closed behind his back would blame the peer.
final class Alarm implements AutoCloseable {
    private enum State {
        SET,
        RUNG,
        ENDED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.SET);
    private final Thread waiter;

    Alarm(Deadline deadline, Closeable socket) {
        waiter = Thread.ofVirtual().name("probe-alarm").start(() -> await(deadline, socket));
    }

    private void await(Deadline deadline, Closeable socket) {
        try {
            Thread.sleep(deadline.remaining());
            if (state.compareAndSet(State.SET, State.RUNG)) {
                socket.close();
            }
        } catch (InterruptedException stepEndedInTime) {
            // Nothing to do: the step that this watched is over.
        } catch (IOException alreadyBroken) {
            // The reader gets its own error from the broken socket.
        }
    }

    boolean rung() {
        return state.get() == State.RUNG;
    }

    /// False when it has rung: what it watched came too late, and its socket is closed.
    boolean endInTime() {
        boolean inTime = state.compareAndSet(State.SET, State.ENDED) || state.get() == State.ENDED;
        waiter.interrupt();
        return inTime;
    }

    @Override
    public void close() {
        endInTime();
    }
}
