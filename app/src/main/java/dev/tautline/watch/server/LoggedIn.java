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
/// @param roleMayLogIn whether the role still may
/// @param databaseOpen whether the database still takes connections
record LoggedIn(
        String role,
        String database,
        @Nullable InetAddress address,
        boolean passwordExpired,
        boolean roleMayLogIn,
        boolean databaseOpen) {
    private static final int MOST = 200;

    /// The guard's own sessions are not among them. Without pg_read_all_stats nobody's address is told, so nobody is
    /// either.
    static List<LoggedIn> all(Asked server) throws SQLException {
        return server.list("""
                SELECT DISTINCT a.usename, a.datname, host(a.client_addr) AS address,
                       coalesce(r.rolvaliduntil < now(), false) AS expired, r.rolcanlogin, d.datallowconn
                FROM pg_stat_activity a JOIN pg_roles r ON r.oid = a.usesysid JOIN pg_database d ON d.oid = a.datid
                WHERE a.backend_type = 'client backend' AND a.client_port IS NOT NULL
                    AND coalesce(a.application_name, '') NOT LIKE 'tautline%%' AND coalesce(a.application_name, '') <> 'taut'
                ORDER BY 1, 2, 3
                LIMIT %d\
                """.formatted(MOST), LoggedIn::of);
    }

    private static LoggedIn of(ResultSet row) throws SQLException {
        var address = row.getString("address");
        return new LoggedIn(
                row.getString("usename"),
                row.getString("datname"),
                address == null ? null : InetAddress.ofLiteral(address),
                row.getBoolean("expired"),
                row.getBoolean("rolcanlogin"),
                row.getBoolean("datallowconn"));
    }

    String describe() {
        return "%s from %s in %s".formatted(role, address == null ? "its socket" : address.getHostAddress(), database);
    }
}
