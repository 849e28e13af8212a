package dev.tautline.watch.server;

import dev.tautline.watch.server.Question.Asked;
import java.sql.SQLException;

/// Running totals of checkpoints, and of the archive of WAL.
///
/// @param busyMillis spent writing and syncing for checkpoints
/// @param failedSinceSuccess whether the last attempt to archive failed
/// @param archivedSecondsAgo -1 when nothing was ever archived
public record WritingTotals(
        long timed,
        long requested,
        double busyMillis,
        boolean archiving,
        long archived,
        long failed,
        boolean failedSinceSuccess,
        String lastFailure,
        double archivedSecondsAgo) {
    private record Checkpoints(long timed, long requested, double busyMillis) {}

    static WritingTotals of(Asked server) throws SQLException {
        var checkpoints = checkpoints(server);
        return server.one(
                """
                SELECT current_setting('archive_mode') <> 'off' AS archiving, archived_count, failed_count,
                       coalesce(last_failed_time > last_archived_time, last_failed_time IS NOT NULL) AS failing,
                       coalesce(last_failed_wal, '') AS last_failed_wal,
                       coalesce(extract(epoch FROM clock_timestamp() - last_archived_time), -1)::float8 AS archived_ago
                FROM pg_stat_archiver\
                """,
                row -> new WritingTotals(
                        checkpoints.timed(),
                        checkpoints.requested(),
                        checkpoints.busyMillis(),
                        row.getBoolean("archiving"),
                        row.getLong("archived_count"),
                        row.getLong("failed_count"),
                        row.getBoolean("failing"),
                        row.getString("last_failed_wal"),
                        row.getDouble("archived_ago")));
    }

    /// A view of their own since PostgreSQL 17.
    private static Checkpoints checkpoints(Asked server) throws SQLException {
        return server.one(
                server.version() >= 17
                        ? "SELECT num_timed AS timed, num_requested AS requested, write_time + sync_time AS busy"
                                + " FROM pg_stat_checkpointer"
                        : "SELECT checkpoints_timed AS timed, checkpoints_req AS requested,"
                                + " checkpoint_write_time + checkpoint_sync_time AS busy FROM pg_stat_bgwriter",
                row -> new Checkpoints(row.getLong("timed"), row.getLong("requested"), row.getDouble("busy")));
    }
}
