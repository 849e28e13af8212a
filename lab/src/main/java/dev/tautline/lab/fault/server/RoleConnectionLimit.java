package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;

/// A role may hold only so many sessions; more are refused with 53300. Sessions that exist stay.
public record RoleConnectionLimit(
        @Given(value = "0", mild = "5", says = "sessions that the application's role may hold")
        int connections) implements Fault {
    public RoleConnectionLimit {
        if (connections < 0) {
            throw new IllegalArgumentException("connection limit %d: at least 0".formatted(connections));
        }
    }

    @Override
    public Injection injectInto(Lab lab) {
        var primary = lab.cluster().primary();
        var role = lab.application().role();
        var former = primary.query("select rolconnlimit from pg_roles where rolname = " + Sql.text(role));
        return Sql.change(primary, alter(role, Integer.toString(connections)), alter(role, former.getFirst()));
    }

    private static String alter(String role, String limit) {
        return "alter role %s connection limit %s".formatted(Sql.name(role), limit);
    }
}
