package dev.tautline.settings;

import java.time.Duration;

/// The settings of the pools that WildFly and JBoss EAP make (subsystem `datasources`, which IronJacamar serves), by
/// the names of their elements.
public final class IronJacamarKeys {
    private static final String SOURCE = "https://docs.wildfly.org/38/wildscribe/subsystem/datasources/data-source/";

    public static final SettingKey<Integer> MAX_POOL_SIZE =
            key("max-pool-size", ValueType.COUNT).defaultsTo(20);
    public static final SettingKey<Integer> MIN_POOL_SIZE =
            key("min-pool-size", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Integer> INITIAL_POOL_SIZE = key("initial-pool-size", ValueType.COUNT);
    public static final SettingKey<Duration> BLOCKING_TIMEOUT_MILLIS =
            key("blocking-timeout-millis", ValueType.MILLIS).defaultsTo(Duration.ofSeconds(30));
    public static final SettingKey<Duration> IDLE_TIMEOUT_MINUTES =
            key("idle-timeout-minutes", Durations.WHOLE_MINUTES);
    public static final SettingKey<Boolean> VALIDATE_ON_MATCH =
            key("validate-on-match", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> BACKGROUND_VALIDATION =
            key("background-validation", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Duration> BACKGROUND_VALIDATION_MILLIS =
            key("background-validation-millis", ValueType.MILLIS);
    public static final SettingKey<String> CHECK_VALID_CONNECTION_SQL =
            key("check-valid-connection-sql", ValueType.TEXT);

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(IronJacamarKeys.class);

    private IronJacamarKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.IRON_JACAMAR, name, type, SOURCE);
    }
}
