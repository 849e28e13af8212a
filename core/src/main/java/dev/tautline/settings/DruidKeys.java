package dev.tautline.settings;

import java.time.Duration;

/// The properties of Druid, Alibaba's connection pool, by the names of its setters. Compared with the library
/// on the class path by a test.
public final class DruidKeys {
    private static final String SOURCE = "https://github.com/alibaba/druid/wiki/DruidDataSource配置属性列表";

    public static final SettingKey<Boolean> ACCESS_TO_UNDERLYING_CONNECTION_ALLOWED =
            key("accessToUnderlyingConnectionAllowed", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> ASYNC_CLOSE_CONNECTION_ENABLE =
            key("asyncCloseConnectionEnable", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> ASYNC_INIT =
            key("asyncInit", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> BREAK_AFTER_ACQUIRE_FAILURE =
            key("breakAfterAcquireFailure", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> CHECK_EXECUTE_TIME =
            key("checkExecuteTime", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> CLEAR_FILTERS_ENABLE =
            key("clearFiltersEnable", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> CONNECT_PROPERTIES = key("connectProperties", ValueType.TEXT);
    /// 0: none. Handed to the driver in its own unit. The default of 1.2.12 was taken back in 1.2.22
    /// (alibaba/druid#5735).
    public static final SettingKey<Duration> CONNECT_TIMEOUT = key("connectTimeout", ValueType.MILLIS)
            .defaultsTo(Duration.ZERO)
            .changedTo(Duration.ofSeconds(10), "1.2.12")
            .changedTo(Duration.ZERO, "1.2.22");
    public static final SettingKey<Integer> CONNECTION_ERROR_RETRY_ATTEMPTS =
            key("connectionErrorRetryAttempts", ValueType.COUNT).defaultsTo(1);
    public static final SettingKey<String> CONNECTION_INIT_SQLS = key("connectionInitSqls", ValueType.TEXT);
    public static final SettingKey<String> CONNECTION_PROPERTIES = key("connectionProperties", ValueType.TEXT);
    public static final SettingKey<String> CREATE_SCHEDULER = key("createScheduler", ValueType.TEXT);
    public static final SettingKey<String> DB_TYPE = key("dbType", ValueType.TEXT);
    public static final SettingKey<Boolean> DEFAULT_AUTO_COMMIT =
            key("defaultAutoCommit", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> DEFAULT_CATALOG = key("defaultCatalog", ValueType.TEXT);
    public static final SettingKey<Boolean> DEFAULT_READ_ONLY = key("defaultReadOnly", ValueType.FLAG);
    public static final SettingKey<String> DEFAULT_TRANSACTION_ISOLATION =
            key("defaultTransactionIsolation", ValueType.TEXT);
    public static final SettingKey<String> DESTROY_SCHEDULER = key("destroyScheduler", ValueType.TEXT);
    public static final SettingKey<String> DRIVER = key("driver", ValueType.TEXT);
    public static final SettingKey<String> DRIVER_CLASS_LOADER = key("driverClassLoader", ValueType.TEXT);
    public static final SettingKey<String> DRIVER_CLASS_NAME = key("driverClassName", ValueType.TEXT);
    public static final SettingKey<Boolean> DUP_CLOSE_LOG_ENABLE =
            key("dupCloseLogEnable", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> ENABLE =
            key("enable", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> EXCEPTION_SORTER = key("exceptionSorter", ValueType.TEXT);
    public static final SettingKey<String> EXCEPTION_SORTER_CLASS_NAME =
            key("exceptionSorterClassName", ValueType.TEXT);
    public static final SettingKey<Boolean> FAIL_FAST =
            key("failFast", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> FILTERS = key("filters", ValueType.TEXT);
    public static final SettingKey<Boolean> INIT_EXCEPTION_THROW =
            key("initExceptionThrow", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> INIT_GLOBAL_VARIANTS =
            key("initGlobalVariants", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> INIT_VARIANTS =
            key("initVariants", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Integer> INITIAL_SIZE =
            key("initialSize", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Boolean> KEEP_ALIVE =
            key("keepAlive", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Duration> KEEP_ALIVE_BETWEEN_TIME_MILLIS =
            key("keepAliveBetweenTimeMillis", ValueType.MILLIS).defaultsTo(Duration.ofMinutes(2));
    public static final SettingKey<Boolean> KEEP_CONNECTION_UNDERLYING_TRANSACTION_ISOLATION =
            key("keepConnectionUnderlyingTransactionIsolation", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> KILL_WHEN_SOCKET_READ_TIMEOUT =
            key("killWhenSocketReadTimeout", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> LOAD_SPIFILTER_SKIP =
            key("loadSpifilterSkip", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> LOG_ABANDONED =
            key("logAbandoned", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> LOG_DIFFERENT_THREAD =
            key("logDifferentThread", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> LOG_WRITER = key("logWriter", ValueType.TEXT);
    public static final SettingKey<Duration> LOGIN_TIMEOUT = key("loginTimeout", ValueType.SECONDS);
    public static final SettingKey<Integer> MAX_ACTIVE =
            key("maxActive", ValueType.COUNT).defaultsTo(8);
    public static final SettingKey<Integer> MAX_CREATE_TASK_COUNT =
            key("maxCreateTaskCount", ValueType.COUNT).defaultsTo(3);
    public static final SettingKey<Duration> MAX_EVICTABLE_IDLE_TIME_MILLIS =
            key("maxEvictableIdleTimeMillis", ValueType.MILLIS).defaultsTo(Duration.ofHours(7));
    /// Has had no effect for years.
    public static final SettingKey<Integer> MAX_IDLE = key("maxIdle", ValueType.COUNT);
    public static final SettingKey<Integer> MAX_OPEN_PREPARED_STATEMENTS =
            key("maxOpenPreparedStatements", ValueType.COUNT).defaultsTo(10);
    public static final SettingKey<Integer> MAX_POOL_PREPARED_STATEMENT_PER_CONNECTION_SIZE =
            key("maxPoolPreparedStatementPerConnectionSize", ValueType.COUNT).defaultsTo(10);
    /// Negative: a request waits for ever.
    public static final SettingKey<Duration> MAX_WAIT =
            key("maxWait", ValueType.MILLIS).defaultsTo(Duration.ofMillis(-1));
    public static final SettingKey<Integer> MAX_WAIT_THREAD_COUNT =
            key("maxWaitThreadCount", ValueType.COUNT).defaultsTo(-1);
    public static final SettingKey<Duration> MIN_EVICTABLE_IDLE_TIME_MILLIS =
            key("minEvictableIdleTimeMillis", ValueType.MILLIS).defaultsTo(Duration.ofMinutes(30));
    public static final SettingKey<Integer> MIN_IDLE =
            key("minIdle", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<String> NAME = key("name", ValueType.TEXT);
    public static final SettingKey<Integer> NOT_FULL_TIMEOUT_RETRY_COUNT =
            key("notFullTimeoutRetryCount", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Integer> NUM_TESTS_PER_EVICTION_RUN = key("numTestsPerEvictionRun", ValueType.COUNT);
    public static final SettingKey<String> OBJECT_NAME = key("objectName", ValueType.TEXT);
    public static final SettingKey<Integer> ON_FATAL_ERROR_MAX_ACTIVE =
            key("onFatalErrorMaxActive", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Boolean> ORACLE =
            key("oracle", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Secret> PASSWORD = key("password", ValueType.SECRET);
    public static final SettingKey<String> PASSWORD_CALLBACK = key("passwordCallback", ValueType.TEXT);
    public static final SettingKey<String> PASSWORD_CALLBACK_CLASS_NAME =
            key("passwordCallbackClassName", ValueType.TEXT);
    public static final SettingKey<Integer> PHY_MAX_USE_COUNT =
            key("phyMaxUseCount", ValueType.COUNT).defaultsTo(-1);
    /// Negative: a connection lives for ever.
    public static final SettingKey<Duration> PHY_TIMEOUT_MILLIS =
            key("phyTimeoutMillis", ValueType.MILLIS).defaultsTo(Duration.ofMillis(-1));
    public static final SettingKey<Boolean> POOL_PREPARED_STATEMENTS =
            key("poolPreparedStatements", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> PROXY_FILTERS = key("proxyFilters", ValueType.TEXT);
    public static final SettingKey<Duration> QUERY_TIMEOUT =
            key("queryTimeout", ValueType.SECONDS).defaultsTo(Duration.ZERO);
    public static final SettingKey<Boolean> REMOVE_ABANDONED =
            key("removeAbandoned", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Duration> REMOVE_ABANDONED_TIMEOUT =
            key("removeAbandonedTimeout", ValueType.SECONDS).defaultsTo(Duration.ofMinutes(5));
    public static final SettingKey<Duration> REMOVE_ABANDONED_TIMEOUT_MILLIS =
            key("removeAbandonedTimeoutMillis", ValueType.MILLIS).defaultsTo(Duration.ofMinutes(5));
    public static final SettingKey<Boolean> RESET_STAT_ENABLE =
            key("resetStatEnable", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> SHARE_PREPARED_STATEMENTS =
            key("sharePreparedStatements", ValueType.FLAG).defaultsTo(false);
    /// 0: none. Handed to the driver in its own unit; the default changed as that of `connectTimeout`.
    public static final SettingKey<Duration> SOCKET_TIMEOUT = key("socketTimeout", ValueType.MILLIS)
            .defaultsTo(Duration.ZERO)
            .changedTo(Duration.ofSeconds(10), "1.2.12")
            .changedTo(Duration.ZERO, "1.2.22");
    public static final SettingKey<String> STAT_LOGGER = key("statLogger", ValueType.TEXT);
    public static final SettingKey<String> STAT_LOGGER_CLASS_NAME = key("statLoggerClassName", ValueType.TEXT);
    public static final SettingKey<Boolean> TEST_ON_BORROW =
            key("testOnBorrow", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> TEST_ON_RETURN =
            key("testOnReturn", ValueType.FLAG).defaultsTo(false);
    /// Without effect while no `validationQuery` is set.
    public static final SettingKey<Boolean> TEST_WHILE_IDLE =
            key("testWhileIdle", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Duration> TIME_BETWEEN_CONNECT_ERROR_MILLIS =
            key("timeBetweenConnectErrorMillis", ValueType.MILLIS).defaultsTo(Duration.ofMillis(500));
    public static final SettingKey<Duration> TIME_BETWEEN_EVICTION_RUNS_MILLIS =
            key("timeBetweenEvictionRunsMillis", ValueType.MILLIS).defaultsTo(Duration.ofMinutes(1));
    public static final SettingKey<Duration> TIME_BETWEEN_LOG_STATS_MILLIS =
            key("timeBetweenLogStatsMillis", ValueType.MILLIS).defaultsTo(Duration.ZERO);
    public static final SettingKey<Duration> TRANSACTION_QUERY_TIMEOUT =
            key("transactionQueryTimeout", ValueType.SECONDS).defaultsTo(Duration.ZERO);
    public static final SettingKey<Duration> TRANSACTION_THRESHOLD_MILLIS =
            key("transactionThresholdMillis", ValueType.MILLIS).defaultsTo(Duration.ZERO);
    public static final SettingKey<String> URL = key("url", ValueType.TEXT);
    public static final SettingKey<Boolean> USE_GLOBAL_DATA_SOURCE_STAT =
            key("useGlobalDataSourceStat", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> USE_LOCAL_SESSION_STATE =
            key("useLocalSessionState", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> USE_ORACLE_IMPLICIT_CACHE =
            key("useOracleImplicitCache", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> USE_PING_METHOD =
            key("usePingMethod", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> USE_UNFAIR_LOCK =
            key("useUnfairLock", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> USER_CALLBACK = key("userCallback", ValueType.TEXT);
    public static final SettingKey<String> USERNAME = key("username", ValueType.TEXT);
    public static final SettingKey<String> VALID_CONNECTION_CHECKER = key("validConnectionChecker", ValueType.TEXT);
    public static final SettingKey<String> VALID_CONNECTION_CHECKER_CLASS_NAME =
            key("validConnectionCheckerClassName", ValueType.TEXT);
    public static final SettingKey<String> VALIDATION_QUERY = key("validationQuery", ValueType.TEXT);
    /// Negative: a test waits for ever.
    public static final SettingKey<Duration> VALIDATION_QUERY_TIMEOUT =
            key("validationQueryTimeout", ValueType.SECONDS).defaultsTo(Duration.ofSeconds(-1));

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(DruidKeys.class);

    private DruidKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.DRUID, name, type, SOURCE);
    }
}
