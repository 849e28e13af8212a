package dev.tautline.settings;

import java.time.Duration;

/// The fields of a service in a Compose file that decide how it starts, is reached and is replaced. A name is
/// the path below the service.
public final class ComposeKeys {
    private static final String SERVICES = "https://docs.docker.com/reference/compose-file/services/";
    private static final String DEPLOY = "https://docs.docker.com/reference/compose-file/deploy/";

    /// Unresolved where a file that it names is not in the repository: what it holds is unknown.
    public static final SettingKey<String> ENV_FILE = key("env_file", ValueType.TEXT, SERVICES);
    public static final SettingKey<String> NETWORK_MODE = key("network_mode", ValueType.TEXT, SERVICES);
    /// Started only when one of them is asked for.
    public static final SettingKey<String> PROFILES = key("profiles", ValueType.TEXT, SERVICES);
    public static final SettingKey<String> RESTART = key("restart", ValueType.TEXT, SERVICES);
    public static final SettingKey<String> SHM_SIZE = key("shm_size", ValueType.TEXT, SERVICES);
    public static final SettingKey<Duration> STOP_GRACE_PERIOD =
            key("stop_grace_period", Durations.COMPOSE, SERVICES).defaultsTo(Duration.ofSeconds(10));
    public static final SettingKey<Duration> HEALTHCHECK_INTERVAL =
            key("healthcheck.interval", Durations.COMPOSE, SERVICES).defaultsTo(Duration.ofSeconds(30));
    public static final SettingKey<Duration> HEALTHCHECK_TIMEOUT =
            key("healthcheck.timeout", Durations.COMPOSE, SERVICES).defaultsTo(Duration.ofSeconds(30));
    public static final SettingKey<Integer> HEALTHCHECK_RETRIES =
            key("healthcheck.retries", ValueType.COUNT, SERVICES).defaultsTo(3);
    public static final SettingKey<Duration> HEALTHCHECK_START_PERIOD =
            key("healthcheck.start_period", Durations.COMPOSE, SERVICES).defaultsTo(Duration.ZERO);
    public static final SettingKey<String> ENDPOINT_MODE =
            key("deploy.endpoint_mode", ValueType.oneOf("vip", "dnsrr"), DEPLOY).defaultsTo("vip");
    public static final SettingKey<String> UPDATE_ORDER = key(
                    "deploy.update_config.order", ValueType.oneOf("stop-first", "start-first"), DEPLOY)
            .defaultsTo("stop-first");
    public static final SettingKey<Integer> UPDATE_PARALLELISM =
            key("deploy.update_config.parallelism", ValueType.COUNT, DEPLOY).defaultsTo(1);
    public static final SettingKey<String> MEMORY_LIMIT =
            key("deploy.resources.limits.memory", ValueType.TEXT, DEPLOY).alsoNamed("mem_limit");

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(ComposeKeys.class);

    private ComposeKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type, String source) {
        return SettingKey.of(Product.COMPOSE, name, type, source);
    }
}
