package dev.tautline.settings;

/// What Terraform says of a database that a cloud runs, beside the server's own parameters. Providers have different
/// words for the same thing; the first name is that of Amazon RDS. None has a default here, as providers differ.
public final class ManagedDatabaseKeys {
    private static final String RDS =
            "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance";
    private static final String GOOGLE =
            "https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance";
    private static final String RDS_TLS =
            "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html";

    public static final SettingKey<Boolean> PUBLICLY_ACCESSIBLE = key("publicly_accessible", ValueType.FLAG, RDS);
    /// A range of addresses from which everybody may call: the first one that holds all addresses.
    public static final SettingKey<String> OPEN_TO = key("cidr_blocks", ValueType.TEXT, RDS);
    /// In days; 0 makes no backups.
    public static final SettingKey<Integer> BACKUP_RETENTION_PERIOD =
            key("backup_retention_period", ValueType.COUNT, RDS);
    public static final SettingKey<Boolean> BACKUP_ENABLED =
            key("backup_configuration.enabled", ValueType.FLAG, GOOGLE);
    public static final SettingKey<String> CA_CERT_IDENTIFIER = key("ca_cert_identifier", ValueType.TEXT, RDS);
    public static final SettingKey<Boolean> FORCE_SSL =
            key("rds.force_ssl", ValueType.FLAG, RDS_TLS).alsoNamed("require_secure_transport");
    public static final SettingKey<String> SSL_MODE = key("ssl_mode", ValueType.TEXT, GOOGLE);
    public static final SettingKey<Boolean> REQUIRE_SSL = key("require_ssl", ValueType.FLAG, GOOGLE);
    public static final SettingKey<Secret> PASSWORD = key("password", ValueType.SECRET, RDS)
            .alsoNamed("master_password", "administrator_password", "administrator_login_password", "root_password");

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(ManagedDatabaseKeys.class);

    private ManagedDatabaseKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type, String source) {
        return SettingKey.of(Product.MANAGED_DATABASE, name, type, source);
    }
}
