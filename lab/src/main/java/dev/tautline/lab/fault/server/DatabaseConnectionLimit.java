package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;

/// A database takes only so many sessions; more are refused with 53300. Sessions that exist stay.
public record DatabaseConnectionLimit(
        @Given(value = "0", mild = "5", says = "sessions that the application's database may have")
        int connections) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var primary = lab.cluster().primary();
        var database = lab.application().database();
        var former = primary.query("select datconnlimit from pg_database where datname = " + Sql.text(database));
        return Sql.change(primary, alter(database, Integer.toString(connections)), alter(database, former.getFirst()));
    }

    private static String alter(String database, String limit) {
        return "alter database %s connection limit %s".formatted(Sql.name(database), limit);
    }
}
