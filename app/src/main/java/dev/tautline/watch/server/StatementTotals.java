package dev.tautline.watch.server;

import dev.tautline.watch.server.Question.Asked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/// Running totals of `pg_stat_statements` for the watched database by statement, without the guard's own.
///
/// @param resetAt when all of them were reset, as the server writes it; empty when it does not tell (before PostgreSQL
/// 14)
public record StatementTotals(Map<Long, Totals> byId, String resetAt) {
    /// Begun anew since `before`. Where the server does not tell, most statements must have shrunk: a single one may
    /// have been forgotten to make room.
    public boolean resetSince(StatementTotals before) {
        if (!resetAt.isEmpty() && !before.resetAt.isEmpty()) {
            return !resetAt.equals(before.resetAt);
        }
        long shrunk = before.byId.entrySet().stream()
                .filter(entry -> byId.getOrDefault(entry.getKey(), NONE).calls()
                        < entry.getValue().calls())
                .count();
        return shrunk * 2 > before.byId.size();
    }

    /// Since the last reset.
    public record Totals(long calls, double execMillis, long rows, long blocksHit, long blocksRead) {
        public Totals less(Totals before) {
            return new Totals(
                    calls - before.calls,
                    execMillis - before.execMillis,
                    rows - before.rows,
                    blocksHit - before.blocksHit,
                    blocksRead - before.blocksRead);
        }

        public Totals plus(Totals other) {
            return new Totals(
                    calls + other.calls,
                    execMillis + other.execMillis,
                    rows + other.rows,
                    blocksHit + other.blocksHit,
                    blocksRead + other.blocksRead);
        }
    }

    public static final Totals NONE = new Totals(0, 0, 0, 0, 0);

    /// Asks for totals and texts. Not thread-safe.
    static final class Reader {
        private static final int MOST_TEXTS = 100;

        /// The latest asked for.
        private final Map<Long, String> texts = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
                return size() > MOST_TEXTS;
            }
        };

        /// Without the statements' texts, which the server would have to read from a file.
        StatementTotals totals(Asked server) throws SQLException {
            var all = new HashMap<Long, Totals>();
            var resetAt = new AtomicReference<>("");
            var view = view(server);
            server.each("""
                SELECT queryid, %s AS reset_at, sum(calls) AS calls, sum(total_exec_time) AS millis, sum(rows) AS rows,
                       sum(shared_blks_hit + local_blks_hit) AS hit, sum(shared_blks_read + local_blks_read) AS read
                FROM %s(false)
                WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
                    AND queryid IS NOT NULL AND userid <> (SELECT oid FROM pg_roles WHERE rolname = current_user)
                GROUP BY queryid\
                """.formatted(view.resetAt(), view.name()), row -> {
                all.put(row.getLong("queryid"), read(row));
                resetAt.set(row.getString("reset_at"));
            });
            return new StatementTotals(Map.copyOf(all), resetAt.get());
        }

        /// Of the ids that are wanted and of others that lately were; the server is asked only for those that are new.
        Map<Long, String> texts(List<Long> wanted, Asked server) throws SQLException {
            var lacking = wanted.stream().filter(id -> !texts.containsKey(id)).toList();
            if (!lacking.isEmpty()) {
                lacking.forEach(id -> texts.put(id, ""));
                var ids = String.join(",", lacking.stream().map(String::valueOf).toList());
                server.each(
                        "SELECT queryid, left(max(query), 300) AS query FROM "
                                + view(server).name()
                                + " WHERE queryid IN ("
                                + ids + ") GROUP BY queryid",
                        row -> texts.put(row.getLong("queryid"), Masked.text(row.getString("query"))));
            }
            wanted.forEach(texts::get);
            return Map.copyOf(texts);
        }

        /// @param resetAt what to ask for the time of the last reset
        private record View(String name, String resetAt) {}

        /// The extension may be in any schema. It can be created while the watch runs, and be older than the server.
        private static View view(Asked server) throws SQLException {
            var views = server.list("""
                    SELECT extnamespace::regnamespace || '.pg_stat_statements' AS name,
                           to_regclass(extnamespace::regnamespace || '.pg_stat_statements_info') IS NOT NULL AS tells
                    FROM pg_extension WHERE extname = 'pg_stat_statements'\
                    """, row -> view(row.getString("name"), row.getBoolean("tells")));
            if (views.isEmpty()) {
                throw new SQLException("CREATE EXTENSION pg_stat_statements was not run in this database", "42P01");
            }
            return views.getFirst();
        }

        private static View view(String name, boolean tells) {
            return new View(name, tells ? "(SELECT stats_reset::text FROM " + name + "_info)" : "''");
        }

        private static Totals read(ResultSet row) throws SQLException {
            return new Totals(
                    row.getLong("calls"),
                    row.getDouble("millis"),
                    row.getLong("rows"),
                    row.getLong("hit"),
                    row.getLong("read"));
        }
    }
}
