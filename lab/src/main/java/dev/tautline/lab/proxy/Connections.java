package dev.tautline.lab.proxy;

import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The clients of one listener, each on a virtual thread of its own.
final class Connections {
    private final Line line;
    private final Connection.Dialler dialler;
    private final Map<Connection, Thread> open = new ConcurrentHashMap<>();
    private final AtomicLong accepted = new AtomicLong();

    Connections(Line line, Connection.Dialler dialler) {
        this.line = line;
        this.dialler = dialler;
    }

    void serve(SocketChannel client) {
        var connection = new Connection(client, line, accepted.incrementAndGet(), dialler);
        var thread = Thread.ofVirtual().unstarted(() -> {
            try {
                connection.run();
            } finally {
                open.remove(connection);
            }
        });
        open.put(connection, thread);
        thread.start();
    }

    /// Resets all at once; the interruption ends one that waits to be admitted.
    void abort() {
        open.forEach((connection, thread) -> {
            connection.abort();
            thread.interrupt();
        });
    }

    /// What lies between forgets all that exist.
    void forget() {
        open.keySet().forEach(Connection::forget);
    }

    /// Resets those that were forgotten.
    void abortForgotten() {
        open.forEach((connection, thread) -> {
            if (connection.isForgotten()) {
                connection.abort();
                thread.interrupt();
            }
        });
    }

    long accepted() {
        return accepted.get();
    }

    int openCount() {
        return open.size();
    }
}
