package dev.tautline.lab.fault.pooler;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Lab;

/// The pooler's own configuration leads to an address where no server is; it was restarted so.
public record PoolerServerMoved() implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return Poolers.of(lab).restartedWith("*", "host=127.0.0.99 port=1");
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return Poolers.feasible(lab);
    }
}
