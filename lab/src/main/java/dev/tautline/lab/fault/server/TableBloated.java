package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;
import dev.tautline.lab.postgres.Node;

/// A table is full of dead rows that nobody cleans up.
public record TableBloated(
        @Given(value = "", says = "the table; empty: the most written one of the application")
        String table,

        @Given(value = "5", mild = "1", severe = "20", says = "how often every row is rewritten")
        int times)
        implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var primary = lab.cluster().primary();
        var database = lab.application().database();
        var name = Tables.named(table, lab).orElseThrow();
        primary.executeIn(database, "alter table %s set (autovacuum_enabled = off)".formatted(name));
        rewrite(primary, database, name);
        return Injection.healedBy(() -> {
            primary.executeIn(database, "alter table %s reset (autovacuum_enabled)".formatted(name));
            primary.executeIn(database, "vacuum full " + name);
        });
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return Tables.feasible(table, lab);
    }

    /// Triggers stay out of it: nothing of the application shall happen.
    private void rewrite(Node primary, String database, String name) {
        var column = primary.queryIn(database, """
                select quote_ident(attname) from pg_attribute
                where attrelid = %s::regclass and attnum > 0 and not attisdropped
                and attgenerated = '' and attidentity <> 'a'
                order by attnum desc limit 1
                """.formatted(Sql.text(name))).getFirst();
        for (var round = 0; round < times; round++) {
            primary.executeIn(
                    database,
                    "set session_replication_role = replica; update %1$s set %2$s = %2$s".formatted(name, column));
        }
    }
}
