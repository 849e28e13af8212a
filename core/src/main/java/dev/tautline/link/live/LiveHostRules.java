package dev.tautline.link.live;

import dev.tautline.link.HbaLine;
import dev.tautline.link.Server;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Problem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The host-based rules, from `pg_hba_file_rules`. The view shows the file as it is now, which is what the next reload
/// brings into force (PostgreSQL manual, "pg_hba_file_rules"); a line with an error makes the reload fail.
record LiveHostRules(Optional<Server.Hba> rules, List<Problem> problems, Optional<Withheld> withheld) {
    private static final String QUERY =
            "SELECT line_number, type, database, user_name, address, netmask, auth_method, options, error"
                    + " FROM pg_hba_file_rules ORDER BY line_number";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    static LiveHostRules read(Connection connection, HostPort address, Asker asker) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(QUERY)) {
            var lines = new ArrayList<HbaLine>();
            var problems = new ArrayList<Problem>();
            while (rows.next()) {
                var origin = new Origin.Live("pg_hba.conf:" + rows.getInt("line_number") + " on " + address);
                var error = rows.getString("error");
                if (error == null) {
                    lines.add(line(rows, origin));
                } else {
                    problems.add(new Problem(
                            origin,
                            error + "; the server goes on with the rules it had, and does not start with these"));
                }
            }
            var rules = new Server.Hba(lines, new Origin.Live("pg_hba.conf on " + address));
            // Rules that would not be loaded are not in force: what is in force cannot be told.
            return new LiveHostRules(
                    problems.isEmpty() ? Optional.of(rules) : Optional.empty(), problems, Optional.empty());
        } catch (SQLException e) {
            if (!INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                throw e;
            }
            return new LiveHostRules(
                    Optional.empty(),
                    List.of(),
                    Optional.of(asker.withheld(
                            "the rules of pg_hba.conf",
                            "GRANT SELECT ON pg_hba_file_rules TO %1$s;"
                                    + " GRANT EXECUTE ON FUNCTION pg_hba_file_rules() TO %1$s")));
        }
    }

    private static HbaLine line(ResultSet row, Origin origin) throws SQLException {
        var mask = Optional.ofNullable(row.getString("netmask"));
        return new HbaLine(
                row.getString("type"),
                words(row, "database"),
                words(row, "user_name"),
                Optional.ofNullable(row.getString("address"))
                        .map(address -> mask.map(bits -> address + " " + bits).orElse(address)),
                row.getString("auth_method"),
                words(row, "options"),
                origin);
    }

    private static List<String> words(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
