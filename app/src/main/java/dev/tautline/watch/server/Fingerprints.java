package dev.tautline.watch.server;

import dev.tautline.watch.server.Question.Asked;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/// How things are set, as maps from a name to a value: what differs from one look to the next is a change.
final class Fingerprints {
    /// All that a person can set for everybody, but what only decides how much is logged.
    private static final String SETTINGS = """
        SELECT name, coalesce(setting, '') || coalesce(unit, '') || CASE WHEN pending_restart
                   THEN ' (another value waits for a restart)' ELSE '' END AS value
        FROM pg_settings WHERE context <> 'internal' AND source NOT IN ('client', 'session', 'user', 'database user')
            AND name NOT LIKE 'log\\_%' AND name NOT LIKE 'debug\\_%' AND name NOT IN ('application_name',
                'client_encoding', 'extra_float_digits', 'DateStyle', 'TimeZone', 'cluster_name', 'update_process_title')\
        """;

    private Fingerprints() {}

    /// With the unit that the server counts in: `max_wal_size` is `1024MB`.
    static Map<String, String> settings(Asked server) throws SQLException {
        return map(SETTINGS, server);
    }

    /// Limits of roles and databases, what settings they bring, and until when passwords are valid.
    static Map<String, String> limits(Asked server) throws SQLException {
        return map("""
                SELECT 'role ' || rolname || ': ' || what AS name, value FROM pg_roles CROSS JOIN LATERAL (VALUES
                    ('connection limit', CASE WHEN rolconnlimit < 0 THEN 'none' ELSE rolconnlimit::text END),
                    ('may log in', rolcanlogin::text),
                    ('password valid until', coalesce(rolvaliduntil::text, 'for ever'))) AS kinds (what, value)
                WHERE rolname NOT LIKE 'pg\\_%'
                UNION ALL
                SELECT 'database ' || datname || ': ' || what, value FROM pg_database CROSS JOIN LATERAL (VALUES
                    ('connection limit', CASE WHEN datconnlimit < 0 THEN 'none' ELSE datconnlimit::text END),
                    ('takes connections', datallowconn::text)) AS kinds (what, value)
                UNION ALL
                SELECT 'settings of ' || coalesce('role ' || rolname, 'all roles')
                           || coalesce(' in database ' || datname, ''), array_to_string(setconfig, ', ')
                FROM pg_db_role_setting LEFT JOIN pg_roles r ON r.oid = setrole LEFT JOIN pg_database d ON d.oid = setdatabase\
                """, server);
    }

    /// The rules in force of `pg_hba.conf`, by their place in it. Only superusers may read them by default.
    static Map<String, String> hostRules(Asked server) throws SQLException {
        return map("""
                SELECT 'rule ' || to_char(row_number() OVER (ORDER BY line_number), 'FM0000') AS name,
                       concat_ws(' ', type, array_to_string(database, ','), array_to_string(user_name, ','), address,
                           netmask, auth_method) AS value
                FROM pg_hba_file_rules WHERE error IS NULL\
                """, server);
    }

    /// Lines that the server cannot read, by their place.
    static Map<String, String> hostRuleErrors(Asked server) throws SQLException {
        return map(
                "SELECT 'pg_hba.conf:' || line_number AS name, error AS value FROM pg_hba_file_rules"
                        + " WHERE error IS NOT NULL",
                server);
    }

    /// As [#hostRuleErrors]; a parameter that only waits for a restart is not an error.
    static Map<String, String> settingErrors(Asked server) throws SQLException {
        return map(
                "SELECT sourcefile || ':' || sourceline AS name, coalesce(name, '') || ' ' || error AS value"
                        + " FROM pg_file_settings WHERE error IS NOT NULL"
                        + " AND error NOT LIKE '%cannot be changed without restarting%'",
                server);
    }

    /// @param sql gives `name` and `value`
    static Map<String, String> map(String sql, Asked server) throws SQLException {
        var all = new TreeMap<String, String>();
        server.each(sql, row -> all.put(row.getString("name"), String.valueOf(row.getString("value"))));
        return Map.copyOf(all);
    }
}
