package dev.tautline.settings;

import java.time.Duration;

/// The settings of Pgpool-II that rules need, with the defaults of its manual 4.6. What stands in the line of one
/// backend (`backend_hostname0`) is a target's.
public final class PgpoolKeys {
    private static final String CONNECTIONS =
            "https://www.pgpool.net/docs/latest/en/html/runtime-config-connection.html";
    private static final String POOLING =
            "https://www.pgpool.net/docs/latest/en/html/runtime-config-connection-pooling.html";
    private static final String HEALTH = "https://www.pgpool.net/docs/latest/en/html/runtime-config-health-check.html";
    private static final String BALANCING =
            "https://www.pgpool.net/docs/latest/en/html/runtime-config-load-balancing.html";
    private static final String STREAMING =
            "https://www.pgpool.net/docs/latest/en/html/runtime-streaming-replication-check.html";
    private static final String TLS = "https://www.pgpool.net/docs/latest/en/html/runtime-ssl.html";

    public static final SettingKey<Boolean> ALLOW_CLEAR_TEXT_FRONTEND_AUTH = key(
                    "allow_clear_text_frontend_auth", PostgresUnits.SWITCH, CONNECTIONS)
            .defaultsTo(false);
    /// 0: no check.
    public static final SettingKey<Duration> CLIENT_IDLE_LIMIT =
            key("client_idle_limit", PostgresUnits.SECONDS, POOLING).defaultsTo(Duration.ZERO);
    public static final SettingKey<Duration> CHILD_LIFE_TIME =
            key("child_life_time", PostgresUnits.SECONDS, POOLING).defaultsTo(Duration.ofMinutes(5));
    /// 0: a connection lives as long as its process.
    public static final SettingKey<Duration> CONNECTION_LIFE_TIME =
            key("connection_life_time", PostgresUnits.SECONDS, POOLING).defaultsTo(Duration.ZERO);
    public static final SettingKey<Boolean> CONNECTION_CACHE =
            key("connection_cache", PostgresUnits.SWITCH, POOLING).defaultsTo(true);
    /// In bytes; 0: no check.
    public static final SettingKey<Integer> DELAY_THRESHOLD =
            key("delay_threshold", ValueType.COUNT, STREAMING).defaultsTo(0);
    public static final SettingKey<Duration> DELAY_THRESHOLD_BY_TIME =
            key("delay_threshold_by_time", PostgresUnits.MILLIS, STREAMING).defaultsTo(Duration.ZERO);
    public static final SettingKey<Boolean> ENABLE_POOL_HBA =
            key("enable_pool_hba", PostgresUnits.SWITCH, CONNECTIONS).defaultsTo(false);
    /// 0: no check.
    public static final SettingKey<Duration> HEALTH_CHECK_PERIOD =
            key("health_check_period", PostgresUnits.SECONDS, HEALTH).defaultsTo(Duration.ZERO);
    public static final SettingKey<Integer> HEALTH_CHECK_MAX_RETRIES =
            key("health_check_max_retries", ValueType.COUNT, HEALTH).defaultsTo(0);
    public static final SettingKey<Boolean> LOAD_BALANCE_MODE =
            key("load_balance_mode", PostgresUnits.SWITCH, BALANCING).defaultsTo(true);
    public static final SettingKey<Integer> MAX_POOL =
            key("max_pool", ValueType.COUNT, POOLING).defaultsTo(4);
    public static final SettingKey<Integer> NUM_INIT_CHILDREN =
            key("num_init_children", ValueType.COUNT, CONNECTIONS).defaultsTo(32);
    public static final SettingKey<Integer> PORT =
            key("port", ValueType.COUNT, CONNECTIONS).defaultsTo(9999);
    public static final SettingKey<Integer> RESERVED_CONNECTIONS =
            key("reserved_connections", ValueType.COUNT, CONNECTIONS).defaultsTo(0);
    public static final SettingKey<Secret> SR_CHECK_PASSWORD = key("sr_check_password", ValueType.SECRET, STREAMING);
    public static final SettingKey<Secret> HEALTH_CHECK_PASSWORD =
            key("health_check_password", ValueType.SECRET, HEALTH);
    public static final SettingKey<Boolean> SSL =
            key("ssl", PostgresUnits.SWITCH, TLS).defaultsTo(false);

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(PgpoolKeys.class);

    private PgpoolKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type, String source) {
        return SettingKey.of(Product.PGPOOL, name, type, source);
    }
}
