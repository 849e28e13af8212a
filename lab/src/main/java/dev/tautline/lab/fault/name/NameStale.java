package dev.tautline.lab.fault.name;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Route;

/// The name of a node stands for another one, as after a failover that the name did not follow.
public record NameStale(
        @Given(value = Lab.PRIMARY, says = "the node that the name stands for")
        String node,

        @Given(value = Lab.STANDBY, says = "the node that the name leads to")
        String other)
        implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var elsewhere = lab.routes().to(lab.node(other)).getFirst();
        return Injection.all(lab.routes().to(lab.node(node)).stream()
                .map(route -> stale(route, elsewhere, lab))
                .toList());
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return lab.hasRouteTo(node)
                .and(lab.hasRouteTo(other))
                .and(Feasibility.given(!node.equals(other), "the name must lead to another node than its own"));
    }

    private static Injection stale(Route route, Route elsewhere, Lab lab) {
        var publication = lab.routes()
                .hosts()
                .publish(route.name(), elsewhere.proxy().address().getAddress());
        route.proxy().dropConnections();
        return publication;
    }
}
