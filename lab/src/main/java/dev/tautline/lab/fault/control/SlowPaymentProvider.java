package dev.tautline.lab.fault.control;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import java.time.Duration;

/// The payment provider answers late.
public record SlowPaymentProvider(
        @Given(value = "2s", mild = "500ms", severe = "8s", says = "more for each payment")
        Duration delay) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return lab.surroundings().payments().orElseThrow().slowedBy(delay);
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return Feasibility.given(
                lab.surroundings().payments().isPresent(), "there is no payment provider that the lab may slow down");
    }
}
