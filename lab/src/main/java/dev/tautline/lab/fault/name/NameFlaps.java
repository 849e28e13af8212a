package dev.tautline.lab.fault.name;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Repeated;
import java.time.Duration;

/// The name of a node stands now for its address, now for one where nothing answers.
public record NameFlaps(
        @Given(value = Lab.PRIMARY, says = "the node that the name stands for")
        String node,

        @Given(value = "3s", mild = "10s", severe = "1s", says = "how long each answer holds")
        Duration every)
        implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var wrong = new NameWrong(node, NameWrong.Answer.REFUSED);
        return Repeated.every(every, () -> wrong.injectInto(lab));
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return lab.hasRouteTo(node);
    }
}
