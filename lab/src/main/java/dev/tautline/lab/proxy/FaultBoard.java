package dev.tautline.lab.proxy;

import dev.tautline.lab.proxy.Conditions.Admission;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The faults in force and what they add up to. Readers see a change at once; those that wait for one are
/// woken.
final class FaultBoard {
    /// Compared by identity: the same fault may be injected twice and healed once.
    private record Entry(ProxyFault fault, Object identity) {}

    private final List<Entry> entries = new ArrayList<>();
    private volatile Conditions current = Conditions.HEALTHY;

    Conditions current() {
        return current;
    }

    /// Adds a fault; running the answer takes it away.
    synchronized Runnable add(ProxyFault fault) {
        var entry = new Entry(fault, new Object());
        entries.add(entry);
        recompute();
        return () -> remove(entry);
    }

    /// Waits as long as new connections are held.
    void awaitAdmission() throws InterruptedException {
        awaitUntil(conditions -> conditions.admission() != Admission.HOLD);
    }

    /// Waits as long as nothing moves in the direction.
    void awaitFlow(Direction direction) throws InterruptedException {
        awaitUntil(conditions -> !conditions.travel(direction).stalled());
    }

    private void awaitUntil(Predicate<Conditions> wanted) throws InterruptedException {
        if (wanted.test(current)) {
            return;
        }
        synchronized (this) {
            while (!wanted.test(current)) {
                // Bounded by the fault: closing the proxy interrupts or heals.
                wait();
            }
        }
    }

    private synchronized void remove(Entry entry) {
        entries.remove(entry);
        recompute();
    }

    private void recompute() {
        var sum = Conditions.HEALTHY;
        for (var entry : entries) {
            sum = sum.with(entry.fault());
        }
        current = sum;
        notifyAll();
    }
}
