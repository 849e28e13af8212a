package dev.tautline.lab.fault.control;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Lab;

/// The watcher's own way is cut; the application's is well.
public record MonitorCutOff() implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return lab.surroundings().monitor().orElseThrow().cutOff();
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return Feasibility.given(
                lab.surroundings().monitor().isPresent(), "the watcher has no route of its own that could be cut");
    }
}
