package dev.tautline.watch;

import dev.tautline.diagnosis.ServerView.Blocker;
import dev.tautline.diagnosis.ServerView.Standby;
import dev.tautline.probe.ProbeTarget;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks into one server through one connection that it keeps, so that it still sees when no slot is free for others.
/// Needs the role pg_monitor; what the server will not tell is left out. A look that fails closes the connection and
/// the
/// next one opens a new one.
final class ServerLook implements Lane.Source<ServerSample> {
    private static final String APPLICATION = "tautline";

    /// Statements are shown without their literals: those may be names, addresses or passwords.
    private static final Pattern LITERAL = Pattern.compile("'[^']*'?");

    /// Client sessions but ours. A session in a transaction block between statements is idle in transaction.
    private static final String SESSIONS = """
            SELECT count(*) FILTER (WHERE state = 'active' AND wait_event_type IS DISTINCT FROM 'Lock') AS running,
                   count(*) FILTER (WHERE state = 'active' AND wait_event_type = 'Lock') AS lock_waiting,
                   count(*) FILTER (WHERE state LIKE 'idle in transaction%') AS in_transaction,
                   count(*) FILTER (WHERE state = 'idle') AS idle,
                   count(*) AS connections,
                   current_setting('max_connections')::int AS max_connections,
                   pg_postmaster_start_time() AS started
            FROM pg_stat_activity
            WHERE backend_type = 'client backend' AND application_name NOT LIKE 'tautline%'""";

    private static final String BLOCKERS = """
            SELECT b.pid, coalesce(b.application_name, '') AS application, coalesce(b.state, '') AS state,
                   left(coalesce(b.query, ''), 120) AS query, count(*) AS waiters,
                   coalesce(max(extract(epoch FROM clock_timestamp() - b.state_change)), 0) AS state_seconds
            FROM pg_stat_activity w
            CROSS JOIN LATERAL unnest(pg_blocking_pids(w.pid)) AS blocking(pid)
            JOIN pg_stat_activity b ON b.pid = blocking.pid
            WHERE w.wait_event_type = 'Lock'
            GROUP BY 1, 2, 3, 4 ORDER BY waiters DESC LIMIT 5""";

    private static final String STANDBYS = """
            SELECT application_name, coalesce(host(client_addr), '') AS address, coalesce(state, '') AS state,
                   coalesce(pg_wal_lsn_diff(sent_lsn, replay_lsn), 0)::bigint AS lag,
                   coalesce(extract(epoch FROM clock_timestamp() - reply_time), 1e6) AS reply_seconds
            FROM pg_stat_replication""";

    /// Settings whose change explains an outage.
    private static final String SETTINGS = """
            SELECT name, coalesce(setting, '') || coalesce(unit, '') AS value FROM pg_settings
            WHERE name = ANY (ARRAY['max_connections', 'superuser_reserved_connections', 'reserved_connections',
                'listen_addresses', 'port', 'ssl', 'default_transaction_read_only', 'statement_timeout', 'lock_timeout',
                'idle_in_transaction_session_timeout', 'idle_session_timeout', 'transaction_timeout', 'work_mem',
                'synchronous_standby_names', 'synchronous_commit', 'password_encryption', 'shared_buffers'])""";

    private final ProbeTarget target;
    private @Nullable Connection connection;

    ServerLook(ProbeTarget target) {
        this.target = target;
    }

    @Override
    public ServerSample sample() throws SQLException {
        var open = connection;
        if (open == null) {
            open = open();
            connection = open;
        }
        try {
            return look(open);
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        var open = connection;
        connection = null;
        try (open) {
            // Closing is all there is to do.
        } catch (SQLException e) {
            // A connection that cannot even be closed is gone already.
        }
    }

    private Connection open() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", target.user());
        if (target.password() != null) {
            properties.setProperty("password", target.password().reveal());
        }
        properties.setProperty("ApplicationName", APPLICATION);
        properties.setProperty("sslmode", target.sslMode().toString());
        properties.setProperty("connectTimeout", "1");
        properties.setProperty("socketTimeout", "2");
        properties.setProperty("loginTimeout", "2");
        return DriverManager.getConnection(
                "jdbc:postgresql://" + target.endpoint() + "/" + target.database(), properties);
    }

    private ServerSample look(Connection open) throws SQLException {
        try (var statement = open.createStatement()) {
            var totals = totals(statement);
            var blockers = blockers(statement);
            var standbys = standbys(statement);
            var settings = settings(statement);
            try (var row = statement.executeQuery(SESSIONS)) {
                row.next();
                return new ServerSample(
                        Instant.ofEpochMilli(row.getTimestamp("started").getTime()),
                        totals.calls(),
                        totals.execMillis(),
                        row.getInt("running"),
                        row.getInt("lock_waiting"),
                        row.getInt("in_transaction"),
                        row.getInt("idle"),
                        row.getInt("connections"),
                        row.getInt("max_connections"),
                        blockers,
                        standbys,
                        settings);
            }
        }
    }

    private record Totals(long calls, double execMillis) {}

    private static Totals totals(Statement statement) throws SQLException {
        try (var exists = statement.executeQuery("SELECT 1 FROM pg_extension WHERE extname = 'pg_stat_statements'")) {
            if (!exists.next()) {
                return new Totals(-1, -1);
            }
        }
        // Our own looks must not make the server seem quicker or slower than it is for the others.
        try (var row = statement.executeQuery("""
                SELECT coalesce(sum(calls), 0) AS calls, coalesce(sum(total_exec_time), 0) AS millis
                FROM pg_stat_statements WHERE userid <> (SELECT oid FROM pg_roles WHERE rolname = current_user)""")) {
            row.next();
            return new Totals(row.getLong("calls"), row.getDouble("millis"));
        }
    }

    private static List<Blocker> blockers(Statement statement) throws SQLException {
        var blockers = new ArrayList<Blocker>();
        try (var row = statement.executeQuery(BLOCKERS)) {
            while (row.next()) {
                blockers.add(blocker(row));
            }
        }
        return List.copyOf(blockers);
    }

    private static Blocker blocker(ResultSet row) throws SQLException {
        return new Blocker(
                row.getInt("pid"),
                row.getString("application"),
                row.getString("state"),
                row.getDouble("state_seconds"),
                LITERAL.matcher(row.getString("query")).replaceAll("'…'"),
                row.getInt("waiters"),
                "");
    }

    private static List<Standby> standbys(Statement statement) throws SQLException {
        var standbys = new ArrayList<Standby>();
        try (var row = statement.executeQuery(STANDBYS)) {
            while (row.next()) {
                standbys.add(new Standby(
                        row.getString("application_name"),
                        row.getString("address"),
                        row.getString("state"),
                        row.getLong("lag"),
                        row.getDouble("reply_seconds")));
            }
        }
        return List.copyOf(standbys);
    }

    private static Map<String, String> settings(Statement statement) throws SQLException {
        var settings = new TreeMap<String, String>();
        try (var row = statement.executeQuery(SETTINGS)) {
            while (row.next()) {
                settings.put(row.getString("name"), row.getString("value"));
            }
        }
        return Map.copyOf(settings);
    }
}
