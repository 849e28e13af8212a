package dev.tautline.link.live;

import dev.tautline.link.ConnectionLimit;
import dev.tautline.link.ConnectionLimit.Of;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.Origin;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The limits of single roles and databases, from `pg_roles` and `pg_database`, which everybody may read. A negative
/// limit is none; superusers have none either.
final class LiveLimits {
    private static final String QUERY = """
            SELECT 'ROLE' AS kind, rolname AS name, rolconnlimit AS most FROM pg_roles
            WHERE rolconnlimit >= 0 AND rolcanlogin AND NOT rolsuper
            UNION ALL
            SELECT 'DATABASE', datname, datconnlimit FROM pg_database WHERE datconnlimit >= 0
            ORDER BY 1, 2""";

    private LiveLimits() {}

    static List<ConnectionLimit> read(Connection connection, HostPort address) throws SQLException {
        var limits = new ArrayList<ConnectionLimit>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(QUERY)) {
            while (rows.next()) {
                var of = Of.valueOf(rows.getString("kind"));
                var name = rows.getString("name");
                var catalogue = of == Of.ROLE ? "pg_roles" : "pg_database";
                limits.add(new ConnectionLimit(
                        of,
                        name,
                        rows.getInt("most"),
                        new Origin.Live("the limit of " + name + " in " + catalogue + " on " + address)));
            }
        }
        return limits;
    }
}
