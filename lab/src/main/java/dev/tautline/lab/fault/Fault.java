package dev.tautline.lab.fault;

import dev.tautline.lab.Injection;

/// Something that breaks. Implementations are records with typed units; what they break they can mend.
@FunctionalInterface
public interface Fault {
    /// Brings the fault into force before it returns; closing the answer restores what was before. Called by
    /// [Lab#inject], which has asked [#feasibleIn] before.
    Injection injectInto(Lab lab);

    /// Whether all that the fault needs is here. Asks only and changes nothing.
    default Feasibility feasibleIn(Lab lab) {
        return Feasibility.possible();
    }
}
