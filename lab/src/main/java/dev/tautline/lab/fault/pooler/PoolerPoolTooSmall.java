package dev.tautline.lab.fault.pooler;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;

/// The pooler has fewer server connections than its clients need; it was restarted with them.
public record PoolerPoolTooSmall(
        @Given(value = "1", mild = "3", says = "server connections for each user and database")
        int size) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return Poolers.of(lab).restartedWith("default_pool_size", Integer.toString(size));
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return Poolers.feasible(lab);
    }
}
