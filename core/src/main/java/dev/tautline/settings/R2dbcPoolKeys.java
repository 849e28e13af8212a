package dev.tautline.settings;

import java.time.Duration;

/// The settings of R2DBC Pool, by the names that Spring Boot has for them below `spring.r2dbc.pool.`. The defaults are
/// those of `ConnectionPoolConfiguration` of r2dbc-pool 1.0.2 and of Spring Boot's `R2dbcProperties.Pool`.
public final class R2dbcPoolKeys {
    private static final String SOURCE = "https://github.com/r2dbc/r2dbc-pool";

    public static final SettingKey<Integer> ACQUIRE_RETRY =
            key("acquireRetry", ValueType.COUNT).defaultsTo(1);
    public static final SettingKey<Boolean> ENABLED =
            key("enabled", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Integer> INITIAL_SIZE =
            key("initialSize", ValueType.COUNT).defaultsTo(10);
    /// Negative: a subscriber waits without end.
    public static final SettingKey<Duration> MAX_ACQUIRE_TIME =
            key("maxAcquireTime", SpringDuration.TYPE).defaultsTo(Duration.ofMillis(-1));
    /// Negative: no limit for making a connection.
    public static final SettingKey<Duration> MAX_CREATE_CONNECTION_TIME =
            key("maxCreateConnectionTime", SpringDuration.TYPE).defaultsTo(Duration.ofMillis(-1));
    public static final SettingKey<Duration> MAX_IDLE_TIME =
            key("maxIdleTime", SpringDuration.TYPE).defaultsTo(Duration.ofMinutes(30));
    /// Without one, a connection lives for ever.
    public static final SettingKey<Duration> MAX_LIFE_TIME = key("maxLifeTime", SpringDuration.TYPE);
    public static final SettingKey<Integer> MAX_SIZE =
            key("maxSize", ValueType.COUNT).defaultsTo(10);
    public static final SettingKey<Duration> MAX_VALIDATION_TIME = key("maxValidationTime", SpringDuration.TYPE);
    public static final SettingKey<Integer> MIN_IDLE =
            key("minIdle", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<String> VALIDATION_DEPTH =
            key("validationDepth", ValueType.oneOf("local", "remote")).defaultsTo("local");
    public static final SettingKey<String> VALIDATION_QUERY = key("validationQuery", ValueType.TEXT);

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(R2dbcPoolKeys.class);

    private R2dbcPoolKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.R2DBC_POOL, name, type, SOURCE);
    }
}
