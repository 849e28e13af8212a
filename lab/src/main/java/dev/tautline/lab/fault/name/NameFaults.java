package dev.tautline.lab.fault.name;

import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Lab;

/// What faults of the name service itself need.
final class NameFaults {
    private NameFaults() {}

    static Feasibility feasible(Lab lab) {
        return Feasibility.given(
                lab.routes().hosts().isConducted(),
                "the programs here look names up by the JDK's own hosts file, which is neither slow nor fails");
    }
}
