package dev.tautline.settings;

import java.time.Duration;

/// The properties of Hibernate ORM and of Jakarta Persistence that rules need; under Spring Boot they stand
/// below `spring.jpa.properties.`. Names compared with `AvailableSettings` of hibernate-core 7.4.7.
public final class HibernateKeys {
    private static final String SOURCE = "https://docs.hibernate.org/orm/7.4/userguide/html_single/#settings";

    public static final SettingKey<Boolean> BOOT_ALLOW_JDBC_METADATA_ACCESS =
            key("hibernate.boot.allow_jdbc_metadata_access", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> CONNECTION_AUTOCOMMIT =
            key("hibernate.connection.autocommit", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> CONNECTION_HANDLING_MODE =
            key("hibernate.connection.handling_mode", ValueType.TEXT);
    public static final SettingKey<String> CONNECTION_ISOLATION = key("hibernate.connection.isolation", ValueType.TEXT);
    public static final SettingKey<Secret> CONNECTION_PASSWORD = key("hibernate.connection.password", ValueType.SECRET);
    /// Of the pool that Hibernate has for trying things out.
    public static final SettingKey<Integer> CONNECTION_POOL_SIZE =
            key("hibernate.connection.pool_size", ValueType.COUNT);
    public static final SettingKey<String> CONNECTION_PROVIDER_CLASS =
            key("hibernate.connection.provider_class", ValueType.TEXT);
    public static final SettingKey<Boolean> CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT = key(
                    "hibernate.connection.provider_disables_autocommit", ValueType.FLAG)
            .defaultsTo(false);
    public static final SettingKey<String> CONNECTION_URL = key("hibernate.connection.url", ValueType.TEXT);
    public static final SettingKey<String> CONNECTION_USERNAME = key("hibernate.connection.username", ValueType.TEXT);
    public static final SettingKey<String> DEFAULT_SCHEMA = key("hibernate.default_schema", ValueType.TEXT);
    public static final SettingKey<String> DIALECT = key("hibernate.dialect", ValueType.TEXT);
    public static final SettingKey<Boolean> FORMAT_SQL =
            key("hibernate.format_sql", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> GENERATE_STATISTICS =
            key("hibernate.generate_statistics", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> HBM2DDL_AUTO = key(
            "hibernate.hbm2ddl.auto",
            ValueType.oneOf(
                    "none",
                    "create",
                    "drop",
                    "drop-and-create",
                    "update",
                    "validate",
                    "create-drop",
                    "create-only",
                    "truncate",
                    "populate"));
    public static final SettingKey<Integer> JDBC_BATCH_SIZE = key("hibernate.jdbc.batch_size", ValueType.COUNT);
    public static final SettingKey<Integer> JDBC_FETCH_SIZE = key("hibernate.jdbc.fetch_size", ValueType.COUNT);
    public static final SettingKey<String> JDBC_TIME_ZONE = key("hibernate.jdbc.time_zone", ValueType.TEXT);
    public static final SettingKey<Boolean> ORDER_INSERTS =
            key("hibernate.order_inserts", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> ORDER_UPDATES =
            key("hibernate.order_updates", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> QUERY_IN_CLAUSE_PARAMETER_PADDING =
            key("hibernate.query.in_clause_parameter_padding", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Integer> QUERY_PLAN_CACHE_MAX_SIZE =
            key("hibernate.query.plan_cache_max_size", ValueType.COUNT).defaultsTo(2048);
    public static final SettingKey<Boolean> SHOW_SQL =
            key("hibernate.show_sql", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> PERSISTENCE_JDBC_DRIVER =
            key("jakarta.persistence.jdbc.driver", ValueType.TEXT).alsoNamed("javax.persistence.jdbc.driver");
    public static final SettingKey<Secret> PERSISTENCE_JDBC_PASSWORD =
            key("jakarta.persistence.jdbc.password", ValueType.SECRET).alsoNamed("javax.persistence.jdbc.password");
    public static final SettingKey<String> PERSISTENCE_JDBC_URL =
            key("jakarta.persistence.jdbc.url", ValueType.TEXT).alsoNamed("javax.persistence.jdbc.url");
    public static final SettingKey<String> PERSISTENCE_JDBC_USER =
            key("jakarta.persistence.jdbc.user", ValueType.TEXT).alsoNamed("javax.persistence.jdbc.user");
    public static final SettingKey<Duration> PERSISTENCE_LOCK_TIMEOUT =
            key("jakarta.persistence.lock.timeout", ValueType.MILLIS).alsoNamed("javax.persistence.lock.timeout");
    public static final SettingKey<Duration> PERSISTENCE_QUERY_TIMEOUT =
            key("jakarta.persistence.query.timeout", ValueType.MILLIS).alsoNamed("javax.persistence.query.timeout");
    public static final SettingKey<String> PERSISTENCE_SCHEMA_GENERATION_DATABASE_ACTION = key(
                    "jakarta.persistence.schema-generation.database.action",
                    ValueType.oneOf("none", "create", "drop", "drop-and-create"))
            .alsoNamed("javax.persistence.schema-generation.database.action");

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(HibernateKeys.class);

    private HibernateKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.HIBERNATE, name, type, SOURCE);
    }
}
