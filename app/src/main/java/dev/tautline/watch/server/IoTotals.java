package dev.tautline.watch.server;

import dev.tautline.watch.server.Question.Asked;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/// Running totals of `pg_stat_io` for the files of tables and indexes; PostgreSQL 16 and later. Since 18 the view has
/// rows of the WAL, too, which every commit syncs: they are left out.
///
/// @param resetAt as the server writes it
public record IoTotals(Map<By, Totals> by, String resetAt) {
    /// The major version whose statistics begin to tell it.
    static final int SINCE = 16;

    /// Kinds of processes.
    public enum By {
        CLIENTS,
        CHECKPOINTER,
        AUTOVACUUM
    }

    /// Numbers of operations, and what they took in milliseconds: 0 without `track_io_timing`.
    public record Totals(
            long reads,
            double readMillis,
            long writes,
            double writeMillis,
            long extensions,
            long fsyncs,
            double fsyncMillis) {
        public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0);
    }

    public IoTotals {
        by = Map.copyOf(by);
    }

    public Totals of(By kind) {
        return by.getOrDefault(kind, Totals.NONE);
    }

    static IoTotals of(Asked server) throws SQLException {
        var all = new EnumMap<By, Totals>(By.class);
        var resetAt = new AtomicReference<>("");
        server.each("""
                SELECT CASE backend_type WHEN 'client backend' THEN 'CLIENTS' WHEN 'background worker' THEN 'CLIENTS'
                                         WHEN 'autovacuum worker' THEN 'AUTOVACUUM' ELSE 'CHECKPOINTER' END AS by,
                       coalesce(sum(reads), 0) AS reads, coalesce(sum(read_time), 0) AS read_time,
                       coalesce(sum(writes), 0) AS writes, coalesce(sum(write_time), 0) AS write_time,
                       coalesce(sum(extends), 0) AS extensions,
                       coalesce(sum(fsyncs), 0) AS fsyncs, coalesce(sum(fsync_time), 0) AS fsync_time,
                       coalesce(max(stats_reset)::text, '') AS reset_at
                FROM pg_stat_io
                WHERE object = 'relation' AND backend_type IN
                    ('client backend', 'background worker', 'autovacuum worker', 'checkpointer', 'background writer')
                GROUP BY 1\
                """, row -> {
            all.put(
                    By.valueOf(row.getString("by")),
                    new Totals(
                            row.getLong("reads"),
                            row.getDouble("read_time"),
                            row.getLong("writes"),
                            row.getDouble("write_time"),
                            row.getLong("extensions"),
                            row.getLong("fsyncs"),
                            row.getDouble("fsync_time")));
            resetAt.set(row.getString("reset_at"));
        });
        return new IoTotals(all, resetAt.get());
    }
}
