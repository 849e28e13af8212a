package dev.tautline.settings;

import java.time.Duration;

/// The properties of Apache Commons DBCP 2, by the names of its setters. Compared with the library on the
/// class path by a test.
public final class Dbcp2Keys {
    private static final String SOURCE = "https://commons.apache.org/proper/commons-dbcp/configuration.html";

    public static final SettingKey<String> ABANDONED_LOG_WRITER = key("abandonedLogWriter", ValueType.TEXT);
    public static final SettingKey<Boolean> ABANDONED_USAGE_TRACKING =
            key("abandonedUsageTracking", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> ACCESS_TO_UNDERLYING_CONNECTION_ALLOWED =
            key("accessToUnderlyingConnectionAllowed", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> AUTO_COMMIT_ON_RETURN = key("autoCommitOnReturn", ValueType.FLAG)
            .alsoNamed("enableAutoCommitOnReturn")
            .defaultsTo(true);
    public static final SettingKey<Boolean> CACHE_STATE =
            key("cacheState", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> CLEAR_STATEMENT_POOL_ON_RETURN =
            key("clearStatementPoolOnReturn", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> CONNECTION_FACTORY_CLASS_NAME =
            key("connectionFactoryClassName", ValueType.TEXT);
    public static final SettingKey<String> CONNECTION_INIT_SQLS = key("connectionInitSqls", ValueType.TEXT);
    public static final SettingKey<String> CONNECTION_PROPERTIES = key("connectionProperties", ValueType.TEXT);
    public static final SettingKey<Boolean> DEFAULT_AUTO_COMMIT = key("defaultAutoCommit", ValueType.FLAG);
    public static final SettingKey<String> DEFAULT_CATALOG = key("defaultCatalog", ValueType.TEXT);
    public static final SettingKey<Duration> DEFAULT_QUERY_TIMEOUT = key("defaultQueryTimeout", ValueType.SECONDS);
    public static final SettingKey<Boolean> DEFAULT_READ_ONLY = key("defaultReadOnly", ValueType.FLAG);
    public static final SettingKey<String> DEFAULT_SCHEMA = key("defaultSchema", ValueType.TEXT);
    public static final SettingKey<String> DEFAULT_TRANSACTION_ISOLATION =
            key("defaultTransactionIsolation", ValueType.TEXT);
    public static final SettingKey<String> DISCONNECTION_IGNORE_SQL_CODES =
            key("disconnectionIgnoreSqlCodes", ValueType.TEXT);
    public static final SettingKey<String> DISCONNECTION_SQL_CODES = key("disconnectionSqlCodes", ValueType.TEXT);
    public static final SettingKey<String> DRIVER = key("driver", ValueType.TEXT);
    public static final SettingKey<String> DRIVER_CLASS_LOADER = key("driverClassLoader", ValueType.TEXT);
    public static final SettingKey<String> DRIVER_CLASS_NAME = key("driverClassName", ValueType.TEXT);
    /// Negative: idle connections are never looked at.
    public static final SettingKey<Duration> DURATION_BETWEEN_EVICTION_RUNS =
            key("durationBetweenEvictionRuns", Durations.ISO).defaultsTo(Duration.ofMillis(-1));
    public static final SettingKey<String> EVICTION_POLICY_CLASS_NAME = key("evictionPolicyClassName", ValueType.TEXT)
            .defaultsTo("org.apache.commons.pool2.impl.DefaultEvictionPolicy");
    public static final SettingKey<Boolean> FAST_FAIL_VALIDATION =
            key("fastFailValidation", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Integer> INITIAL_SIZE =
            key("initialSize", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<String> JMX_NAME = key("jmxName", ValueType.TEXT);
    public static final SettingKey<Boolean> LIFO = key("lifo", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> LOG_ABANDONED =
            key("logAbandoned", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> LOG_EXPIRED_CONNECTIONS =
            key("logExpiredConnections", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> LOG_WRITER = key("logWriter", ValueType.TEXT);
    public static final SettingKey<Duration> LOGIN_TIMEOUT = key("loginTimeout", ValueType.SECONDS);
    /// The setter that newer versions have for `maxConnLifetimeMillis`.
    public static final SettingKey<Duration> MAX_CONN = key("maxConn", Durations.ISO);
    /// Negative: a connection lives for ever.
    public static final SettingKey<Duration> MAX_CONN_LIFETIME_MILLIS =
            key("maxConnLifetimeMillis", ValueType.MILLIS).defaultsTo(Duration.ofMillis(-1));
    public static final SettingKey<Integer> MAX_IDLE =
            key("maxIdle", ValueType.COUNT).defaultsTo(8);
    public static final SettingKey<Integer> MAX_OPEN_PREPARED_STATEMENTS =
            key("maxOpenPreparedStatements", ValueType.COUNT).defaultsTo(-1);
    public static final SettingKey<Integer> MAX_TOTAL =
            key("maxTotal", ValueType.COUNT).defaultsTo(8);
    /// The setter that newer versions have for `maxWaitMillis`.
    public static final SettingKey<Duration> MAX_WAIT = key("maxWait", Durations.ISO);
    /// Negative: a request waits for ever.
    public static final SettingKey<Duration> MAX_WAIT_MILLIS =
            key("maxWaitMillis", ValueType.MILLIS).defaultsTo(Duration.ofMillis(-1));
    /// The setter that newer versions have for `minEvictableIdleTimeMillis`.
    public static final SettingKey<Duration> MIN_EVICTABLE_IDLE = key("minEvictableIdle", Durations.ISO);
    public static final SettingKey<Duration> MIN_EVICTABLE_IDLE_TIME_MILLIS =
            key("minEvictableIdleTimeMillis", ValueType.MILLIS).defaultsTo(Duration.ofMinutes(30));
    public static final SettingKey<Integer> MIN_IDLE =
            key("minIdle", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Integer> NUM_TESTS_PER_EVICTION_RUN =
            key("numTestsPerEvictionRun", ValueType.COUNT).defaultsTo(3);
    public static final SettingKey<Secret> PASSWORD = key("password", ValueType.SECRET);
    public static final SettingKey<Boolean> POOL_PREPARED_STATEMENTS =
            key("poolPreparedStatements", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> REGISTER_CONNECTION_M_BEAN = key("registerConnectionMBean", ValueType.FLAG);
    public static final SettingKey<Boolean> REMOVE_ABANDONED_ON_BORROW =
            key("removeAbandonedOnBorrow", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> REMOVE_ABANDONED_ON_MAINTENANCE =
            key("removeAbandonedOnMaintenance", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Duration> REMOVE_ABANDONED_TIMEOUT =
            key("removeAbandonedTimeout", ValueType.SECONDS).defaultsTo(Duration.ofMinutes(5));
    public static final SettingKey<Boolean> ROLLBACK_ON_RETURN =
            key("rollbackOnReturn", ValueType.FLAG).defaultsTo(true);
    /// The setter that newer versions have for `softMinEvictableIdleTimeMillis`.
    public static final SettingKey<Duration> SOFT_MIN_EVICTABLE_IDLE = key("softMinEvictableIdle", Durations.ISO);
    public static final SettingKey<Duration> SOFT_MIN_EVICTABLE_IDLE_TIME_MILLIS =
            key("softMinEvictableIdleTimeMillis", ValueType.MILLIS).defaultsTo(Duration.ofMillis(-1));
    public static final SettingKey<Boolean> TEST_ON_BORROW =
            key("testOnBorrow", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> TEST_ON_CREATE =
            key("testOnCreate", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> TEST_ON_RETURN =
            key("testOnReturn", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> TEST_WHILE_IDLE =
            key("testWhileIdle", ValueType.FLAG).defaultsTo(false);
    /// Negative: idle connections are never looked at.
    public static final SettingKey<Duration> TIME_BETWEEN_EVICTION_RUNS_MILLIS =
            key("timeBetweenEvictionRunsMillis", ValueType.MILLIS).defaultsTo(Duration.ofMillis(-1));
    public static final SettingKey<String> URL = key("url", ValueType.TEXT);
    public static final SettingKey<String> USERNAME = key("username", ValueType.TEXT);
    public static final SettingKey<String> VALIDATION_QUERY = key("validationQuery", ValueType.TEXT);
    /// Negative: a test waits for ever.
    public static final SettingKey<Duration> VALIDATION_QUERY_TIMEOUT =
            key("validationQueryTimeout", ValueType.SECONDS).defaultsTo(Duration.ofSeconds(-1));

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(Dbcp2Keys.class);

    private Dbcp2Keys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.DBCP2, name, type, SOURCE);
    }
}
