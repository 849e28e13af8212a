package dev.tautline.watch.server;

import dev.tautline.watch.server.Question.Asked;
import java.sql.SQLException;

/// Running totals of the watched database (`pg_stat_database`).
///
/// @param sessions established in all databases of the server; below 0 where it does not count them (before PostgreSQL
/// 14)
/// @param readMillis 0 unless `track_io_timing` is on
/// @param resetAt when its statistics were reset, as the server writes it; empty when never
public record DatabaseTotals(
        long committed,
        long rolledBack,
        long blocksRead,
        double readMillis,
        long temporaryFiles,
        long temporaryBytes,
        long deadlocks,
        long conflicts,
        long checksumFailures,
        long sessions,
        String resetAt) {
    private static final int COUNTS_SESSIONS = 14;

    static DatabaseTotals of(Asked server) throws SQLException {
        return server.one(
                """
                SELECT xact_commit, xact_rollback, blks_read, blk_read_time, temp_files, temp_bytes, deadlocks, conflicts,
                       (SELECT coalesce(sum(checksum_failures), 0) FROM pg_stat_database) AS checksum_failures,
                       %s AS sessions, coalesce(stats_reset::text, '') AS reset_at
                FROM pg_stat_database WHERE datname = current_database()\
                """.formatted(
                        server.version() >= COUNTS_SESSIONS ? "(SELECT sum(sessions) FROM pg_stat_database)" : "-1"),
                row -> new DatabaseTotals(
                        row.getLong("xact_commit"),
                        row.getLong("xact_rollback"),
                        row.getLong("blks_read"),
                        row.getDouble("blk_read_time"),
                        row.getLong("temp_files"),
                        row.getLong("temp_bytes"),
                        row.getLong("deadlocks"),
                        row.getLong("conflicts"),
                        row.getLong("checksum_failures"),
                        row.getLong("sessions"),
                        row.getString("reset_at")));
    }
}
