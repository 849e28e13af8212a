package dev.tautline.lab.fault.server;

import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;
import java.util.Optional;

/// Indexes of the application that can be dropped and made again.
final class Indexes {
    private Indexes() {}

    record Index(String name, String definition) {}

    /// The index of this name, or the most used one when the name is empty.
    static Optional<Index> named(String index, Lab lab) {
        return lab
                .cluster()
                .primary()
                // One line each: name, a tab, definition.
                .queryIn(lab.application().database(), """
                        select indexrelid::regclass::text || e'\\t' || pg_get_indexdef(indexrelid)
                        from pg_stat_user_indexes
                        where not exists (select from pg_constraint where conindid = indexrelid)
                        and (%1$s = '' or indexrelid = to_regclass(%1$s))
                        order by idx_scan desc
                        limit 1
                        """.formatted(Sql.text(index)))
                .stream()
                .map(line -> line.split("\t", 2))
                .map(parts -> new Index(parts[0], parts[1]))
                .findFirst();
    }
}
