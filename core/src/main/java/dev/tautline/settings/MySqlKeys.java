package dev.tautline.settings;

import java.time.Duration;

/// The server variables of MySQL and MariaDB that rules judge, by the names of `SHOW VARIABLES`; in a file a
/// dash may stand for an underscore. Where MariaDB has another default, it stands beside MySQL's, from MariaDB's
/// own documentation, and holds when the server is known to be MariaDB.
public final class MySqlKeys {
    private static final String VARIABLES = "https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html";
    private static final String OPTIONS = "https://dev.mysql.com/doc/refman/8.4/en/server-options.html";
    private static final String INNODB = "https://dev.mysql.com/doc/refman/8.4/en/innodb-parameters.html";
    private static final String BINARY_LOG =
            "https://dev.mysql.com/doc/refman/8.4/en/replication-options-binary-log.html";
    private static final String GTIDS = "https://dev.mysql.com/doc/refman/8.4/en/replication-options-gtids.html";
    private static final String REPLICATION = "https://dev.mysql.com/doc/refman/8.4/en/replication-options.html";
    private static final String SCHEMA =
            "https://dev.mysql.com/doc/refman/8.4/en/performance-schema-system-variables.html";
    private static final String MARIADB =
            "https://mariadb.com/docs/server/server-management/variables-and-modes/server-system-variables";

    /// Sized by the server itself when nobody sets it.
    public static final SettingKey<Integer> BACK_LOG = key("back_log", ValueType.COUNT);
    public static final SettingKey<String> BIND_ADDRESS =
            key("bind_address", ValueType.TEXT).defaultsTo("*");
    public static final SettingKey<String> CHARACTER_SET_SERVER = key("character_set_server", ValueType.TEXT)
            .defaultsTo("latin1")
            .changedTo("utf8mb4", "8.0")
            .inFork(Product.MARIADB, "latin1")
            .changedInFork(Product.MARIADB, "utf8mb4", "11.6");
    public static final SettingKey<String> COLLATION_SERVER = key("collation_server", ValueType.TEXT)
            .defaultsTo("latin1_swedish_ci")
            .changedTo("utf8mb4_0900_ai_ci", "8.0")
            .inFork(Product.MARIADB, "latin1_swedish_ci")
            .changedInFork(Product.MARIADB, "utf8mb4_uca1400_ai_ci", "11.6");
    public static final SettingKey<Duration> CONNECT_TIMEOUT =
            key("connect_timeout", ValueType.SECONDS).defaultsTo(Duration.ofSeconds(10));
    /// Gone in MySQL 8.4, which does not start with it.
    public static final SettingKey<String> DEFAULT_AUTHENTICATION_PLUGIN =
            key("default_authentication_plugin", ValueType.TEXT);
    /// In days; 0: passwords do not expire.
    public static final SettingKey<Integer> DEFAULT_PASSWORD_LIFETIME =
            key("default_password_lifetime", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<String> DEFAULT_TIME_ZONE =
            key("default_time_zone", ValueType.TEXT).defaultsTo("SYSTEM");
    public static final SettingKey<Boolean> DISCONNECT_ON_EXPIRED_PASSWORD = key(
                    "disconnect_on_expired_password", ValueType.FLAG)
            .defaultsTo(true)
            .inFork(Product.MARIADB, false);
    public static final SettingKey<Boolean> GENERAL_LOG =
            key("general_log", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> GTID_MODE = key(
                    "gtid_mode", ValueType.oneOf("OFF", "OFF_PERMISSIVE", "ON_PERMISSIVE", "ON"), GTIDS)
            .defaultsTo("OFF");
    /// Only in MariaDB.
    public static final SettingKey<Duration> IDLE_TRANSACTION_TIMEOUT = key(
                    "idle_transaction_timeout", Durations.FRACTIONAL_SECONDS, MARIADB)
            .inFork(Product.MARIADB, Duration.ZERO);
    public static final SettingKey<String> INIT_CONNECT = key("init_connect", ValueType.TEXT);
    public static final SettingKey<DataSize> INNODB_BUFFER_POOL_SIZE =
            key("innodb_buffer_pool_size", MySqlUnits.SIZE, INNODB).defaultsTo(DataSize.ofMib(128));
    public static final SettingKey<Boolean> INNODB_DOUBLEWRITE =
            key("innodb_doublewrite", ValueType.FLAG, INNODB).defaultsTo(true);
    public static final SettingKey<Integer> INNODB_FLUSH_LOG_AT_TRX_COMMIT =
            key("innodb_flush_log_at_trx_commit", ValueType.COUNT, INNODB).defaultsTo(1);
    public static final SettingKey<Duration> INNODB_LOCK_WAIT_TIMEOUT =
            key("innodb_lock_wait_timeout", ValueType.SECONDS, INNODB).defaultsTo(Duration.ofSeconds(50));
    public static final SettingKey<Boolean> INNODB_ROLLBACK_ON_TIMEOUT =
            key("innodb_rollback_on_timeout", ValueType.FLAG, INNODB).defaultsTo(false);
    public static final SettingKey<Duration> INTERACTIVE_TIMEOUT =
            key("interactive_timeout", ValueType.SECONDS).defaultsTo(Duration.ofHours(8));
    public static final SettingKey<Boolean> LOCAL_INFILE = key("local_infile", ValueType.FLAG)
            .defaultsTo(true)
            .changedTo(false, "8.0")
            .inFork(Product.MARIADB, true);
    public static final SettingKey<Duration> LOCK_WAIT_TIMEOUT = key("lock_wait_timeout", ValueType.SECONDS)
            .defaultsTo(Duration.ofDays(365))
            .inFork(Product.MARIADB, Duration.ofDays(1));
    public static final SettingKey<String> LOG_BIN = key("log_bin", ValueType.TEXT, BINARY_LOG);
    public static final SettingKey<Duration> LONG_QUERY_TIME =
            key("long_query_time", Durations.FRACTIONAL_SECONDS).defaultsTo(Duration.ofSeconds(10));
    public static final SettingKey<DataSize> MAX_ALLOWED_PACKET = key("max_allowed_packet", MySqlUnits.SIZE)
            .defaultsTo(DataSize.ofMib(4))
            .changedTo(DataSize.ofMib(64), "8.0")
            .inFork(Product.MARIADB, DataSize.ofMib(16));
    public static final SettingKey<Integer> MAX_CONNECTIONS =
            key("max_connections", ValueType.COUNT).defaultsTo(151);
    public static final SettingKey<Integer> MAX_CONNECT_ERRORS =
            key("max_connect_errors", ValueType.COUNT).defaultsTo(100);
    /// Only in MySQL; 0: none.
    public static final SettingKey<Duration> MAX_EXECUTION_TIME =
            key("max_execution_time", ValueType.MILLIS).defaultsTo(Duration.ZERO);
    public static final SettingKey<Integer> MAX_PREPARED_STMT_COUNT =
            key("max_prepared_stmt_count", ValueType.COUNT).defaultsTo(16382);
    /// Only in MariaDB; 0: none.
    public static final SettingKey<Duration> MAX_STATEMENT_TIME =
            key("max_statement_time", Durations.FRACTIONAL_SECONDS, MARIADB).inFork(Product.MARIADB, Duration.ZERO);
    /// 0: no limit.
    public static final SettingKey<Integer> MAX_USER_CONNECTIONS =
            key("max_user_connections", ValueType.COUNT).defaultsTo(0);
    /// Off by default in MySQL 8.4, and gone in 9.0.
    public static final SettingKey<String> MYSQL_NATIVE_PASSWORD =
            key("mysql_native_password", ValueType.oneOf("ON", "OFF"));
    public static final SettingKey<Duration> NET_READ_TIMEOUT =
            key("net_read_timeout", ValueType.SECONDS).defaultsTo(Duration.ofSeconds(30));
    public static final SettingKey<Duration> NET_WRITE_TIMEOUT =
            key("net_write_timeout", ValueType.SECONDS).defaultsTo(Duration.ofMinutes(1));
    public static final SettingKey<Integer> OPEN_FILES_LIMIT = key("open_files_limit", ValueType.COUNT);
    public static final SettingKey<Boolean> PERFORMANCE_SCHEMA =
            key("performance_schema", ValueType.FLAG, SCHEMA).defaultsTo(true).inFork(Product.MARIADB, false);
    public static final SettingKey<Integer> PORT = key("port", ValueType.COUNT).defaultsTo(3306);
    public static final SettingKey<Boolean> READ_ONLY =
            key("read_only", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> REQUIRE_SECURE_TRANSPORT =
            key("require_secure_transport", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Integer> SERVER_ID = key("server_id", ValueType.COUNT, REPLICATION)
            .defaultsTo(0)
            .changedTo(1, "8.0")
            .inFork(Product.MARIADB, 1);
    public static final SettingKey<Boolean> SKIP_GRANT_TABLES =
            key("skip_grant_tables", ValueType.FLAG, OPTIONS).defaultsTo(false);
    public static final SettingKey<Boolean> SKIP_NAME_RESOLVE =
            key("skip_name_resolve", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> SKIP_NETWORKING =
            key("skip_networking", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> SLOW_QUERY_LOG =
            key("slow_query_log", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> SQL_MODE = key("sql_mode", ValueType.TEXT);
    public static final SettingKey<String> SSL_CA = key("ssl_ca", ValueType.TEXT);
    public static final SettingKey<String> SSL_CERT = key("ssl_cert", ValueType.TEXT);
    public static final SettingKey<String> SSL_KEY = key("ssl_key", ValueType.TEXT);
    /// Only in MySQL.
    public static final SettingKey<Boolean> SUPER_READ_ONLY =
            key("super_read_only", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Integer> SYNC_BINLOG = key("sync_binlog", ValueType.COUNT, BINARY_LOG)
            .defaultsTo(0)
            .changedTo(1, "5.7.7")
            .inFork(Product.MARIADB, 0);
    public static final SettingKey<Integer> TABLE_OPEN_CACHE = key("table_open_cache", ValueType.COUNT);
    public static final SettingKey<String> TLS_VERSION = key("tls_version", ValueType.TEXT);
    public static final SettingKey<String> TRANSACTION_ISOLATION =
            key("transaction_isolation", ValueType.TEXT).defaultsTo("REPEATABLE-READ");
    public static final SettingKey<Duration> WAIT_TIMEOUT =
            key("wait_timeout", ValueType.SECONDS).defaultsTo(Duration.ofHours(8));

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(MySqlKeys.class);

    private MySqlKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return key(name, type, VARIABLES);
    }

    private static <T> SettingKey<T> key(String name, ValueType<T> type, String source) {
        return SettingKey.of(Product.MYSQL, name, type, source);
    }
}
