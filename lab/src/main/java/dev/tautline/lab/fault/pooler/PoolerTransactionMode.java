package dev.tautline.lab.fault.pooler;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Lab;

/// The pooler gives server connections for a transaction at a time, and clients count on sessions; it was restarted so.
public record PoolerTransactionMode() implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return Poolers.of(lab).restartedWith("pool_mode", "transaction");
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return Poolers.feasible(lab);
    }
}
