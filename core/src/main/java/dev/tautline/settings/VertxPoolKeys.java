package dev.tautline.settings;

import java.time.Duration;

/// The settings of the pools of Vert.x' SQL clients, by the names that `PoolOptions` has in JSON, and those of its
/// JDBC client. Times are in seconds, unless a unit beside them says otherwise.
public final class VertxPoolKeys {
    private static final String SOURCE = "https://vertx.io/docs/apidocs/io/vertx/sqlclient/PoolOptions.html";

    public static final SettingKey<Integer> MAX_SIZE =
            key("maxSize", ValueType.COUNT).alsoNamed("max_pool_size").defaultsTo(4);
    public static final SettingKey<Duration> CONNECTION_TIMEOUT =
            key("connectionTimeout", ValueType.SECONDS).defaultsTo(Duration.ofSeconds(30));
    /// Negative: as many as there are.
    public static final SettingKey<Integer> MAX_WAIT_QUEUE_SIZE =
            key("maxWaitQueueSize", ValueType.COUNT).defaultsTo(-1);

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(VertxPoolKeys.class);

    private VertxPoolKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.VERTX, name, type, SOURCE);
    }
}
