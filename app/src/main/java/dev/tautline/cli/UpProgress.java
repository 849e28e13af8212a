package dev.tautline.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;

/// Tells on standard error which step runs and how long each took.
final class UpProgress {
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintWriter err;

    UpProgress(PrintWriter err) {
        this.err = err;
    }

    void say(String line) {
        err.println(line);
        err.flush();
    }

    <T> T step(String what, Supplier<T> work) {
        err.print("  %-40s".formatted(what));
        err.flush();
        var start = System.nanoTime();
        try {
            var done = work.get();
            say(" %5.1f s".formatted((System.nanoTime() - start) / NANOS_PER_SECOND));
            return done;
        } catch (RuntimeException failure) {
            say(" failed");
            throw failure;
        }
    }
}
