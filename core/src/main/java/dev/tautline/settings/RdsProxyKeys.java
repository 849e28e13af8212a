package dev.tautline.settings;

import java.time.Duration;

/// The settings of Amazon RDS Proxy that rules need, as Terraform writes them (provider `aws`, resources
/// `aws_db_proxy` and `aws_db_proxy_default_target_group`).
public final class RdsProxyKeys {
    private static final String SOURCE =
            "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-connections.html";

    public static final SettingKey<Duration> IDLE_CLIENT_TIMEOUT =
            key("idle_client_timeout", ValueType.SECONDS).defaultsTo(Duration.ofMinutes(30));
    public static final SettingKey<Boolean> REQUIRE_TLS =
            key("require_tls", ValueType.FLAG).defaultsTo(false);
    /// How long a client waits for a connection.
    public static final SettingKey<Duration> CONNECTION_BORROW_TIMEOUT =
            key("connection_borrow_timeout", ValueType.SECONDS).defaultsTo(Duration.ofMinutes(2));
    public static final SettingKey<Integer> MAX_CONNECTIONS_PERCENT =
            key("max_connections_percent", ValueType.COUNT).defaultsTo(100);

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(RdsProxyKeys.class);

    private RdsProxyKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.RDS_PROXY, name, type, SOURCE);
    }
}
