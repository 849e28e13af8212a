package dev.tautline.lab.fault.server;

import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;
import java.util.List;
import java.util.Optional;

/// The application's tables.
final class Tables {
    private static final String MOST_WRITTEN = """
            select format('%I.%I', schemaname, relname) from pg_stat_user_tables
            order by n_tup_upd + n_tup_hot_upd desc, n_live_tup desc, pg_relation_size(relid) desc
            limit 1
            """;
    private static final String UPDATED =
            "select format('%I.%I', schemaname, relname) from pg_stat_user_tables where n_tup_upd > 0 order by 1";

    private Tables() {}

    /// The table of this name, spelt for SQL, or the most written one when the name is empty.
    static Optional<String> named(String table, Lab lab) {
        var query = table.isEmpty() ? MOST_WRITTEN : "select to_regclass(%s)::text".formatted(Sql.text(table));
        return lab.cluster().primary().queryIn(lab.application().database(), query).stream()
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    /// The table of this name; when it is empty, all whose rows are changed after they were added. Rows that are added
    /// and never needed again would be the most written ones of many a shop.
    static List<String> changing(String table, Lab lab) {
        var changed = table.isEmpty()
                ? lab.cluster().primary().queryIn(lab.application().database(), UPDATED)
                : List.<String>of();
        return changed.isEmpty() ? named(table, lab).stream().toList() : changed;
    }

    static Feasibility feasible(String table, Lab lab) {
        return Feasibility.given(
                named(table, lab).isPresent(),
                table.isEmpty()
                        ? "the application's database has no table"
                        : "the application's database has no table '%s'".formatted(table));
    }
}
