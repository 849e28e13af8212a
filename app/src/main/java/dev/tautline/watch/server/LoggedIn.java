package dev.tautline.watch.server;

import dev.tautline.watch.server.Question.Asked;
import java.net.InetAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A role that has sessions now, and what its log-in looks like to the server; all its sessions of one kind are one.
///
/// @param address where it comes from; null for a socket of the server's own machine
/// @param passwordExpired whether its password's VALID UNTIL has passed
/// @param bar why it would be refused whatever the rules; null when nothing is in its way
record LoggedIn(
        String role,
        String database,
        @Nullable InetAddress address,
        boolean passwordExpired,
        @Nullable Bar bar) {
    private static final int MOST = 200;

    /// What shuts out a role or a database as a whole. A limit does when more sessions are open than it allows, which
    /// can
    /// only be since it was lowered: one that is just reached is in use.
    enum Bar {
        ROLE_MAY_NOT_LOG_IN("the role may no longer log in (28000)"),
        DATABASE_CLOSED("the database no longer takes connections (55000)"),
        ROLE_OVER_LIMIT("the role holds more sessions than its connection limit allows by now (53300)"),
        DATABASE_OVER_LIMIT("the database holds more sessions than its connection limit allows by now (53300)");

        private final String words;

        Bar(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /// The guard's own sessions are not among them. Without pg_read_all_stats nobody's address is told, so nobody is
    /// either.
    static List<LoggedIn> all(Asked server) throws SQLException {
        return server.list("""
                WITH held AS (
                    SELECT usesysid, datid FROM pg_stat_activity WHERE backend_type = 'client backend')
                SELECT DISTINCT a.usename, a.datname, host(a.client_addr) AS address,
                       coalesce(r.rolvaliduntil < now(), false) AS expired,
                       CASE
                           WHEN NOT r.rolcanlogin THEN 'ROLE_MAY_NOT_LOG_IN'
                           WHEN NOT d.datallowconn THEN 'DATABASE_CLOSED'
                           WHEN r.rolsuper THEN NULL
                           WHEN r.rolconnlimit >= 0
                               AND r.rolconnlimit < (SELECT count(*) FROM held WHERE held.usesysid = r.oid)
                               THEN 'ROLE_OVER_LIMIT'
                           WHEN d.datconnlimit >= 0
                               AND d.datconnlimit < (SELECT count(*) FROM held WHERE held.datid = d.oid)
                               THEN 'DATABASE_OVER_LIMIT'
                       END AS bar
                FROM pg_stat_activity a JOIN pg_roles r ON r.oid = a.usesysid JOIN pg_database d ON d.oid = a.datid
                WHERE a.backend_type = 'client backend' AND a.client_port IS NOT NULL
                    AND coalesce(a.application_name, '') NOT LIKE 'tautline%%' AND coalesce(a.application_name, '') <> 'taut'
                ORDER BY 1, 2, 3
                LIMIT %d\
                """.formatted(MOST), LoggedIn::of);
    }

    private static LoggedIn of(ResultSet row) throws SQLException {
        var address = row.getString("address");
        var bar = row.getString("bar");
        return new LoggedIn(
                row.getString("usename"),
                row.getString("datname"),
                address == null ? null : InetAddress.ofLiteral(address),
                row.getBoolean("expired"),
                bar == null ? null : Bar.valueOf(bar));
    }

    String describe() {
        return "%s from %s in %s".formatted(role, address == null ? "its socket" : address.getHostAddress(), database);
    }
}
