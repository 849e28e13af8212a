package dev.tautline.link;

import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Product;
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

    /// What is known about one setting. The defaults of Spring Boot hold only where Spring Boot is.
    public <T> Setting<T> get(SettingKey<T> key) {
        var setting = settings.get(key);
        var isForeign = key.product() == Product.SPRING_BOOT && application.framework() != Framework.SPRING_BOOT;
        return isForeign && setting instanceof Setting.Known<T> known && !known.isChosen()
                ? new Setting.Unset<>(key)
                : setting;
    }

    /// The same client, of which more is known.
    public Client with(Settings more) {
        return new Client(application, dataSource, poolPrefix, pool, urlText, url, more);
    }

    /// The same client, of which what is not written may be written in something that cannot be seen.
    public Client knownExcept(Written unseen) {
        return with(Settings.builder(settings.versions())
                .putAll(settings)
                .restIn(unseen)
                .build());
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
        return switch (application.framework()) {
            case SPRING_BOOT, MICRONAUT -> joined(dashed(key.name()));
            case QUARKUS -> key.name().replace("quarkus.datasource", dataSource);
            case PLAY -> joined(dataSource.startsWith("slick.") ? ofSlick(key.name()) : key.name());
            case DROPWIZARD, JAKARTA, NONE -> joined(key.name());
        };
    }

    /// Slick has names of its own for the sizes of the pool that it makes.
    private static String ofSlick(String name) {
        return switch (name) {
            case "maximumPoolSize" -> "maxConnections";
            case "minimumIdle" -> "minConnections";
            default -> name;
        };
    }

    private String joined(String name) {
        return poolPrefix.isEmpty() || poolPrefix.endsWith(".") ? poolPrefix + name : poolPrefix + "." + name;
    }

    private static String dashed(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
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
