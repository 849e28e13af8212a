package dev.tautline.lab.fault.pooler;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Lab;

/// The pooler does not run: its port refuses.
public record PoolerStopped() implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return Poolers.of(lab).stopped();
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return Poolers.feasible(lab);
    }
}
