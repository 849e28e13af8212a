package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;

/// A database takes no connections (55000), as during its maintenance. Sessions that exist stay.
public record DatabaseClosed() implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var database = Sql.name(lab.application().database());
        return Sql.change(
                lab.cluster().primary(),
                "alter database %s with allow_connections false".formatted(database),
                "alter database %s with allow_connections true".formatted(database));
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return Feasibility.given(
                !lab.application().database().equals("postgres"),
                "the application uses the database that the lab works in");
    }
}
