package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.postgres.StopMode;

/// A server is restarted, once; when the fault is in force it is back already.
public record NodeRestarted(
        @Given(value = Lab.PRIMARY, says = "the node") String node,

        @Given(value = "fast", severe = "immediate", says = "how it is told to stop")
        StopMode mode)
        implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var restarted = lab.node(node);
        try (var _ = Refusals.onRoutesTo(restarted, lab)) {
            restarted.restart(mode);
        }
        return Injection.healedBy(() -> {});
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return lab.hasNode(node);
    }
}
