package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;

/// An index is gone that the application's queries use.
public record IndexDropped(
        @Given(value = "", says = "the index; empty: the most used one that no constraint needs")
        String index) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var primary = lab.cluster().primary();
        var database = lab.application().database();
        var chosen = Indexes.named(index, lab).orElseThrow();
        return Sql.changeIn(primary, database, "drop index " + chosen.name(), chosen.definition());
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return Feasibility.given(Indexes.named(index, lab).isPresent(), "the application's database has no such index");
    }
}
