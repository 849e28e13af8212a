package dev.tautline.settings;

import java.time.Duration;

/// The keys of the `database:` block of a Dropwizard application, which has a Tomcat JDBC pool underneath.
/// Compared with the fields of `DataSourceFactory` in dropwizard-db 5.0.1.
public final class DropwizardKeys {
    private static final String SOURCE = "https://www.dropwizard.io/en/stable/manual/configuration.html#database";

    public static final SettingKey<String> DRIVER_CLASS = key("driverClass", ValueType.TEXT);
    public static final SettingKey<Integer> ABANDON_WHEN_PERCENTAGE_FULL =
            key("abandonWhenPercentageFull", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Boolean> ALTERNATE_USERNAMES_ALLOWED =
            key("alternateUsernamesAllowed", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> COMMIT_ON_RETURN =
            key("commitOnReturn", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> ROLLBACK_ON_RETURN =
            key("rollbackOnReturn", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> AUTO_COMMIT_BY_DEFAULT = key("autoCommitByDefault", ValueType.FLAG);
    public static final SettingKey<Boolean> READ_ONLY_BY_DEFAULT = key("readOnlyByDefault", ValueType.FLAG);
    public static final SettingKey<String> USER = key("user", ValueType.TEXT);
    public static final SettingKey<Secret> PASSWORD = key("password", ValueType.SECRET);
    public static final SettingKey<String> URL = key("url", ValueType.TEXT);
    public static final SettingKey<String> PROPERTIES = key("properties", ValueType.TEXT);
    public static final SettingKey<String> DEFAULT_CATALOG = key("defaultCatalog", ValueType.TEXT);
    public static final SettingKey<String> DEFAULT_TRANSACTION_ISOLATION =
            key("defaultTransactionIsolation", ValueType.TEXT).defaultsTo("default");
    public static final SettingKey<Boolean> USE_FAIR_QUEUE =
            key("useFairQueue", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Integer> INITIAL_SIZE =
            key("initialSize", ValueType.COUNT).defaultsTo(10);
    public static final SettingKey<Integer> MIN_SIZE =
            key("minSize", ValueType.COUNT).defaultsTo(10);
    public static final SettingKey<Integer> MAX_SIZE =
            key("maxSize", ValueType.COUNT).defaultsTo(100);
    public static final SettingKey<String> INITIALIZATION_QUERY = key("initializationQuery", ValueType.TEXT);
    public static final SettingKey<Boolean> LOG_ABANDONED_CONNECTIONS =
            key("logAbandonedConnections", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> LOG_VALIDATION_ERRORS =
            key("logValidationErrors", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Duration> MAX_CONNECTION_AGE = key("maxConnectionAge", Durations.DROPWIZARD);
    public static final SettingKey<Duration> MAX_WAIT_FOR_CONNECTION =
            key("maxWaitForConnection", Durations.DROPWIZARD).defaultsTo(Duration.ofSeconds(30));
    public static final SettingKey<Duration> MIN_IDLE_TIME =
            key("minIdleTime", Durations.DROPWIZARD).defaultsTo(Duration.ofMinutes(1));
    public static final SettingKey<String> VALIDATION_QUERY =
            key("validationQuery", ValueType.TEXT).defaultsTo("/* Health Check */ SELECT 1");
    public static final SettingKey<Duration> VALIDATION_QUERY_TIMEOUT =
            key("validationQueryTimeout", Durations.DROPWIZARD);
    public static final SettingKey<Boolean> CHECK_CONNECTION_WHILE_IDLE =
            key("checkConnectionWhileIdle", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> CHECK_CONNECTION_ON_BORROW =
            key("checkConnectionOnBorrow", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> CHECK_CONNECTION_ON_CONNECT =
            key("checkConnectionOnConnect", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> CHECK_CONNECTION_ON_RETURN =
            key("checkConnectionOnReturn", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> AUTO_COMMENTS_ENABLED =
            key("autoCommentsEnabled", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Duration> EVICTION_INTERVAL =
            key("evictionInterval", Durations.DROPWIZARD).defaultsTo(Duration.ofSeconds(5));
    public static final SettingKey<Duration> VALIDATION_INTERVAL =
            key("validationInterval", Durations.DROPWIZARD).defaultsTo(Duration.ofSeconds(30));
    public static final SettingKey<String> VALIDATOR_CLASS_NAME = key("validatorClassName", ValueType.TEXT);
    public static final SettingKey<Boolean> REMOVE_ABANDONED =
            key("removeAbandoned", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Duration> REMOVE_ABANDONED_TIMEOUT =
            key("removeAbandonedTimeout", Durations.DROPWIZARD).defaultsTo(Duration.ofMinutes(1));
    public static final SettingKey<String> JDBC_INTERCEPTORS = key("jdbcInterceptors", ValueType.TEXT);
    public static final SettingKey<Boolean> IGNORE_EXCEPTION_ON_PRE_LOAD =
            key("ignoreExceptionOnPreLoad", ValueType.FLAG).defaultsTo(false);

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(DropwizardKeys.class);

    private DropwizardKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.DROPWIZARD, name, type, SOURCE);
    }
}
