package dev.tautline.probe;

import dev.tautline.probe.evidence.Capacity;
import dev.tautline.probe.evidence.Replay;
import dev.tautline.probe.evidence.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// All that one question tells about a server, so that server, role and slots cost one round trip. It is
/// read-only, needs no privilege and is the same for PostgreSQL 13 to 18; what the server keeps to itself
/// comes back as null.
///
/// @param systemUser how the server says that it knows who we are, such as `scram-sha-256:app`; null before
/// version 16
record FirstLook(
        String version,
        Instant startedAt,
        Role role,
        Capacity capacity,
        FarEnd farEnd,
        @Nullable String systemUser) {
    private static final int HEXADECIMAL = 16;
    /// One for a pool that has to replace a connection, one for whoever comes to help.
    private static final int FEW_SLOTS = 2;

    private static final int SYSTEM_USER_SINCE = 16;

    /// The connection as the server sees it.
    ///
    /// @param address null when the server was reached through a local socket
    /// @param client null likewise
    record FarEnd(
            int backend,
            @Nullable String address,
            int port,
            @Nullable String client,
            int clientPort,
            String applicationName) {}

    /// A standby knows its timeline from its control file only, which managed servers may keep to themselves.
    /// `pg_stat_get_db_numbackends` counts for everybody; `pg_stat_activity` hides what other roles do. The
    /// setting reserved_connections exists since PostgreSQL 16. Of the WAL receiver everybody may see the
    /// process.
    ///
    /// A fresh session looks up each function, operator, cast and view in the catalogues when it first meets
    /// it, which is most of the time that this takes. So it asks for few different ones; the arithmetic is
    /// ours.
    @SuppressWarnings("InlineFormatString") // it reads as one question, apart from what differs by version
    private static final String QUESTION = """
            SELECT current_setting('server_version') AS version,
                   pg_postmaster_start_time() AS started, clock_timestamp() AS now,
                   in_recovery, current_setting('transaction_read_only') AS read_only,
                   CASE WHEN in_recovery THEN NULL ELSE pg_walfile_name(pg_current_wal_lsn()) END AS wal_file,
                   CASE WHEN in_recovery THEN pg_last_xact_replay_timestamp() END AS replayed,
                   CASE WHEN in_recovery
                        THEN pg_wal_lsn_diff(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn()) END AS behind,
                   CASE WHEN in_recovery THEN pg_is_wal_replay_paused() END AS paused,
                   CASE WHEN in_recovery THEN (SELECT pid FROM pg_stat_get_wal_receiver()) END AS receiver,
                   (SELECT sum(pg_stat_get_db_numbackends(oid)) FROM pg_database) AS used,
                   current_setting('max_connections') AS maximum,
                   current_setting('superuser_reserved_connections') AS reserved_for_superusers,
                   current_setting('reserved_connections', true) AS reserved_by_role,
                   pg_backend_pid() AS backend, inet_server_addr() AS address, inet_server_port() AS port,
                   inet_client_addr() AS client, inet_client_port() AS client_port,
                   current_setting('application_name') AS application_name,
                   %s AS system_user_name, %s AS control_timeline, %s AS system_identifier
            FROM pg_is_in_recovery() AS in_recovery""";

    static String question(int majorVersion, boolean withControlFile) {
        return QUESTION.formatted(
                majorVersion >= SYSTEM_USER_SINCE ? "system_user" : "NULL",
                withControlFile ? "(SELECT timeline_id FROM pg_control_checkpoint())" : "NULL",
                withControlFile ? "(SELECT system_identifier FROM pg_control_system())" : "NULL");
    }

    /// So few ordinary slots are left that ours is worth giving back.
    boolean nearlyFull() {
        return capacity.free() <= FEW_SLOTS;
    }

    static FirstLook read(ResultSet row) throws SQLException {
        return new FirstLook(
                row.getString("version"),
                instant(row, "started"),
                role(row),
                new Capacity(
                        row.getInt("used"),
                        row.getInt("maximum"),
                        row.getInt("reserved_for_superusers") + row.getInt("reserved_by_role"),
                        null),
                farEnd(row),
                row.getString("system_user_name"));
    }

    private static FarEnd farEnd(ResultSet row) throws SQLException {
        return new FarEnd(
                row.getInt("backend"),
                row.getString("address"),
                row.getInt("port"),
                row.getString("client"),
                row.getInt("client_port"),
                row.getString("application_name"));
    }

    private static Role role(ResultSet row) throws SQLException {
        boolean standby = row.getBoolean("in_recovery");
        var identifier = row.getLong("system_identifier");
        return new Role(
                standby,
                row.getBoolean("read_only"),
                null,
                standby
                        ? positive(row.getInt("control_timeline"))
                        : Integer.valueOf(timeline(row.getString("wal_file"))),
                identifier == 0 ? null : Long.valueOf(identifier),
                standby ? lag(row) : null,
                standby ? replay(row) : null);
    }

    /// A standby that has replayed all it received is not behind, however long its primary has been idle.
    private static @Nullable Duration lag(ResultSet row) throws SQLException {
        if (row.getString("behind") != null && row.getLong("behind") == 0) {
            return Duration.ZERO;
        }
        return row.getString("replayed") == null
                ? null
                : Duration.between(instant(row, "replayed"), instant(row, "now"));
    }

    private static Replay replay(ResultSet row) throws SQLException {
        return new Replay(row.getLong("behind"), row.getBoolean("paused"), row.getInt("receiver") > 0);
    }

    /// The first eight digits of a WAL file's name.
    private static int timeline(String walFile) {
        return Integer.parseUnsignedInt(walFile.substring(0, Integer.BYTES * 2), HEXADECIMAL);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable Integer positive(int number) {
        return number > 0 ? number : null;
    }
}
