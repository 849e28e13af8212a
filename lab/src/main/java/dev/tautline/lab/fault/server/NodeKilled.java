package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;

/// A server and all its processes end at once, as when its machine loses power; its routes refuse.
public record NodeKilled(
        @Given(value = Lab.PRIMARY, says = "the node") String node) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var killed = lab.node(node);
        var refusals = Refusals.onRoutesTo(killed, lab);
        killed.kill();
        return Injection.healedBy(() -> {
            killed.start();
            refusals.close();
        });
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return lab.hasNode(node);
    }
}
