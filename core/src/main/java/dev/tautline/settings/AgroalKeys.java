package dev.tautline.settings;

import java.time.Duration;

/// The properties of Agroal by the names that its own `AgroalPropertiesReader` reads; a time can be written
/// in ISO-8601, or under the name with its unit behind it. Quarkus has names of its own: [QuarkusKeys].
/// Compared with the library on the class path by a test.
public final class AgroalKeys {
    private static final String SOURCE = "https://agroal.github.io/docs.html";

    public static final SettingKey<String> IMPLEMENTATION = key("implementation", ValueType.TEXT);
    public static final SettingKey<Boolean> METRICS_ENABLED =
            key("metricsEnabled", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Integer> MIN_SIZE =
            key("minSize", ValueType.COUNT).defaultsTo(0);
    /// Must be set; it has no limit otherwise.
    public static final SettingKey<Integer> MAX_SIZE = key("maxSize", ValueType.COUNT);
    public static final SettingKey<Integer> INITIAL_SIZE =
            key("initialSize", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Boolean> FLUSH_ON_CLOSE =
            key("flushOnClose", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> CONNECTION_VALIDATOR = key("connectionValidator", ValueType.TEXT);
    public static final SettingKey<Boolean> ENHANCED_LEAK_REPORT =
            key("enhancedLeakReport", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> EXCEPTION_SORTER = key("exceptionSorter", ValueType.TEXT);
    public static final SettingKey<String> MULTIPLE_ACQUISITION = key(
                    "multipleAcquisition", ValueType.oneOf("OFF", "LENIENT", "WARN", "STRICT"))
            .defaultsTo("LENIENT");
    public static final SettingKey<String> TRANSACTION_REQUIREMENT = key(
                    "transactionRequirement", ValueType.oneOf("OFF", "WARN", "STRICT"))
            .defaultsTo("OFF");
    public static final SettingKey<Boolean> VALIDATE_ON_BORROW =
            key("validateOnBorrow", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Integer> ESTABLISHMENT_RETRY_ATTEMPTS =
            key("establishmentRetryAttempts", ValueType.COUNT).defaultsTo(1);
    /// 0: a request waits for ever.
    public static final SettingKey<Duration> ACQUISITION_TIMEOUT =
            key("acquisitionTimeout", Durations.ISO).defaultsTo(Duration.ZERO);
    public static final SettingKey<Duration> ACQUISITION_TIMEOUT_MS = key("acquisitionTimeout_ms", ValueType.MILLIS);
    public static final SettingKey<Duration> ACQUISITION_TIMEOUT_S = key("acquisitionTimeout_s", ValueType.SECONDS);
    public static final SettingKey<Duration> ACQUISITION_TIMEOUT_M =
            key("acquisitionTimeout_m", Durations.WHOLE_MINUTES);
    /// 0: idle connections are not tested before they are handed out.
    public static final SettingKey<Duration> IDLE_VALIDATION =
            key("idleValidation", Durations.ISO).defaultsTo(Duration.ZERO);
    public static final SettingKey<Duration> IDLE_VALIDATION_MS = key("idleValidation_ms", ValueType.MILLIS);
    public static final SettingKey<Duration> IDLE_VALIDATION_S = key("idleValidation_s", ValueType.SECONDS);
    public static final SettingKey<Duration> IDLE_VALIDATION_M = key("idleValidation_m", Durations.WHOLE_MINUTES);
    public static final SettingKey<Duration> VALIDATION_TIMEOUT =
            key("validationTimeout", Durations.ISO).defaultsTo(Duration.ZERO);
    public static final SettingKey<Duration> VALIDATION_TIMEOUT_MS = key("validationTimeout_ms", ValueType.MILLIS);
    public static final SettingKey<Duration> VALIDATION_TIMEOUT_S = key("validationTimeout_s", ValueType.SECONDS);
    public static final SettingKey<Duration> VALIDATION_TIMEOUT_M = key("validationTimeout_m", Durations.WHOLE_MINUTES);
    public static final SettingKey<Duration> LEAK_TIMEOUT =
            key("leakTimeout", Durations.ISO).defaultsTo(Duration.ZERO);
    public static final SettingKey<Duration> LEAK_TIMEOUT_MS = key("leakTimeout_ms", ValueType.MILLIS);
    public static final SettingKey<Duration> LEAK_TIMEOUT_S = key("leakTimeout_s", ValueType.SECONDS);
    public static final SettingKey<Duration> LEAK_TIMEOUT_M = key("leakTimeout_m", Durations.WHOLE_MINUTES);
    public static final SettingKey<Duration> REAP_TIMEOUT =
            key("reapTimeout", Durations.ISO).defaultsTo(Duration.ZERO);
    public static final SettingKey<Duration> REAP_TIMEOUT_MS = key("reapTimeout_ms", ValueType.MILLIS);
    public static final SettingKey<Duration> REAP_TIMEOUT_S = key("reapTimeout_s", ValueType.SECONDS);
    public static final SettingKey<Duration> REAP_TIMEOUT_M = key("reapTimeout_m", Durations.WHOLE_MINUTES);
    /// 0: a connection lives for ever.
    public static final SettingKey<Duration> MAX_LIFETIME =
            key("maxLifetime", Durations.ISO).defaultsTo(Duration.ZERO);
    public static final SettingKey<Duration> MAX_LIFETIME_MS = key("maxLifetime_ms", ValueType.MILLIS);
    public static final SettingKey<Duration> MAX_LIFETIME_S = key("maxLifetime_s", ValueType.SECONDS);
    public static final SettingKey<Duration> MAX_LIFETIME_M = key("maxLifetime_m", Durations.WHOLE_MINUTES);
    public static final SettingKey<Duration> ESTABLISHMENT_RETRY_INTERVAL =
            key("establishmentRetryInterval", Durations.ISO).defaultsTo(Duration.ofSeconds(1));
    public static final SettingKey<Duration> ESTABLISHMENT_RETRY_INTERVAL_MS =
            key("establishmentRetryInterval_ms", ValueType.MILLIS);
    public static final SettingKey<Duration> ESTABLISHMENT_RETRY_INTERVAL_S =
            key("establishmentRetryInterval_s", ValueType.SECONDS);
    public static final SettingKey<Duration> ESTABLISHMENT_RETRY_INTERVAL_M =
            key("establishmentRetryInterval_m", Durations.WHOLE_MINUTES);
    public static final SettingKey<String> JDBC_URL = key("jdbcUrl", ValueType.TEXT);
    public static final SettingKey<Boolean> AUTO_COMMIT =
            key("autoCommit", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> READ_ONLY =
            key("readOnly", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> TRACK_JDBC_RESOURCES =
            key("trackJdbcResources", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Duration> LOGIN_TIMEOUT =
            key("loginTimeout", Durations.ISO).defaultsTo(Duration.ZERO);
    public static final SettingKey<Duration> NETWORK_TIMEOUT =
            key("networkTimeout", Durations.ISO).defaultsTo(Duration.ZERO);
    public static final SettingKey<String> INITIAL_SQL = key("initialSQL", ValueType.TEXT);
    public static final SettingKey<String> PROVIDER_CLASS_NAME = key("providerClassName", ValueType.TEXT);
    public static final SettingKey<String> JDBC_TRANSACTION_ISOLATION = key("jdbcTransactionIsolation", ValueType.TEXT);
    public static final SettingKey<String> PRINCIPAL = key("principal", ValueType.TEXT);
    public static final SettingKey<Secret> CREDENTIAL = key("credential", ValueType.SECRET);
    public static final SettingKey<Boolean> POOL_RECOVERY =
            key("poolRecovery", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> RECOVERY_PRINCIPAL = key("recoveryPrincipal", ValueType.TEXT);
    public static final SettingKey<Secret> RECOVERY_CREDENTIAL = key("recoveryCredential", ValueType.SECRET);
    public static final SettingKey<String> JDBC_PROPERTIES = key("jdbcProperties", ValueType.TEXT);
    public static final SettingKey<String> XA_PROPERTIES = key("xaProperties", ValueType.TEXT);

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(AgroalKeys.class);

    private AgroalKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.AGROAL, name, type, SOURCE);
    }
}
