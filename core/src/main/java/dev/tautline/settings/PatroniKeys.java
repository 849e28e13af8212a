package dev.tautline.settings;

import java.time.Duration;

/// The settings of Patroni that rules judge, by their paths in its file; those of `bootstrap.dcs` without that
/// beginning, as in the dynamic configuration that they become. Times are whole seconds.
public final class PatroniKeys {
    private static final String DYNAMIC = "https://patroni.readthedocs.io/en/latest/dynamic_configuration.html";
    private static final String LOCAL = "https://patroni.readthedocs.io/en/latest/yaml_configuration.html";

    public static final SettingKey<Boolean> FAILSAFE_MODE =
            key("failsafe_mode", ValueType.FLAG, DYNAMIC).defaultsTo(false);
    public static final SettingKey<Duration> LOOP_WAIT =
            key("loop_wait", ValueType.SECONDS, DYNAMIC).defaultsTo(Duration.ofSeconds(10));
    /// In bytes.
    public static final SettingKey<Integer> MAXIMUM_LAG_ON_FAILOVER =
            key("maximum_lag_on_failover", ValueType.COUNT, DYNAMIC).defaultsTo(1_048_576);
    /// The first of the passwords with which Patroni logs in to PostgreSQL: `superuser`, `replication`, `rewind`.
    public static final SettingKey<Secret> AUTHENTICATION_PASSWORD =
            key("postgresql.authentication.password", ValueType.SECRET, LOCAL);
    public static final SettingKey<String> NAME = key("name", ValueType.TEXT, LOCAL);
    public static final SettingKey<Duration> PRIMARY_START_TIMEOUT = key(
                    "primary_start_timeout", ValueType.SECONDS, DYNAMIC)
            .alsoNamed("master_start_timeout")
            .defaultsTo(Duration.ofMinutes(5));
    public static final SettingKey<Duration> RETRY_TIMEOUT =
            key("retry_timeout", ValueType.SECONDS, DYNAMIC).defaultsTo(Duration.ofSeconds(10));
    public static final SettingKey<String> SCOPE = key("scope", ValueType.TEXT, LOCAL);
    public static final SettingKey<String> SYNCHRONOUS_MODE = key(
                    "synchronous_mode", ValueType.oneOf("off", "false", "on", "true", "quorum"), DYNAMIC)
            .defaultsTo("off");
    public static final SettingKey<Boolean> SYNCHRONOUS_MODE_STRICT =
            key("synchronous_mode_strict", ValueType.FLAG, DYNAMIC).defaultsTo(false);
    public static final SettingKey<Duration> TTL =
            key("ttl", ValueType.SECONDS, DYNAMIC).defaultsTo(Duration.ofSeconds(30));
    public static final SettingKey<String> WATCHDOG_MODE = key(
                    "watchdog.mode", ValueType.oneOf("off", "false", "automatic", "required"), LOCAL)
            .defaultsTo("automatic");

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(PatroniKeys.class);

    private PatroniKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type, String source) {
        return SettingKey.of(Product.PATRONI, name, type, source);
    }
}
