package dev.tautline.bench;

import dev.tautline.lab.postgres.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How often the shop's role has run which statement in one database, by the server's own count (pg_stat_statements).
///
/// @param calls by the server's number of the statement, which is the same in a database that was copied
/// @param words each statement as it was first seen
record StatementCounts(Map<String, Long> calls, Map<String, String> words) {
    static void reset(Node server) {
        server.queryIn(BenchShop.DATABASE, "SELECT pg_stat_statements_reset()");
    }

    static StatementCounts since(Node server, String database) {
        var calls = new HashMap<String, Long>();
        var words = new HashMap<String, String>();
        for (var line : server.queryIn(BenchShop.DATABASE, counts(database))) {
            var parts = line.split(" ", 3);
            calls.merge(parts[0], Long.parseLong(parts[1]), Long::sum);
            words.put(parts[0], parts[2]);
        }
        return new StatementCounts(calls, words);
    }

    private static String counts(String database) {
        return """
            SELECT queryid || ' ' || calls || ' ' || regexp_replace(query, '\\s+', ' ', 'g')
            FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid JOIN pg_database d ON d.oid = s.dbid
            WHERE r.rolname = 'chandlery_app' AND d.datname = '%s' AND toplevel
                AND query !~ '^(BEGIN|COMMIT|SET|SHOW|ROLLBACK)'""".formatted(database);
    }

    double each(long orders) {
        return (double) calls.values().stream().mapToLong(Long::longValue).sum() / orders;
    }

    /// The statements that are run less often for an order here than there; the shop's jobs may run some more often.
    List<String> seldomerThan(StatementCounts other, long ordersThere, long ordersHere) {
        var lacking = new ArrayList<String>();
        other.calls.forEach((statement, there) -> {
            double here = calls.getOrDefault(statement, 0L);
            if (here / ordersHere < 0.98 * there / ordersThere) {
                lacking.add(other.words.get(statement));
            }
        });
        return lacking;
    }
}
