package dev.tautline.settings;

import java.time.Duration;

/// The keys of a data source of Quarkus. `quarkus.datasource.` stands for `quarkus.datasource."name".` of a
/// named one, too. Compared with the configuration interfaces of quarkus-agroal and quarkus-datasource
/// 3.38.0.
public final class QuarkusKeys {
    private static final String SOURCE = "https://quarkus.io/guides/all-config";

    public static final SettingKey<String> DB_KIND = key("quarkus.datasource.db-kind", ValueType.TEXT);
    public static final SettingKey<Boolean> ACTIVE = key("quarkus.datasource.active", ValueType.FLAG);
    public static final SettingKey<String> USERNAME = key("quarkus.datasource.username", ValueType.TEXT);
    public static final SettingKey<Secret> PASSWORD = key("quarkus.datasource.password", ValueType.SECRET);
    public static final SettingKey<String> CREDENTIALS_PROVIDER =
            key("quarkus.datasource.credentials-provider", ValueType.TEXT);
    public static final SettingKey<String> CREDENTIALS_PROVIDER_NAME =
            key("quarkus.datasource.credentials-provider-name", ValueType.TEXT);
    public static final SettingKey<String> DB_VERSION = key("quarkus.datasource.db-version", ValueType.TEXT);
    public static final SettingKey<Boolean> HEALTH_EXCLUDE =
            key("quarkus.datasource.health-exclude", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> HEALTH_ENABLED =
            key("quarkus.datasource.health.enabled", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> DEVSERVICES_ENABLED =
            key("quarkus.datasource.devservices.enabled", ValueType.FLAG);
    public static final SettingKey<Boolean> JDBC =
            key("quarkus.datasource.jdbc", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> DRIVER = key("quarkus.datasource.jdbc.driver", ValueType.TEXT);
    public static final SettingKey<String> TRANSACTIONS = key(
                    "quarkus.datasource.jdbc.transactions", ValueType.oneOf("enabled", "xa", "disabled"))
            .defaultsTo("enabled");
    public static final SettingKey<Boolean> TELEMETRY =
            key("quarkus.datasource.jdbc.telemetry", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> JDBC_METRICS_ENABLED =
            key("quarkus.datasource.jdbc.metrics.enabled", ValueType.FLAG);
    public static final SettingKey<Boolean> METRICS_ENABLED =
            key("quarkus.datasource.metrics.enabled", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> URL = key("quarkus.datasource.jdbc.url", ValueType.TEXT);
    public static final SettingKey<Integer> INITIAL_SIZE = key("quarkus.datasource.jdbc.initial-size", ValueType.COUNT);
    public static final SettingKey<Integer> MIN_SIZE =
            key("quarkus.datasource.jdbc.min-size", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Integer> MAX_SIZE = key("quarkus.datasource.jdbc.max-size", ValueType.COUNT)
            .defaultsTo(20)
            .changedTo(50, "3.31");
    public static final SettingKey<Duration> BACKGROUND_VALIDATION_INTERVAL = key(
                    "quarkus.datasource.jdbc.background-validation-interval", Durations.QUARKUS)
            .defaultsTo(Duration.ofMinutes(2));
    public static final SettingKey<Duration> FOREGROUND_VALIDATION_INTERVAL =
            key("quarkus.datasource.jdbc.foreground-validation-interval", Durations.QUARKUS);
    public static final SettingKey<Duration> LOGIN_TIMEOUT =
            key("quarkus.datasource.jdbc.login-timeout", Durations.QUARKUS);
    public static final SettingKey<Duration> ACQUISITION_TIMEOUT = key(
                    "quarkus.datasource.jdbc.acquisition-timeout", Durations.QUARKUS)
            .defaultsTo(Duration.ofSeconds(5));
    public static final SettingKey<Duration> LEAK_DETECTION_INTERVAL =
            key("quarkus.datasource.jdbc.leak-detection-interval", Durations.QUARKUS);
    public static final SettingKey<Duration> IDLE_REMOVAL_INTERVAL = key(
                    "quarkus.datasource.jdbc.idle-removal-interval", Durations.QUARKUS)
            .defaultsTo(Duration.ofMinutes(5));
    /// Without one, a connection lives for ever.
    public static final SettingKey<Duration> MAX_LIFETIME =
            key("quarkus.datasource.jdbc.max-lifetime", Durations.QUARKUS);
    public static final SettingKey<String> TRANSACTION_ISOLATION_LEVEL =
            key("quarkus.datasource.jdbc.transaction-isolation-level", ValueType.TEXT);
    public static final SettingKey<Boolean> EXTENDED_LEAK_REPORT =
            key("quarkus.datasource.jdbc.extended-leak-report", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> FLUSH_ON_CLOSE =
            key("quarkus.datasource.jdbc.flush-on-close", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> DETECT_STATEMENT_LEAKS = key(
                    "quarkus.datasource.jdbc.detect-statement-leaks", ValueType.FLAG)
            .defaultsTo(true);
    public static final SettingKey<String> NEW_CONNECTION_SQL =
            key("quarkus.datasource.jdbc.new-connection-sql", ValueType.TEXT);
    public static final SettingKey<String> VALIDATION_QUERY_SQL =
            key("quarkus.datasource.jdbc.validation-query-sql", ValueType.TEXT);
    public static final SettingKey<Duration> VALIDATION_QUERY_TIMEOUT =
            key("quarkus.datasource.jdbc.validation-query-timeout", Durations.QUARKUS);
    public static final SettingKey<Boolean> VALIDATE_ON_BORROW =
            key("quarkus.datasource.jdbc.validate-on-borrow", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> POOLING_ENABLED =
            key("quarkus.datasource.jdbc.pooling-enabled", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> ENABLE_RECOVERY =
            key("quarkus.datasource.jdbc.enable-recovery", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> TRANSACTION_REQUIREMENT =
            key("quarkus.datasource.jdbc.transaction-requirement", ValueType.oneOf("off", "warn", "strict"));
    public static final SettingKey<String> MULTIPLE_ACQUISITION = key(
                    "quarkus.datasource.jdbc.multiple-acquisition", ValueType.oneOf("off", "lenient", "warn", "strict"))
            .defaultsTo("lenient");
    public static final SettingKey<String> ADDITIONAL_JDBC_PROPERTIES =
            key("quarkus.datasource.jdbc.additional-jdbc-properties", ValueType.TEXT);
    public static final SettingKey<Boolean> TELEMETRY_ENABLED =
            key("quarkus.datasource.jdbc.telemetry.enabled", ValueType.FLAG);
    public static final SettingKey<Boolean> TELEMETRY_TRACE_CONNECTION = key(
                    "quarkus.datasource.jdbc.telemetry.trace-connection", ValueType.FLAG)
            .defaultsTo(false);
    public static final SettingKey<Boolean> ENABLE_KEEP_ALIVE =
            key("quarkus.datasource.jdbc.enable-keep-alive", ValueType.FLAG);
    public static final SettingKey<Duration> READ_TIMEOUT =
            key("quarkus.datasource.jdbc.read-timeout", Durations.QUARKUS);
    public static final SettingKey<Duration> NETWORK_TIMEOUT =
            key("quarkus.datasource.jdbc.network-timeout", Durations.QUARKUS);

    private static final ValueType<String> SCHEMA_ACTION =
            ValueType.oneOf("none", "create", "drop-and-create", "drop", "update", "validate");

    /// Of the persistence unit on the data source; later versions call it `schema-management.strategy`.
    public static final SettingKey<String> ORM_DATABASE_GENERATION =
            key("quarkus.hibernate-orm.database.generation", SCHEMA_ACTION);
    public static final SettingKey<String> ORM_SCHEMA_STRATEGY =
            key("quarkus.hibernate-orm.schema-management.strategy", SCHEMA_ACTION);

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(QuarkusKeys.class);

    private QuarkusKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.QUARKUS, name, type, SOURCE);
    }
}
