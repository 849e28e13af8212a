package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;

/// A server listens on another address after its restart: the one that is published refuses.
public record ListenAddressChanged(
        @Given(value = Lab.PRIMARY, says = "the node") String node) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var moved = lab.node(node);
        var refusals = Refusals.onRoutesTo(moved, lab);
        lab.routes().to(moved).forEach(route -> route.proxy().dropConnections());
        var restarted = moved.restartWith("listen_addresses", "127.0.0.99");
        return Injection.healedBy(() -> {
            restarted.close();
            refusals.close();
        });
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return lab.hasNode(node);
    }
}
