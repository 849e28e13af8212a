package dev.tautline.lab.fault;

import dev.tautline.lab.Injection;
import dev.tautline.lab.postgres.Cluster;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A cluster with the routes to it, into which faults are injected. It owns neither. Thread-safe.
public final class Lab {
    private final Cluster cluster;
    private final Routes routes;
    private final Clock clock;
    private final List<FaultEvent> events = new CopyOnWriteArrayList<>();

    public Lab(Cluster cluster, Routes routes, Clock clock) {
        this.cluster = cluster;
        this.routes = routes;
        this.clock = clock;
    }

    public Cluster cluster() {
        return cluster;
    }

    public Routes routes() {
        return routes;
    }

    /// Brings a fault into force before it returns; closing the answer heals it.
    public Injection inject(Fault fault) {
        // Noted before the first effect, so that no reaction to a fault is older than the fault.
        record(FaultEvent.Kind.INJECTED, fault);
        var injection = fault.injectInto(this);
        return Injection.healedBy(() -> {
            injection.close();
            record(FaultEvent.Kind.HEALED, fault);
        });
    }

    /// Everything injected and healed so far, oldest first.
    public List<FaultEvent> events() {
        return List.copyOf(events);
    }

    private void record(FaultEvent.Kind kind, Fault fault) {
        events.add(new FaultEvent(clock.instant(), kind, fault));
    }
}
