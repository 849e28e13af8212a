package dev.tautline.watch.server;

import dev.tautline.watch.server.Question.Asked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// One line of `pg_stat_activity`; of servers' own processes only those that matter here.
///
/// @param transactionSeconds -1 outside a transaction
/// @param querySeconds since the last statement began
/// @param queryId 0 when unknown: before PostgreSQL 14, or without compute_query_id
/// @param query empty of idle sessions; without literals
/// @param started seconds since the epoch
public record SessionRow(
        int pid,
        String role,
        String application,
        String database,
        String type,
        String state,
        String waitType,
        String waitEvent,
        double stateSeconds,
        double transactionSeconds,
        double querySeconds,
        long queryId,
        String query,
        double started) {
    /// SQLSTATE of a lock that did not come in time (PostgreSQL manual 18, appendix A).
    static final String LOCKED = "55P03";

    /// The guard's own sessions are not among them. Where somebody has locked the table of roles or of databases,
    /// all of them come without those names.
    static List<SessionRow> all(Asked server) throws SQLException {
        try {
            return from("pg_stat_activity", server);
        } catch (SQLException e) {
            if (LOCKED.equals(e.getSQLState())) {
                return from(
                        "(SELECT '' AS usename, '' AS datname, s.* FROM pg_stat_get_activity(NULL) s) activity",
                        server);
            }
            throw e;
        }
    }

    private static List<SessionRow> from(String source, Asked server) throws SQLException {
        return server.list(
                """
                SELECT pid, coalesce(usename, '') AS role, coalesce(application_name, '') AS application,
                       coalesce(datname, '') AS database, coalesce(backend_type, '') AS type,
                       coalesce(state, '') AS state, coalesce(wait_event_type, '') AS wait_type,
                       coalesce(wait_event, '') AS wait_event,
                       coalesce(extract(epoch FROM clock_timestamp() - state_change), 0)::float8 AS state_seconds,
                       coalesce(extract(epoch FROM clock_timestamp() - xact_start), -1)::float8 AS xact_seconds,
                       coalesce(extract(epoch FROM clock_timestamp() - query_start), 0)::float8 AS query_seconds,
                       %s AS query_id, CASE WHEN state = 'idle' THEN '' ELSE left(coalesce(query, ''), 300) END AS query,
                       coalesce(extract(epoch FROM backend_start), 0)::float8 AS started
                FROM %s
                WHERE backend_type IN ('client backend', 'parallel worker', 'autovacuum worker', 'checkpointer')
                    AND coalesce(application_name, '') NOT LIKE 'tautline%%' AND coalesce(application_name, '') <> 'taut'\
                """.formatted(server.version() >= 14 ? "coalesce(query_id," + " 0)" : "0::bigint", source),
                SessionRow::of);
    }

    private static SessionRow of(ResultSet row) throws SQLException {
        return new SessionRow(
                row.getInt("pid"),
                row.getString("role"),
                row.getString("application"),
                row.getString("database"),
                row.getString("type"),
                row.getString("state"),
                row.getString("wait_type"),
                row.getString("wait_event"),
                row.getDouble("state_seconds"),
                row.getDouble("xact_seconds"),
                row.getDouble("query_seconds"),
                row.getLong("query_id"),
                Masked.text(row.getString("query")),
                row.getDouble("started"));
    }

    public boolean client() {
        return type.equals("client backend");
    }

    /// Not known by name yet (PostgreSQL 18, release notes: pg_stat_activity shows what is being authenticated).
    public boolean loggingIn() {
        return state.equals("starting");
    }

    public boolean executing() {
        return state.equals("active") || type.equals("parallel worker");
    }

    public boolean waitsForLock() {
        return executing() && waitType.equals("Lock");
    }

    public boolean idleInTransaction() {
        return state.startsWith("idle in transaction");
    }
}
