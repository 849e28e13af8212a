package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;

/// The application's role may no longer touch a table (42501).
public record PrivilegeRevoked(
        @Given(value = "", says = "the table; empty: the most written one of the application")
        String table) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var name = Tables.named(table, lab).orElseThrow();
        var role = lab.application().role();
        return Sql.changeIn(
                lab.cluster().primary(),
                lab.application().database(),
                "revoke all on %s from %s".formatted(name, Sql.name(role)),
                "grant %s on %s to %s".formatted(privileges(name, role, lab), name, Sql.name(role)));
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return Tables.feasible(table, lab);
    }

    private static String privileges(String name, String role, Lab lab) {
        return lab.cluster()
                .primary()
                .queryIn(lab.application().database(), """
                        select coalesce(string_agg(privilege, ', '), 'select')
                        from unnest(array['select', 'insert', 'update', 'delete']) privilege
                        where has_table_privilege(%s, %s, privilege)
                        """.formatted(Sql.text(role), Sql.text(name)))
                .getFirst();
    }
}
