package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Guests;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;

/// The password of the application's role is another one (28P01). Sessions that exist stay.
public record PasswordRotated() implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var primary = lab.cluster().primary();
        var role = lab.application().role();
        var former = primary.query("select rolpassword from pg_authid where rolname = " + Sql.text(role))
                .getFirst();
        return Sql.change(primary, password(role, Guests.randomPassword()), password(role, former));
    }

    /// A verifier is taken as it is (PostgreSQL 18 manual, CREATE ROLE).
    private static String password(String role, String password) {
        return "alter role %s password %s".formatted(Sql.name(role), Sql.text(password));
    }
}
