package dev.tautline.lab.fault.path;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;

/// All connections that exist are reset, once; new ones are well. There is nothing left to heal.
public record ConnectionsDropped(
        @Given(value = Lab.PRIMARY, says = "the node to which the way leads")
        String node) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        lab.routes().to(lab.node(node)).forEach(route -> route.proxy().dropConnections());
        return Injection.healedBy(() -> {});
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return lab.hasRouteTo(node);
    }
}
