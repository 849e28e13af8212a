package dev.tautline.lab.postgres;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Settings for a server's configuration file, in the order they were given; a later value replaces an
/// earlier one.
final class ServerSettings {
    private static final Set<String> OWNED_BY_CLUSTER = Set.of(
            "port",
            "data_directory",
            "hba_file",
            "config_file",
            "external_pid_file",
            "primary_conninfo",
            "primary_slot_name",
            "logging_collector",
            "log_destination",
            "cluster_name",
            "unix_socket_directories");

    private final Map<String, String> values = new LinkedHashMap<>();

    static ServerSettings defaults() {
        var settings = new ServerSettings();
        settings.put("fsync", true);
        settings.put("password_encryption", "scram-sha-256");
        settings.put("shared_preload_libraries", "pg_stat_statements");
        settings.put("track_io_timing", true);
        settings.put("log_line_prefix", "%m [%p] %q%u@%d %a ");
        // Messages are searched for by the lab and read by people: one language.
        settings.put("lc_messages", "C");
        return settings;
    }

    void put(String name, String value) {
        values.put(name, value);
    }

    void put(String name, boolean value) {
        put(name, value ? "on" : "off");
    }

    void put(String name, long value) {
        put(name, Long.toString(value));
    }

    void put(String name, Duration value) {
        put(name, value.toMillis() + "ms");
    }

    ServerSettings with(ServerSettings overrides) {
        var merged = new ServerSettings();
        merged.values.putAll(values);
        merged.values.putAll(overrides.values);
        return merged;
    }

    /// What is wrong with names and values, one line each.
    List<String> problems() {
        var problems = new ArrayList<String>();
        values.forEach((name, value) -> {
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?")) {
                problems.add("setting '%s': not a name of a PostgreSQL setting".formatted(name));
            } else if (OWNED_BY_CLUSTER.contains(name)) {
                problems.add("setting '%s': the cluster sets it itself".formatted(name));
            }
            if (value.chars().anyMatch(Character::isISOControl)) {
                problems.add("setting '%s': the value holds a control character".formatted(name));
            }
        });
        return problems;
    }

    /// Lines of postgresql.conf (PostgreSQL 18 manual, 19.1.2): in quotes, a quote is doubled and a
    /// backslash escapes.
    String text() {
        return values.entrySet().stream()
                .map(entry -> "%s = '%s'%n".formatted(entry.getKey(), quoted(entry.getValue())))
                .collect(Collectors.joining());
    }

    private static String quoted(String value) {
        return value.replace("\\", "\\\\").replace("'", "''");
    }
}
