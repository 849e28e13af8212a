package dev.tautline.lab.fault.name;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Lab;

/// No lookup is answered: the name service is down.
public record NamesFail() implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return lab.routes().hosts().conduct("fail");
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return NameFaults.feasible(lab);
    }
}
