package dev.tautline.probe;

import java.io.Closeable;
import java.io.IOException;

/// Closes a socket when a deadline passes, whatever its reader is doing. A socket's own timeout is per read, so a peer
/// that sends a byte a second would outlast it.
final class Alarm implements AutoCloseable {
    private final Thread waiter;
    private volatile boolean rung;

    Alarm(Deadline deadline, Closeable socket) {
        waiter = Thread.ofVirtual().name("probe-alarm").start(() -> await(deadline, socket));
    }

    private void await(Deadline deadline, Closeable socket) {
        try {
            Thread.sleep(deadline.remaining());
            rung = true;
            socket.close();
        } catch (InterruptedException stepEndedInTime) {
            // Nothing to do: the step that this watched is over.
        } catch (IOException alreadyBroken) {
            // The reader gets its own error from the broken socket.
        }
    }

    boolean rung() {
        return rung;
    }

    @Override
    public void close() {
        waiter.interrupt();
    }
}
