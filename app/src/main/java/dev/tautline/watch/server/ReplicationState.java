package dev.tautline.watch.server;

import dev.tautline.diagnosis.ServerReplication.Slot;
import dev.tautline.diagnosis.ServerView.Standby;
import dev.tautline.watch.server.Question.Asked;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Standbys, slots, and, on a standby, how far it is.
///
/// @param walBytes the position in the WAL, in bytes since its beginning: written on a primary, replayed on a standby
/// @param receiver null on a primary
public record ReplicationState(
        boolean inRecovery,
        long walBytes,
        String synchronousStandbyNames,
        List<Standby> standbys,
        List<Slot> slots,
        @Nullable Replay receiver) {

    /// @param delaySeconds age of the last replayed transaction; -1 when none was
    public record Replay(String status, boolean paused, long behindBytes, double delaySeconds) {}

    private record Position(boolean inRecovery, long walBytes, String names) {}

    static ReplicationState of(Asked server) throws SQLException {
        var position = server.one(
                """
                           SELECT pg_is_in_recovery() AS recovery, current_setting('synchronous_standby_names') AS names,
                                  coalesce(pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()
                                      ELSE pg_current_wal_lsn() END, '0/0'), 0)::bigint AS wal\
                           """, row -> new Position(row.getBoolean("recovery"), row.getLong("wal"), row.getString("names")));
        return new ReplicationState(
                position.inRecovery(),
                position.walBytes(),
                position.names(),
                standbys(server),
                slots(server, position.walBytes()),
                position.inRecovery() ? replay(server) : null);
    }

    private static List<Standby> standbys(Asked server) throws SQLException {
        return server.list(
                """
                SELECT application_name, coalesce(host(client_addr), '') AS address, coalesce(state, '') AS state,
                       greatest(coalesce(pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery() THEN sent_lsn
                           ELSE pg_current_wal_lsn() END, replay_lsn), 0), 0)::bigint AS lag,
                       coalesce(extract(epoch FROM clock_timestamp() - reply_time), 1e6)::float8 AS reply_seconds
                FROM pg_stat_replication WHERE application_name <> 'pg_basebackup'\
                """,
                row -> new Standby(
                        row.getString("application_name"),
                        row.getString("address"),
                        row.getString("state"),
                        row.getLong("lag"),
                        row.getDouble("reply_seconds")));
    }

    private static List<Slot> slots(Asked server, long walBytes) throws SQLException {
        return server.list("""
                SELECT slot_name, active, coalesce(wal_status, '') AS status, safe_wal_size,
                       coalesce(pg_wal_lsn_diff(restart_lsn, '0/0'), -1)::bigint AS from_wal
                FROM pg_replication_slots WHERE NOT temporary\
                """, row -> {
            long from = row.getLong("from_wal");
            long safe = row.getLong("safe_wal_size");
            boolean limited = !row.wasNull();
            return new Slot(
                    row.getString("slot_name"),
                    row.getBoolean("active"),
                    row.getString("status"),
                    from < 0 ? 0 : Math.max(0, walBytes - from),
                    null,
                    limited ? safe : null);
        });
    }

    private static Replay replay(Asked server) throws SQLException {
        return server.one(
                """
                SELECT coalesce((SELECT status FROM pg_stat_wal_receiver), '') AS status,
                       pg_is_wal_replay_paused() AS paused,
                       greatest(coalesce(pg_wal_lsn_diff(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn()), 0), 0)::bigint
                           AS behind,
                       coalesce(extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()), -1)::float8 AS delay\
                """,
                row -> new Replay(
                        row.getString("status"),
                        row.getBoolean("paused"),
                        row.getLong("behind"),
                        row.getDouble("delay")));
    }
}
