package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;

/// The password of the application's role is no longer valid (28P01). Sessions that exist stay.
public record PasswordExpired() implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var primary = lab.cluster().primary();
        var role = lab.application().role();
        var former = primary.query(
                "select coalesce(rolvaliduntil::text, 'infinity') from pg_roles where rolname = " + Sql.text(role));
        return Sql.change(primary, until(role, "2001-01-01"), until(role, former.getFirst()));
    }

    private static String until(String role, String when) {
        return "alter role %s valid until %s".formatted(Sql.name(role), Sql.text(when));
    }
}
