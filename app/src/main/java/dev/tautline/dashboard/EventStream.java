package dev.tautline.dashboard;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Server-sent events: each published state goes to every reader. Publishing never waits; a reader that falls behind is
/// dropped, and its browser comes back by itself. Thread-safe.
///
/// Format: HTML Living Standard, 9.2.5.
final class EventStream implements AutoCloseable {
    /// A page beyond this many is told to come back later.
    static final int MOST_READERS = 64;

    /// Seconds that a reader may be behind.
    static final int MOST_WAITING = 5;

    /// A silent watch still shows that the line to the page is alive.
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private static final byte[] HEARTBEAT_COMMENT = ": alive\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BEFORE = "event: state\ndata: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AFTER = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();

    private record Reader(Thread thread, BlockingQueue<String> waiting) {}

    /// @param json on one line
    void publish(String json) {
        for (var reader : readers) {
            if (!reader.waiting().offer(json)) {
                drop(reader);
            }
        }
    }

    boolean full() {
        return readers.size() >= MOST_READERS;
    }

    int readers() {
        return readers.size();
    }

    /// Writes events, `first` before all others, until the reader leaves, falls behind, may not read any more, or this
    /// is closed.
    void serve(String first, OutputStream out, BooleanSupplier mayRead) {
        var reader = new Reader(Thread.currentThread(), new ArrayBlockingQueue<>(MOST_WAITING));
        readers.add(reader);
        try {
            write(first, out);
            while (readers.contains(reader) && mayRead.getAsBoolean()) {
                var next = reader.waiting().poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
                write(next == null ? "" : next, out);
            }
        } catch (IOException | InterruptedException e) {
            // The reader left or was dropped: nothing is owed to it.
        } finally {
            readers.remove(reader);
        }
    }

    /// Nothing to tell is told, too.
    private static void write(String json, OutputStream out) throws IOException {
        if (json.isEmpty()) {
            out.write(HEARTBEAT_COMMENT);
        } else {
            out.write(BEFORE);
            out.write(json.getBytes(StandardCharsets.UTF_8));
            out.write(AFTER);
        }
        out.flush();
    }

    private void drop(Reader reader) {
        if (readers.remove(reader)) {
            reader.thread().interrupt();
        }
    }

    @Override
    public void close() {
        readers.forEach(this::drop);
    }
}
