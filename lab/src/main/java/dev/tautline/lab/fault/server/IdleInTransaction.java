package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;

/// Somebody has changed rows and sits on the open transaction, as a person at a console does.
public record IdleInTransaction(
        @Given(value = "", says = "the table; empty: the most written one of the application")
        String table) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var name = Tables.named(table, lab).orElseThrow();
        return Held.by(lab, "console", "select 1 from %s for update".formatted(name));
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return Tables.feasible(table, lab);
    }
}
