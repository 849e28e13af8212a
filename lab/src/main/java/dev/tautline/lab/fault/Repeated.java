package dev.tautline.lab.fault;

import dev.tautline.lab.Injection;
import java.time.Duration;

/// What comes and goes until it is healed.
public final class Repeated {
    private Repeated() {}

    /// Injects and heals in turn, each for so long, beginning with injecting at once. Closing the answer heals and ends
    /// it.
    public static Injection every(Duration period, Injecting injecting) {
        var first = injecting.inject();
        var thread = Thread.ofVirtual().name("repeated fault").unstarted(() -> alternate(period, injecting, first));
        thread.start();
        return Injection.healedBy(() -> end(thread));
    }

    /// Brings something into force.
    @FunctionalInterface
    public interface Injecting {
        Injection inject();
    }

    private static void alternate(Duration period, Injecting injecting, Injection first) {
        var current = first;
        try {
            while (true) {
                Thread.sleep(period);
                current.close();
                Thread.sleep(period);
                current = injecting.inject();
            }
        } catch (InterruptedException ended) {
            current.close();
        }
    }

    private static void end(Thread thread) {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
