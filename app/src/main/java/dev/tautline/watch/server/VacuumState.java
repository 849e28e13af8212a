package dev.tautline.watch.server;

import dev.tautline.diagnosis.ServerVacuum.Holder;
import dev.tautline.diagnosis.ServerVacuum.Table;
import dev.tautline.watch.server.Question.Asked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is left to clean up in the watched database, and whose snapshot is the oldest on the server.
public record VacuumState(
        long transactionIdAge,
        long freezeMaxAge,
        int maxWorkers,
        @Nullable Holder holder,
        List<Table> tables) {
    private record Ages(long age, long freezeMaxAge, int maxWorkers) {}

    static VacuumState of(Asked server) throws SQLException {
        var ages = server.one(
                """
                       SELECT (SELECT max(age(datfrozenxid)) FROM pg_database)::bigint AS age,
                              current_setting('autovacuum_freeze_max_age')::bigint AS freeze_max_age,
                              current_setting('autovacuum_max_workers')::int AS workers\
                       """, row -> new Ages(row.getLong("age"), row.getLong("freeze_max_age"), row.getInt("workers")));
        var holder = server.list("""
                SELECT * FROM (
                    SELECT 'session' AS kind, 'pid ' || pid || ' (' || coalesce(application_name, '') || ', role '
                               || coalesce(usename, '') || ', ' || coalesce(state, '') || ')' AS name,
                           age(coalesce(backend_xmin, backend_xid))::bigint AS xids,
                           extract(epoch FROM clock_timestamp() - xact_start)::float8 AS seconds
                    FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
                        AND coalesce(backend_xmin, backend_xid) IS NOT NULL
                    UNION ALL
                    SELECT 'prepared transaction', gid, age(transaction)::bigint,
                           extract(epoch FROM clock_timestamp() - prepared)::float8 FROM pg_prepared_xacts
                    UNION ALL
                    SELECT 'replication slot', slot_name, greatest(age(xmin), age(catalog_xmin))::bigint, NULL
                    FROM pg_replication_slots WHERE xmin IS NOT NULL OR catalog_xmin IS NOT NULL
                    UNION ALL
                    SELECT 'standby', application_name, age(backend_xmin)::bigint, NULL
                    FROM pg_stat_replication WHERE backend_xmin IS NOT NULL) AS holders
                ORDER BY xids DESC, seconds DESC NULLS LAST LIMIT 1\
                """, VacuumState::holder);
        var tables = server.list(
                """
                SELECT schemaname || '.' || relname AS name, n_live_tup, n_dead_tup, n_mod_since_analyze,
                       coalesce(last_analyze, last_autoanalyze) IS NOT NULL AS analyzed
                FROM pg_stat_user_tables ORDER BY greatest(n_dead_tup, n_mod_since_analyze) DESC LIMIT 20\
                """,
                row -> new Table(
                        row.getString("name"),
                        row.getLong("n_live_tup"),
                        row.getLong("n_dead_tup"),
                        row.getLong("n_mod_since_analyze"),
                        row.getBoolean("analyzed")));
        return new VacuumState(
                ages.age(),
                ages.freezeMaxAge(),
                ages.maxWorkers(),
                holder.isEmpty() ? null : holder.getFirst(),
                tables.stream()
                        .sorted((one, other) -> Long.compare(other.dead(), one.dead()))
                        .toList());
    }

    private static Holder holder(ResultSet row) throws SQLException {
        double seconds = row.getDouble("seconds");
        boolean known = !row.wasNull();
        return new Holder(
                row.getString("kind"), Masked.text(row.getString("name")), row.getLong("xids"), known ? seconds : null);
    }
}
