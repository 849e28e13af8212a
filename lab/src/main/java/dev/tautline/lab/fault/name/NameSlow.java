package dev.tautline.lab.fault.name;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import java.time.Duration;

/// Every lookup takes long.
public record NameSlow(
        @Given(value = "3s", mild = "300ms", severe = "10s", says = "what each lookup takes more")
        Duration delay) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return lab.routes().hosts().conduct("delay " + delay.toMillis());
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return NameFaults.feasible(lab);
    }
}
