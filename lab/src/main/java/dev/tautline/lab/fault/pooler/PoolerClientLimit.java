package dev.tautline.lab.fault.pooler;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;

/// The pooler takes fewer clients than their pools want; it was restarted so.
public record PoolerClientLimit(
        @Given(value = "2", mild = "10", severe = "1", says = "client connections in all")
        int clients) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return Poolers.of(lab).restartedWith("max_client_conn", Integer.toString(clients));
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return Poolers.feasible(lab);
    }
}
