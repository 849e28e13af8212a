package dev.tautline.settings;

import java.util.Locale;
import java.util.Optional;

/// One service × data source, under one profile: whom it calls, with which pool and driver, and how often it runs.
/// `instances` is empty where nothing tells the number. `dataSource` is the prefix of its keys, such as
/// `spring.datasource`, and `poolPrefix` the prefix under which its pool's keys stand.
public record Client(
        String service,
        String dataSource,
        String poolPrefix,
        Profile profile,
        Pool pool,
        Written urlText,
        Optional<JdbcUrl> url,
        Settings settings,
        Libraries libraries,
        Optional<Integer> instances) {

    public <T> Setting<T> get(SettingKey<T> key) {
        return settings.get(key);
    }

    public boolean usesHikari() {
        return pool == Pool.HIKARICP;
    }

    public boolean callsPostgres() {
        return url.map(JdbcUrl::isPostgres).orElse(false);
    }

    /// Opens connections to change the schema, not to serve requests.
    public boolean isMigration() {
        return isMigration(dataSource);
    }

    /// Whether the last element of a prefix says so: `flyway`, `liquibase`, `migrate`, `migration` …
    public static boolean isMigration(String dataSource) {
        var last = dataSource.substring(dataSource.lastIndexOf('.') + 1);
        return last.equals("flyway") || last.equals("liquibase") || last.startsWith("migrat");
    }

    /// The key of a pool setting as it is written in this client's files: `spring.datasource.hikari.max-lifetime`.
    public String poolKey(SettingKey<?> key) {
        var dashed = key.name().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return poolPrefix.isEmpty() ? dashed : poolPrefix + "." + dashed;
    }

    /// The client in a person's words, without the profile: `chandlery (spring.datasource)`.
    public String label() {
        return service + " (" + dataSource + ")";
    }
}
