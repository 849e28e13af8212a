package dev.tautline.settings;

/// The server settings of PostgreSQL that rules judge, by the server's own names.
public final class PostgresKeys {
    private static final String SOURCE = "https://www.postgresql.org/docs/18/runtime-config-connection.html";

    public static final SettingKey<Integer> MAX_CONNECTIONS =
            key("max_connections", ValueType.COUNT).defaultsTo(100);
    /// New in PostgreSQL 16.
    public static final SettingKey<Integer> RESERVED_CONNECTIONS =
            key("reserved_connections", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Integer> SUPERUSER_RESERVED_CONNECTIONS =
            key("superuser_reserved_connections", ValueType.COUNT).defaultsTo(3);

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(PostgresKeys.class);

    private PostgresKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.POSTGRESQL, name, type, SOURCE);
    }
}
