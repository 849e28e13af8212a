package dev.tautline.stage;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// What has been opened, to be closed in reverse order whatever happens on the way.
public final class Opened implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    public <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /// Waits for each part even when the thread was interrupted, since an interrupted wait would kill instead of stop;
    /// the interrupt is kept for the caller. The first failure is thrown when all parts have been closed.
    @Override
    public void close() {
        var interrupted = Thread.interrupted();
        try {
            closeAll();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void closeAll() {
        @Nullable RuntimeException first = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception failure) {
                var wrapped = new StageFailed("Cannot close a part of the stage: " + failure, failure);
                if (first == null) {
                    first = wrapped;
                } else {
                    first.addSuppressed(wrapped);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
