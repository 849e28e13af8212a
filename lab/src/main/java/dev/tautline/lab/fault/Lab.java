package dev.tautline.lab.fault;

import dev.tautline.lab.Injection;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.postgres.Node;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A cluster with the routes to it and what stands around it, into which faults are injected. It owns none of them.
/// Thread-safe.
public final class Lab {
    /// Stands for the node that is the primary when the fault is injected.
    public static final String PRIMARY = "primary";

    /// Stands for the first standby.
    public static final String STANDBY = "standby";

    private final Cluster cluster;
    private final Routes routes;
    private final Application application;
    private final Surroundings surroundings;
    private final Clock clock;
    private final List<FaultEvent> events = new CopyOnWriteArrayList<>();

    public Lab(Cluster cluster, Routes routes, Application application, Surroundings surroundings, Clock clock) {
        this.cluster = cluster;
        this.routes = routes;
        this.application = application;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    public Cluster cluster() {
        return cluster;
    }

    public Routes routes() {
        return routes;
    }

    public Application application() {
        return application;
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    /// A node by its name, or by [#PRIMARY] or [#STANDBY].
    public Node node(String name) {
        return switch (name) {
            case PRIMARY -> cluster.primary();
            case STANDBY ->
                cluster.standbys().stream()
                        .findFirst()
                        .orElseThrow(() -> new NodeMissing("There is no standby; the cluster has a primary alone"));
            default -> cluster.node(name);
        };
    }

    /// Whether there is such a node.
    public Feasibility hasNode(String name) {
        var known = cluster.nodes().stream().map(Node::name).toList();
        return switch (name) {
            case PRIMARY -> Feasibility.possible();
            case STANDBY -> Feasibility.given(!cluster.standbys().isEmpty(), "the cluster has no standby");
            default -> Feasibility.given(known.contains(name), "no node '%s'; there are %s".formatted(name, known));
        };
    }

    /// Whether there is such a node, and a route to it.
    public Feasibility hasRouteTo(String name) {
        return switch (hasNode(name)) {
            case Feasibility.Impossible impossible -> impossible;
            case Feasibility.Possible _ ->
                Feasibility.given(
                        !routes.to(node(name)).isEmpty(),
                        "no route leads to " + node(name).name());
        };
    }

    /// A client by its name, or the first one when the name is empty.
    public ClientUnderTest client(String name) {
        return surroundings.clients().stream()
                .filter(client -> name.isEmpty() || client.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NodeMissing("There is no client '%s'".formatted(name)));
    }

    /// Whether there is such a client, and it can be changed so.
    public Feasibility hasClient(String name, ClientChange change) {
        var names = surroundings.clients().stream().map(ClientUnderTest::name).toList();
        if (names.isEmpty()) {
            return Feasibility.impossible("there is no application here whose settings the lab may change");
        }
        if (!name.isEmpty() && !names.contains(name)) {
            return Feasibility.impossible("no client '%s'; there are %s".formatted(name, names));
        }
        return client(name).canBecome(change);
    }

    /// Brings a fault into force before it returns; closing the answer heals it.
    ///
    /// @throws FaultImpossible when what it needs is not here; nothing has been changed
    public Injection inject(Fault fault) {
        if (fault.feasibleIn(this) instanceof Feasibility.Impossible impossible) {
            throw new FaultImpossible(fault, impossible.reason());
        }
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
