package dev.tautline.settings;

/// The fields of a `Cluster` of the CloudNativePG operator that are no setting of PostgreSQL; a name is the
/// path below `spec`.
public final class CloudNativePgKeys {
    private static final String SOURCE = "https://cloudnative-pg.io/docs/1.29/cloudnative-pg.v1";

    /// Where backups go; without it, and without a plugin, there are none.
    public static final SettingKey<String> BACKUP = key("backup", ValueType.TEXT);
    public static final SettingKey<Boolean> ENABLE_SUPERUSER_ACCESS =
            key("enableSuperuserAccess", ValueType.FLAG).defaultsTo(true).changedTo(false, "1.21");
    public static final SettingKey<Integer> INSTANCES =
            key("instances", ValueType.COUNT).defaultsTo(1);

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(CloudNativePgKeys.class);

    private CloudNativePgKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.CLOUD_NATIVE_PG, name, type, SOURCE);
    }
}
