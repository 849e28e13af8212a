package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;

/// Only the process that accepts connections hangs: sessions go on, new connections get no word.
public record PostmasterFrozen(
        @Given(value = Lab.PRIMARY, says = "the node") String node) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return lab.node(node).freezePostmaster();
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return lab.hasNode(node);
    }
}
