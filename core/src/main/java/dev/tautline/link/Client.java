package dev.tautline.link;

import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Written;
import java.util.Locale;
import java.util.Optional;

/// One service × data source, under one profile: whom it calls, with which pool and driver. `dataSource` is
/// the prefix of its keys, such as `spring.datasource`, and `poolPrefix` the prefix under which its pool's
/// keys stand.
public record Client(
        Application application,
        String dataSource,
        String poolPrefix,
        Pool pool,
        Written urlText,
        Optional<JdbcUrl> url,
        Settings settings) {

    public <T> Setting<T> get(SettingKey<T> key) {
        return settings.get(key);
    }

    public String service() {
        return application.service();
    }

    public Profile profile() {
        return application.profile();
    }

    public Libraries libraries() {
        return application.libraries();
    }

    public Optional<Workload> workload() {
        return application.workload();
    }

    /// How many copies run; empty where no workload is known.
    public Optional<Instances> instances() {
        return workload().map(Workload::instances);
    }

    public Stage stage() {
        return application.stage();
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

    /// The key of a pool setting as it is written in this client's files:
    /// `spring.datasource.hikari.max-lifetime`.
    public String poolKey(SettingKey<?> key) {
        var dashed = key.name().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return poolPrefix.isEmpty() ? dashed : poolPrefix + "." + dashed;
    }

    /// The client in a person's words, without the profile: `chandlery (spring.datasource)`.
    public String label() {
        return service() + " (" + dataSource + ")";
    }

    /// Whether both are the same pool in the same service, whatever their profiles are.
    public boolean isSameAs(Client other) {
        return key().equals(other.key());
    }

    /// What tells one client from another; the same under every profile.
    public Key key() {
        return new Key(application.home().toAbsolutePath().normalize().toString(), service(), dataSource);
    }

    /// Folder, service and data source.
    public record Key(String home, String service, String dataSource) {}
}
