package dev.tautline.settings;

import java.time.Duration;

/// The properties of the Tomcat JDBC pool, by the names of its setters. Compared with the library on the
/// class path by a test.
public final class TomcatJdbcKeys {
    private static final String SOURCE = "https://tomcat.apache.org/tomcat-11.0-doc/jdbc-pool.html";

    public static final SettingKey<Integer> ABANDON_WHEN_PERCENTAGE_FULL =
            key("abandonWhenPercentageFull", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Boolean> ACCESS_TO_UNDERLYING_CONNECTION_ALLOWED =
            key("accessToUnderlyingConnectionAllowed", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> ALTERNATE_USERNAME_ALLOWED =
            key("alternateUsernameAllowed", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> COMMIT_ON_RETURN =
            key("commitOnReturn", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> CONNECTION_PROPERTIES = key("connectionProperties", ValueType.TEXT);
    public static final SettingKey<String> DATA_SOURCE = key("dataSource", ValueType.TEXT);
    public static final SettingKey<String> DATA_SOURCE_JNDI = key("dataSourceJNDI", ValueType.TEXT);
    public static final SettingKey<String> DB_PROPERTIES = key("dbProperties", ValueType.TEXT);
    public static final SettingKey<Boolean> DEFAULT_AUTO_COMMIT = key("defaultAutoCommit", ValueType.FLAG);
    public static final SettingKey<String> DEFAULT_CATALOG = key("defaultCatalog", ValueType.TEXT);
    public static final SettingKey<Boolean> DEFAULT_READ_ONLY = key("defaultReadOnly", ValueType.FLAG);
    public static final SettingKey<String> DEFAULT_TRANSACTION_ISOLATION =
            key("defaultTransactionIsolation", ValueType.TEXT);
    public static final SettingKey<String> DRIVER_CLASS_NAME = key("driverClassName", ValueType.TEXT);
    public static final SettingKey<Boolean> FAIR_QUEUE =
            key("fairQueue", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> IGNORE_EXCEPTION_ON_PRE_LOAD =
            key("ignoreExceptionOnPreLoad", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> INIT_SQL = key("initSQL", ValueType.TEXT);
    public static final SettingKey<Integer> INITIAL_SIZE =
            key("initialSize", ValueType.COUNT).defaultsTo(10);
    public static final SettingKey<String> JDBC_INTERCEPTORS = key("jdbcInterceptors", ValueType.TEXT);
    public static final SettingKey<Boolean> JMX_ENABLED =
            key("jmxEnabled", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> LOG_ABANDONED =
            key("logAbandoned", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> LOG_VALIDATION_ERRORS =
            key("logValidationErrors", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> LOG_WRITER = key("logWriter", ValueType.TEXT);
    /// A setter of every `DataSource`. The pool ignores it and answers with `maxWait`.
    public static final SettingKey<Duration> LOGIN_TIMEOUT = key("loginTimeout", ValueType.SECONDS);
    public static final SettingKey<Integer> MAX_ACTIVE =
            key("maxActive", ValueType.COUNT).defaultsTo(100);
    /// 0: a connection lives for ever.
    public static final SettingKey<Duration> MAX_AGE =
            key("maxAge", ValueType.MILLIS).defaultsTo(Duration.ZERO);
    public static final SettingKey<Integer> MAX_IDLE =
            key("maxIdle", ValueType.COUNT).defaultsTo(100);
    public static final SettingKey<Duration> MAX_WAIT =
            key("maxWait", ValueType.MILLIS).defaultsTo(Duration.ofSeconds(30));
    public static final SettingKey<Duration> MIN_EVICTABLE_IDLE_TIME_MILLIS =
            key("minEvictableIdleTimeMillis", ValueType.MILLIS).defaultsTo(Duration.ofMinutes(1));
    public static final SettingKey<Integer> MIN_IDLE =
            key("minIdle", ValueType.COUNT).defaultsTo(10);
    public static final SettingKey<String> NAME = key("name", ValueType.TEXT);
    public static final SettingKey<Integer> NUM_TESTS_PER_EVICTION_RUN = key("numTestsPerEvictionRun", ValueType.COUNT);
    public static final SettingKey<Secret> PASSWORD = key("password", ValueType.SECRET);
    public static final SettingKey<String> POOL_PROPERTIES = key("poolProperties", ValueType.TEXT);
    public static final SettingKey<Boolean> PROPAGATE_INTERRUPT_STATE =
            key("propagateInterruptState", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> REMOVE_ABANDONED =
            key("removeAbandoned", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Duration> REMOVE_ABANDONED_TIMEOUT =
            key("removeAbandonedTimeout", ValueType.SECONDS).defaultsTo(Duration.ofMinutes(1));
    public static final SettingKey<Boolean> ROLLBACK_ON_RETURN =
            key("rollbackOnReturn", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Duration> SUSPECT_TIMEOUT =
            key("suspectTimeout", ValueType.SECONDS).defaultsTo(Duration.ZERO);
    public static final SettingKey<Boolean> TEST_ON_BORROW =
            key("testOnBorrow", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> TEST_ON_CONNECT =
            key("testOnConnect", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> TEST_ON_RETURN =
            key("testOnReturn", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> TEST_WHILE_IDLE =
            key("testWhileIdle", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Duration> TIME_BETWEEN_EVICTION_RUNS_MILLIS =
            key("timeBetweenEvictionRunsMillis", ValueType.MILLIS).defaultsTo(Duration.ofSeconds(5));
    public static final SettingKey<String> URL = key("url", ValueType.TEXT);
    public static final SettingKey<Boolean> USE_DISPOSABLE_CONNECTION_FACADE =
            key("useDisposableConnectionFacade", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> USE_EQUALS =
            key("useEquals", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> USE_LOCK =
            key("useLock", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> USE_STATEMENT_FACADE =
            key("useStatementFacade", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> USERNAME = key("username", ValueType.TEXT);
    /// How long a test is believed.
    public static final SettingKey<Duration> VALIDATION_INTERVAL =
            key("validationInterval", ValueType.MILLIS).defaultsTo(Duration.ofSeconds(3));
    public static final SettingKey<String> VALIDATION_QUERY = key("validationQuery", ValueType.TEXT);
    /// Without one, a test waits for ever.
    public static final SettingKey<Duration> VALIDATION_QUERY_TIMEOUT =
            key("validationQueryTimeout", ValueType.SECONDS);
    public static final SettingKey<String> VALIDATOR = key("validator", ValueType.TEXT);
    public static final SettingKey<String> VALIDATOR_CLASS_NAME = key("validatorClassName", ValueType.TEXT);

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(TomcatJdbcKeys.class);

    private TomcatJdbcKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.TOMCAT_JDBC, name, type, SOURCE);
    }
}
