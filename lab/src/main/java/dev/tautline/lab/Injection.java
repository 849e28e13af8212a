package dev.tautline.lab;

import java.util.concurrent.atomic.AtomicBoolean;

/// A fault in force. Closing it heals; closing it again does nothing. Safe for use by several threads.
@FunctionalInterface
public interface Injection extends AutoCloseable {
    @Override
    void close();

    /// An injection whose healing runs once, however often it is closed.
    static Injection healedBy(Runnable healing) {
        var healed = new AtomicBoolean();
        return () -> {
            if (healed.compareAndSet(false, true)) {
                healing.run();
            }
        };
    }
}
