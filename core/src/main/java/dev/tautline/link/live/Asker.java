package dev.tautline.link.live;

import java.sql.Connection;
import java.sql.SQLException;

/// The role that asks, and which of the predefined roles it has (PostgreSQL manual, "Predefined Roles").
record Asker(String role, boolean seesAllSettings, boolean seesAllActivity) {
    private static final String QUERY = """
            SELECT quote_ident(current_user),
                   pg_has_role(current_user, 'pg_read_all_settings', 'USAGE'),
                   pg_has_role(current_user, 'pg_read_all_stats', 'USAGE')""";

    static Asker over(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(QUERY)) {
            rows.next();
            return new Asker(rows.getString(1), rows.getBoolean(2), rows.getBoolean(3));
        }
    }

    Withheld withheld(String what, String grant) {
        return new Withheld(what, grant.formatted(role));
    }
}
