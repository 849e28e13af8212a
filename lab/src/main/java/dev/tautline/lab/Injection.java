package dev.tautline.lab;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A fault in force. Closing it heals; closing it again does nothing. Safe for use by several threads.
@FunctionalInterface
public interface Injection extends AutoCloseable {
    @Override
    void close();

    /// Several as one; they heal in reverse order, all of them even when one fails.
    static Injection all(List<Injection> injections) {
        return healedBy(() -> {
            @Nullable RuntimeException first = null;
            for (var injection : injections.reversed()) {
                try {
                    injection.close();
                } catch (RuntimeException failure) {
                    first = first == null ? failure : first;
                }
            }
            if (first != null) {
                throw first;
            }
        });
    }

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
