package dev.tautline.lab.fault.pooler;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Lab;

/// The pooler gives nobody a server connection: somebody said PAUSE and forgot it.
public record PoolerPaused() implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return Poolers.of(lab).paused();
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return Poolers.feasible(lab);
    }
}
