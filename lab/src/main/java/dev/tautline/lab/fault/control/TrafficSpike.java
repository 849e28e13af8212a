package dev.tautline.lab.fault.control;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;

/// Many more people come.
public record TrafficSpike(
        @Given(value = "5", mild = "2", severe = "20", says = "the usual rate")
        double times) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return lab.surroundings().visitors().orElseThrow().come(times);
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return Feasibility.given(
                lab.surroundings().visitors().isPresent() && times > 0,
                "there are no visitors whose number the lab may change");
    }
}
