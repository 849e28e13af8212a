package dev.tautline.lab.fault.name;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;

/// The name of a node is gone: looking it up answers that there is none.
public record NameUnknown(
        @Given(value = Lab.PRIMARY, says = "the node that the name stands for")
        String node) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return Injection.all(lab.routes().to(lab.node(node)).stream()
                .map(route -> lab.routes().hosts().withdraw(route.name()))
                .toList());
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return lab.hasRouteTo(node);
    }
}
