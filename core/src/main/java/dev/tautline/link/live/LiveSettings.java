package dev.tautline.link.live;

import dev.tautline.settings.HostPort;
import dev.tautline.settings.Origin;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Written;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The settings in force, from `pg_settings`. What stands at its built-in default counts as not set, as it does in a
/// file.
record LiveSettings(
        Settings settings, Map<String, String> contexts, List<String> awaitingRestart, Optional<Withheld> withheld) {
    /// Values with their units, as in a file.
    private static final String QUERY = """
            SELECT name, current_setting(name) AS value, source, context, pending_restart, sourcefile, sourceline,
                   current_setting('server_version') AS version
            FROM pg_settings WHERE name = ANY (?)""";

    /// What only this session, role or database has says nothing about the server.
    private static final Set<String> OWN = Set.of("client", "session", "user", "database", "database user");

    static LiveSettings read(Connection connection, HostPort address, Asker asker) throws SQLException {
        // What holds a secret is not even asked for.
        var names = PostgresKeys.VOCABULARY.keys().stream()
                .map(SettingKey::name)
                .filter(name -> !Written.namesSecret(name))
                .toArray(String[]::new);
        var reading = new Reading(address);
        try (var statement = connection.prepareStatement(QUERY)) {
            statement.setArray(1, connection.createArrayOf("text", names));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    reading.add(rows);
                }
            }
        }
        return reading.done(names, asker);
    }

    private static final class Reading {
        private final HostPort address;
        private final List<Written> written = new ArrayList<>();
        private final Map<String, String> contexts = new HashMap<>();
        private final List<String> awaitingRestart = new ArrayList<>();
        private String version = "";

        Reading(HostPort address) {
            this.address = address;
        }

        void add(ResultSet row) throws SQLException {
            var name = row.getString("name");
            var source = row.getString("source");
            version = row.getString("version");
            contexts.put(name, row.getString("context"));
            if (row.getBoolean("pending_restart")) {
                awaitingRestart.add(name);
            }
            if (OWN.contains(source)) {
                written.add(unseen(name, "for this session it is set by " + source));
            } else if (!source.equals("default")) {
                written.add(Written.of(name, row.getString("value"), origin(name, row)));
            }
        }

        private Origin origin(String name, ResultSet row) throws SQLException {
            var file = row.getString("sourcefile");
            var from = file == null ? "" : " (" + file + ":" + row.getInt("sourceline") + ")";
            return new Origin.Live(name + " on " + address + from);
        }

        private Written unseen(String name, String why) {
            return new Written(name, why, new Origin.Live(name + " on " + address), List.of(name));
        }

        LiveSettings done(String[] names, Asker asker) {
            var builder = Settings.builder(LiveServerReader.versions(version, address));
            written.forEach(value -> put(builder, value));
            if (asker.seesAllSettings()) {
                return new LiveSettings(builder.build(), contexts, awaitingRestart, Optional.empty());
            }
            for (var name : names) {
                if (!contexts.containsKey(name)) {
                    put(builder, unseen(name, "the server does not show it to " + asker.role()));
                }
            }
            return new LiveSettings(
                    builder.build(),
                    contexts,
                    awaitingRestart,
                    Optional.of(asker.withheld(
                            "some settings, and the files that settings come from",
                            "GRANT pg_read_all_settings TO %s")));
        }

        private static void put(Settings.Builder builder, Written value) {
            PostgresKeys.VOCABULARY.findIgnoringCase(value.key()).ifPresent(key -> builder.put(key, value));
        }
    }
}
