package dev.tautline.settings;

import java.time.Duration;

/// The properties of HikariCP, by the names of its setters. Compared with the library on the class path by a test.
public final class HikariKeys {
    private static final String SOURCE = "https://github.com/brettwooldridge/HikariCP#gear-configuration-knobs-baby";

    public static final SettingKey<Boolean> ALLOW_POOL_SUSPENSION =
            key("allowPoolSuspension", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> AUTO_COMMIT =
            key("autoCommit", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> CATALOG = key("catalog", ValueType.TEXT);
    public static final SettingKey<String> CONNECTION_INIT_SQL = key("connectionInitSql", ValueType.TEXT);
    public static final SettingKey<String> CONNECTION_TEST_QUERY = key("connectionTestQuery", ValueType.TEXT);
    public static final SettingKey<Duration> CONNECTION_TIMEOUT =
            key("connectionTimeout", ValueType.MILLIS).defaultsTo(Duration.ofSeconds(30));
    public static final SettingKey<Secret> CREDENTIALS = key("credentials", ValueType.SECRET);
    public static final SettingKey<String> CREDENTIALS_PROVIDER = key("credentialsProvider", ValueType.TEXT);
    public static final SettingKey<String> CREDENTIALS_PROVIDER_CLASS_NAME =
            key("credentialsProviderClassName", ValueType.TEXT);
    public static final SettingKey<String> DATA_SOURCE = key("dataSource", ValueType.TEXT);
    public static final SettingKey<String> DATA_SOURCE_CLASS_NAME = key("dataSourceClassName", ValueType.TEXT);
    public static final SettingKey<String> DATA_SOURCE_JNDI = key("dataSourceJNDI", ValueType.TEXT);
    public static final SettingKey<String> DATA_SOURCE_PROPERTIES = key("dataSourceProperties", ValueType.TEXT);
    public static final SettingKey<String> DRIVER_CLASS_NAME = key("driverClassName", ValueType.TEXT);
    public static final SettingKey<String> EXCEPTION_OVERRIDE = key("exceptionOverride", ValueType.TEXT);
    public static final SettingKey<String> EXCEPTION_OVERRIDE_CLASS_NAME =
            key("exceptionOverrideClassName", ValueType.TEXT).addedIn("3.4.5");
    public static final SettingKey<String> HEALTH_CHECK_PROPERTIES = key("healthCheckProperties", ValueType.TEXT);
    public static final SettingKey<String> HEALTH_CHECK_REGISTRY = key("healthCheckRegistry", ValueType.TEXT);
    public static final SettingKey<Duration> IDLE_TIMEOUT =
            key("idleTimeout", ValueType.MILLIS).defaultsTo(Duration.ofMinutes(10));
    public static final SettingKey<Duration> INITIALIZATION_FAIL_TIMEOUT =
            key("initializationFailTimeout", ValueType.MILLIS).defaultsTo(Duration.ofMillis(1));
    public static final SettingKey<Boolean> ISOLATE_INTERNAL_QUERIES =
            key("isolateInternalQueries", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> JDBC_URL = key("jdbcUrl", ValueType.TEXT);
    /// Off by default until 6.2.0.
    public static final SettingKey<Duration> KEEPALIVE_TIME = key("keepaliveTime", ValueType.MILLIS)
            .defaultsTo(Duration.ZERO)
            .changedTo(Duration.ofMinutes(2), "6.2.1")
            .addedIn("4.0.0");
    public static final SettingKey<Duration> LEAK_DETECTION_THRESHOLD =
            key("leakDetectionThreshold", ValueType.MILLIS).defaultsTo(Duration.ZERO);
    public static final SettingKey<String> LOG_WRITER = key("logWriter", ValueType.TEXT);
    /// A setter of every `DataSource`; HikariCP hands it to the driver manager, in seconds.
    public static final SettingKey<Duration> LOGIN_TIMEOUT = key("loginTimeout", ValueType.SECONDS);
    public static final SettingKey<Integer> MAXIMUM_POOL_SIZE =
            key("maximumPoolSize", ValueType.COUNT).defaultsTo(10);
    public static final SettingKey<Duration> MAX_LIFETIME =
            key("maxLifetime", ValueType.MILLIS).defaultsTo(Duration.ofMinutes(30));
    public static final SettingKey<String> METRICS_TRACKER_FACTORY = key("metricsTrackerFactory", ValueType.TEXT);
    public static final SettingKey<String> METRIC_REGISTRY = key("metricRegistry", ValueType.TEXT);
    /// The same as `maximumPoolSize` when nobody sets it, so it has no fixed default here.
    public static final SettingKey<Integer> MINIMUM_IDLE = key("minimumIdle", ValueType.COUNT);
    public static final SettingKey<Secret> PASSWORD = key("password", ValueType.SECRET);
    public static final SettingKey<String> POOL_NAME = key("poolName", ValueType.TEXT);
    public static final SettingKey<Boolean> READ_ONLY =
            key("readOnly", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> REGISTER_MBEANS =
            key("registerMbeans", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> SCHEDULED_EXECUTOR = key("scheduledExecutor", ValueType.TEXT);
    public static final SettingKey<String> SCHEMA = key("schema", ValueType.TEXT);
    public static final SettingKey<String> THREAD_FACTORY = key("threadFactory", ValueType.TEXT);
    public static final SettingKey<String> TRANSACTION_ISOLATION = key("transactionIsolation", ValueType.TEXT);
    public static final SettingKey<String> USERNAME = key("username", ValueType.TEXT);
    public static final SettingKey<Duration> VALIDATION_TIMEOUT =
            key("validationTimeout", ValueType.MILLIS).defaultsTo(Duration.ofSeconds(5));

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(HikariKeys.class);

    private HikariKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.HIKARICP, name, type, SOURCE);
    }
}
