package dev.tautline.settings;

import java.time.Duration;

/// The properties of c3p0, by the names of its setters, without the `c3p0.` that stands before them in a
/// properties file. Times are in seconds, except where the name or the manual says milliseconds. Compared by
/// reflection with c3p0 0.14.1, which is not on the class path.
public final class C3p0Keys {
    private static final String SOURCE = "https://www.mchange.com/projects/c3p0/#configuration_properties";

    public static final SettingKey<Integer> ACQUIRE_INCREMENT =
            key("acquireIncrement", ValueType.COUNT).defaultsTo(3);
    public static final SettingKey<Integer> ACQUIRE_RETRY_ATTEMPTS =
            key("acquireRetryAttempts", ValueType.COUNT).defaultsTo(30);
    public static final SettingKey<Duration> ACQUIRE_RETRY_DELAY =
            key("acquireRetryDelay", ValueType.MILLIS).defaultsTo(Duration.ofSeconds(1));
    public static final SettingKey<Boolean> ATTEMPT_RESURRECT_ON_CHECKIN =
            key("attemptResurrectOnCheckin", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> AUTO_COMMIT_ON_CLOSE =
            key("autoCommitOnClose", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> AUTOMATIC_TEST_TABLE = key("automaticTestTable", ValueType.TEXT);
    public static final SettingKey<Boolean> BREAK_AFTER_ACQUIRE_FAILURE =
            key("breakAfterAcquireFailure", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> CANCEL_AUTOMATICALLY_CLOSED_STATEMENTS =
            key("cancelAutomaticallyClosedStatements", ValueType.FLAG).defaultsTo(false);
    /// 0: a request waits for ever.
    public static final SettingKey<Duration> CHECKOUT_TIMEOUT =
            key("checkoutTimeout", ValueType.MILLIS).defaultsTo(Duration.ZERO);
    public static final SettingKey<String> CONNECTION_CUSTOMIZER_CLASS_NAME =
            key("connectionCustomizerClassName", ValueType.TEXT);
    public static final SettingKey<Duration> CONNECTION_IS_VALID_TIMEOUT =
            key("connectionIsValidTimeout", ValueType.SECONDS).defaultsTo(Duration.ZERO);
    public static final SettingKey<String> CONNECTION_POOL_DATA_SOURCE =
            key("connectionPoolDataSource", ValueType.TEXT);
    public static final SettingKey<String> CONNECTION_TESTER_CLASS_NAME =
            key("connectionTesterClassName", ValueType.TEXT);
    public static final SettingKey<String> CONTEXT_CLASS_LOADER_SOURCE = key(
                    "contextClassLoaderSource", ValueType.oneOf("caller", "library", "none"))
            .defaultsTo("caller");
    public static final SettingKey<String> DATA_SOURCE_NAME = key("dataSourceName", ValueType.TEXT);
    public static final SettingKey<Boolean> DEBUG_UNRETURNED_CONNECTION_STACK_TRACES =
            key("debugUnreturnedConnectionStackTraces", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> DESCRIPTION = key("description", ValueType.TEXT);
    public static final SettingKey<String> DRIVER_CLASS = key("driverClass", ValueType.TEXT);
    public static final SettingKey<String> EXTENSIONS = key("extensions", ValueType.TEXT);
    public static final SettingKey<String> FACTORY_CLASS_LOCATION = key("factoryClassLocation", ValueType.TEXT);
    public static final SettingKey<Boolean> FORCE_IGNORE_UNRESOLVED_TRANSACTIONS =
            key("forceIgnoreUnresolvedTransactions", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> FORCE_SYNCHRONOUS_CHECKINS =
            key("forceSynchronousCheckins", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> FORCE_USE_NAMED_DRIVER_CLASS =
            key("forceUseNamedDriverClass", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> IDENTITY_TOKEN = key("identityToken", ValueType.TEXT);
    /// 0: idle connections are never tested.
    public static final SettingKey<Duration> IDLE_CONNECTION_TEST_PERIOD =
            key("idleConnectionTestPeriod", ValueType.SECONDS).defaultsTo(Duration.ZERO);
    public static final SettingKey<Integer> INITIAL_POOL_SIZE =
            key("initialPoolSize", ValueType.COUNT).defaultsTo(3);
    public static final SettingKey<String> JDBC_URL = key("jdbcUrl", ValueType.TEXT);
    public static final SettingKey<String> LOG_WRITER = key("logWriter", ValueType.TEXT);
    public static final SettingKey<Duration> LOGIN_TIMEOUT =
            key("loginTimeout", ValueType.SECONDS).defaultsTo(Duration.ZERO);
    public static final SettingKey<String> MARK_SESSION_BOUNDARIES = key(
                    "markSessionBoundaries", ValueType.oneOf("always", "never", "if-no-statement-cache"))
            .defaultsTo("always");
    public static final SettingKey<Duration> MAX_ADMINISTRATIVE_TASK_TIME =
            key("maxAdministrativeTaskTime", ValueType.SECONDS).defaultsTo(Duration.ZERO);
    /// 0: a connection lives for ever.
    public static final SettingKey<Duration> MAX_CONNECTION_AGE =
            key("maxConnectionAge", ValueType.SECONDS).defaultsTo(Duration.ZERO);
    /// 0: an idle connection is kept for ever.
    public static final SettingKey<Duration> MAX_IDLE_TIME =
            key("maxIdleTime", ValueType.SECONDS).defaultsTo(Duration.ZERO);
    public static final SettingKey<Duration> MAX_IDLE_TIME_EXCESS_CONNECTIONS =
            key("maxIdleTimeExcessConnections", ValueType.SECONDS).defaultsTo(Duration.ZERO);
    public static final SettingKey<Integer> MAX_POOL_SIZE =
            key("maxPoolSize", ValueType.COUNT).defaultsTo(15);
    public static final SettingKey<Integer> MAX_STATEMENTS =
            key("maxStatements", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Integer> MAX_STATEMENTS_PER_CONNECTION =
            key("maxStatementsPerConnection", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Integer> MIN_POOL_SIZE =
            key("minPoolSize", ValueType.COUNT).defaultsTo(3);
    public static final SettingKey<Integer> NUM_HELPER_THREADS =
            key("numHelperThreads", ValueType.COUNT).defaultsTo(3);
    public static final SettingKey<Secret> OVERRIDE_DEFAULT_PASSWORD = key("overrideDefaultPassword", ValueType.SECRET);
    public static final SettingKey<String> OVERRIDE_DEFAULT_USER = key("overrideDefaultUser", ValueType.TEXT);
    public static final SettingKey<Secret> PASSWORD = key("password", ValueType.SECRET);
    public static final SettingKey<String> PREFERRED_TEST_QUERY = key("preferredTestQuery", ValueType.TEXT);
    public static final SettingKey<Boolean> PRIVILEGE_SPAWNED_THREADS =
            key("privilegeSpawnedThreads", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> PROPERTIES = key("properties", ValueType.TEXT);
    public static final SettingKey<Duration> PROPERTY_CYCLE =
            key("propertyCycle", ValueType.SECONDS).defaultsTo(Duration.ZERO);
    public static final SettingKey<Integer> STATEMENT_CACHE_NUM_DEFERRED_CLOSE_THREADS =
            key("statementCacheNumDeferredCloseThreads", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<String> TASK_RUNNER_FACTORY_CLASS_NAME = key(
                    "taskRunnerFactoryClassName", ValueType.TEXT)
            .defaultsTo("com.mchange.v2.c3p0.impl.DefaultTaskRunnerFactory");
    public static final SettingKey<Boolean> TEST_CONNECTION_ON_CHECKIN =
            key("testConnectionOnCheckin", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> TEST_CONNECTION_ON_CHECKOUT =
            key("testConnectionOnCheckout", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Duration> UNRETURNED_CONNECTION_TIMEOUT =
            key("unreturnedConnectionTimeout", ValueType.SECONDS).defaultsTo(Duration.ZERO);
    public static final SettingKey<String> USER = key("user", ValueType.TEXT);
    public static final SettingKey<String> USER_OVERRIDES_AS_STRING = key("userOverridesAsString", ValueType.TEXT);
    /// Of older versions only.
    public static final SettingKey<Boolean> USES_TRADITIONAL_REFLECTIVE_PROXIES =
            key("usesTraditionalReflectiveProxies", ValueType.FLAG);

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(C3p0Keys.class);

    private C3p0Keys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.C3P0, name, type, SOURCE);
    }
}
