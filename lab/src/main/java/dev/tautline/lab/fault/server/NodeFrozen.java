package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;

/// A server's processes are stopped in their tracks (SIGSTOP), as on a hung host: the kernel still accepts
/// connections, nothing answers.
public record NodeFrozen(
        @Given(value = Lab.PRIMARY, says = "the node") String node) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return lab.node(node).freeze();
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return lab.hasNode(node);
    }
}
