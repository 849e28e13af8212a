package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;

/// Somebody holds a lock that excludes everybody from a table, as a migration does.
public record TableLocked(
        @Given(value = "", says = "the table; empty: the most written one of the application")
        String table) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var name = Tables.named(table, lab).orElseThrow();
        return Held.by(lab, "migration", "lock table %s in access exclusive mode".formatted(name));
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return Tables.feasible(table, lab);
    }
}
