package dev.tautline.probe;

import dev.tautline.probe.evidence.SlotUse;
import dev.tautline.probe.evidence.SlotUse.Holder;
import dev.tautline.probe.evidence.SlotUse.Limit;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Who holds the connection slots, and which limits our role and database have, in one question. Everybody
/// may see which roles and applications are connected to which database; what they do and from where, only
/// members of pg_read_all_stats. Launchers, WAL senders and background workers have slots of their own; to whoever may
/// not see what they are, they have no database.
record SlotQuestion(Session session) {
    private static final String QUESTION = """
            WITH activity AS MATERIALIZED (
              SELECT * FROM pg_stat_activity
              WHERE datid IS NOT NULL AND usesysid IS NOT NULL AND coalesce(backend_type, 'client backend') = 'client backend'),
            totals AS (
              SELECT (SELECT count(*) FROM activity WHERE usename = session_user) AS role_used,
                     (SELECT rolconnlimit FROM pg_roles WHERE rolname = session_user) AS role_limit,
                     (SELECT count(*) FROM activity WHERE datname = current_database()) AS database_used,
                     (SELECT datconnlimit FROM pg_database WHERE datname = current_database()) AS database_limit,
                     count(*) FILTER (WHERE state LIKE 'idle in transaction%') AS idle_in_transaction,
                     extract(epoch FROM clock_timestamp()
                       - min(state_change) FILTER (WHERE state LIKE 'idle in transaction%')) * 1000 AS oldest,
                     count(*) FILTER (WHERE query = '<insufficient privilege>') AS hidden
              FROM activity),
            holders AS (
              SELECT coalesce(application_name, '') AS application, coalesce(usename, '') AS holder,
                     coalesce(host(client_addr), '') AS address, count(*) AS sessions
              FROM activity WHERE pid <> pg_backend_pid()
              GROUP BY 1, 2, 3 ORDER BY sessions DESC, 1, 2, 3 LIMIT 5)
            SELECT * FROM totals LEFT JOIN holders ON true""";

    SlotUse ask() throws IOException, StepFailed {
        return session.ask(QUESTION, SlotQuestion::read);
    }

    private static SlotUse read(ResultSet row) throws SQLException {
        var oldest = row.getObject("oldest") == null ? null : Duration.ofMillis(row.getLong("oldest"));
        var role = new Limit(row.getInt("role_used"), limit(row.getInt("role_limit")));
        var database = new Limit(row.getInt("database_used"), limit(row.getInt("database_limit")));
        int idle = row.getInt("idle_in_transaction");
        int hidden = row.getInt("hidden");
        var holders = new ArrayList<Holder>();
        do {
            if (row.getString("holder") != null) {
                holders.add(new Holder(
                        row.getString("application"),
                        row.getString("holder"),
                        row.getString("address"),
                        row.getInt("sessions")));
            }
        } while (row.next());
        return new SlotUse(role, database, idle, oldest, hidden, holders);
    }

    /// -1 is "no limit", and -2 marks a database that a failed DROP has left invalid (since PostgreSQL 16).
    private static @Nullable Integer limit(int configured) {
        return configured < 0 ? null : configured;
    }
}
