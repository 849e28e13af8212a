package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import java.util.stream.Collectors;

/// Somebody has changed rows and sits on the open transaction, as a person at a console does.
public record IdleInTransaction(
        @Given(value = "", says = "the table; empty: all whose rows the application changes")
        String table) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var locks = Tables.changing(table, lab).stream()
                .map("select 1 from %s for update"::formatted)
                .collect(Collectors.joining("; "));
        return Held.by(lab, "console", locks);
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return Tables.feasible(table, lab);
    }
}
