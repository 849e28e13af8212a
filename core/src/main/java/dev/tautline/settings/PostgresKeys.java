package dev.tautline.settings;

import java.time.Duration;

/// The server settings of PostgreSQL that rules judge, by the server's own names; case does not count. Types,
/// units and defaults are those of `pg_settings` of PostgreSQL 18.6.
public final class PostgresKeys {
    private static final String CONNECTIONS = "https://www.postgresql.org/docs/18/runtime-config-connection.html";
    private static final String RESOURCES = "https://www.postgresql.org/docs/18/runtime-config-resource.html";
    private static final String WAL = "https://www.postgresql.org/docs/18/runtime-config-wal.html";
    private static final String REPLICATION = "https://www.postgresql.org/docs/18/runtime-config-replication.html";
    private static final String PLANNING = "https://www.postgresql.org/docs/18/runtime-config-query.html";
    private static final String LOGGING = "https://www.postgresql.org/docs/18/runtime-config-logging.html";
    private static final String CLIENTS = "https://www.postgresql.org/docs/18/runtime-config-client.html";
    private static final String LOCKS = "https://www.postgresql.org/docs/18/runtime-config-locks.html";
    private static final String VACUUM = "https://www.postgresql.org/docs/18/runtime-config-vacuum.html";
    private static final String STATISTICS = "https://www.postgresql.org/docs/18/runtime-config-statistics.html";
    private static final String FILES = "https://www.postgresql.org/docs/18/runtime-config-file-locations.html";

    public static final SettingKey<String> ARCHIVE_COMMAND = key("archive_command", ValueType.TEXT, WAL);
    public static final SettingKey<String> ARCHIVE_LIBRARY = key("archive_library", ValueType.TEXT, WAL);
    public static final SettingKey<String> ARCHIVE_MODE = key(
                    "archive_mode", ValueType.oneOf("always", "on", "off", "true", "false", "yes", "no", "1", "0"), WAL)
            .defaultsTo("off");
    public static final SettingKey<Duration> ARCHIVE_TIMEOUT =
            key("archive_timeout", PostgresUnits.SECONDS, WAL).defaultsTo(Duration.ZERO);
    public static final SettingKey<Duration> AUTHENTICATION_TIMEOUT =
            key("authentication_timeout", PostgresUnits.SECONDS, CONNECTIONS).defaultsTo(Duration.ofMinutes(1));
    public static final SettingKey<Boolean> AUTOVACUUM =
            key("autovacuum", PostgresUnits.SWITCH, VACUUM).defaultsTo(true);
    public static final SettingKey<Integer> AUTOVACUUM_MAX_WORKERS =
            key("autovacuum_max_workers", ValueType.COUNT, VACUUM).defaultsTo(3);
    public static final SettingKey<Duration> AUTOVACUUM_NAPTIME =
            key("autovacuum_naptime", PostgresUnits.SECONDS, VACUUM).defaultsTo(Duration.ofMinutes(1));
    /// Negative: `maintenance_work_mem`.
    public static final SettingKey<DataSize> AUTOVACUUM_WORK_MEM =
            key("autovacuum_work_mem", PostgresUnits.KILOBYTES, RESOURCES);
    public static final SettingKey<Duration> CHECKPOINT_TIMEOUT =
            key("checkpoint_timeout", PostgresUnits.SECONDS, WAL).defaultsTo(Duration.ofMinutes(5));
    /// New in PostgreSQL 14.
    public static final SettingKey<Duration> CLIENT_CONNECTION_CHECK_INTERVAL = key(
                    "client_connection_check_interval", PostgresUnits.MILLIS, CONNECTIONS)
            .defaultsTo(Duration.ZERO);
    public static final SettingKey<String> CLIENT_ENCODING = key("client_encoding", ValueType.TEXT, CLIENTS);
    public static final SettingKey<String> CLUSTER_NAME = key("cluster_name", ValueType.TEXT, LOGGING);
    public static final SettingKey<Integer> COMMIT_DELAY =
            key("commit_delay", ValueType.COUNT, WAL).defaultsTo(0);
    public static final SettingKey<String> DATA_DIRECTORY = key("data_directory", ValueType.TEXT, FILES);
    public static final SettingKey<String> DATE_STYLE = key("DateStyle", ValueType.TEXT, CLIENTS);
    public static final SettingKey<Duration> DEADLOCK_TIMEOUT =
            key("deadlock_timeout", PostgresUnits.MILLIS, LOCKS).defaultsTo(Duration.ofSeconds(1));
    public static final SettingKey<String> DEFAULT_TRANSACTION_ISOLATION = key(
                    "default_transaction_isolation",
                    ValueType.oneOf("serializable", "repeatable read", "read committed", "read uncommitted"),
                    CLIENTS)
            .defaultsTo("read committed");
    public static final SettingKey<Boolean> DEFAULT_TRANSACTION_READ_ONLY =
            key("default_transaction_read_only", PostgresUnits.SWITCH, CLIENTS).defaultsTo(false);
    public static final SettingKey<DataSize> EFFECTIVE_CACHE_SIZE =
            key("effective_cache_size", PostgresUnits.BLOCKS, PLANNING).defaultsTo(DataSize.ofGib(4));
    public static final SettingKey<Integer> EFFECTIVE_IO_CONCURRENCY = key(
                    "effective_io_concurrency", ValueType.COUNT, RESOURCES)
            .defaultsTo(1)
            .changedTo(16, "18");
    public static final SettingKey<Boolean> FSYNC =
            key("fsync", PostgresUnits.SWITCH, WAL).defaultsTo(true);
    public static final SettingKey<Boolean> FULL_PAGE_WRITES =
            key("full_page_writes", PostgresUnits.SWITCH, WAL).defaultsTo(true);
    public static final SettingKey<String> HBA_FILE = key("hba_file", ValueType.TEXT, FILES);
    public static final SettingKey<Boolean> HOT_STANDBY = key("hot_standby", PostgresUnits.SWITCH, REPLICATION)
            .defaultsTo(false)
            .changedTo(true, "10");
    public static final SettingKey<Boolean> HOT_STANDBY_FEEDBACK =
            key("hot_standby_feedback", PostgresUnits.SWITCH, REPLICATION).defaultsTo(false);
    public static final SettingKey<String> HUGE_PAGES =
            key("huge_pages", ValueType.oneOf("off", "on", "try"), RESOURCES).defaultsTo("try");
    public static final SettingKey<String> IDENT_FILE = key("ident_file", ValueType.TEXT, FILES);
    public static final SettingKey<Duration> IDLE_IN_TRANSACTION_SESSION_TIMEOUT = key(
                    "idle_in_transaction_session_timeout", PostgresUnits.MILLIS, CLIENTS)
            .defaultsTo(Duration.ZERO);
    /// New in PostgreSQL 18.
    public static final SettingKey<Duration> IDLE_REPLICATION_SLOT_TIMEOUT = key(
                    "idle_replication_slot_timeout", PostgresUnits.SECONDS, REPLICATION)
            .defaultsTo(Duration.ZERO);
    /// New in PostgreSQL 14.
    public static final SettingKey<Duration> IDLE_SESSION_TIMEOUT =
            key("idle_session_timeout", PostgresUnits.MILLIS, CLIENTS).defaultsTo(Duration.ZERO);
    public static final SettingKey<String> INTERVAL_STYLE =
            key("IntervalStyle", ValueType.oneOf("postgres", "postgres_verbose", "sql_standard", "iso_8601"), CLIENTS);
    public static final SettingKey<Boolean> JIT =
            key("jit", PostgresUnits.SWITCH, PLANNING).defaultsTo(false).changedTo(true, "12");
    public static final SettingKey<String> LC_MESSAGES = key("lc_messages", ValueType.TEXT, CLIENTS);
    public static final SettingKey<String> LISTEN_ADDRESSES =
            key("listen_addresses", ValueType.TEXT, CONNECTIONS).defaultsTo("localhost");
    public static final SettingKey<Duration> LOCK_TIMEOUT =
            key("lock_timeout", PostgresUnits.MILLIS, CLIENTS).defaultsTo(Duration.ZERO);
    public static final SettingKey<Boolean> LOGGING_COLLECTOR =
            key("logging_collector", PostgresUnits.SWITCH, LOGGING).defaultsTo(false);
    public static final SettingKey<Boolean> LOG_CHECKPOINTS = key("log_checkpoints", PostgresUnits.SWITCH, LOGGING)
            .defaultsTo(false)
            .changedTo(true, "15");
    /// A switch until 17, from 18 on also a list of steps.
    public static final SettingKey<String> LOG_CONNECTIONS = key("log_connections", ValueType.TEXT, LOGGING);
    public static final SettingKey<String> LOG_DESTINATION =
            key("log_destination", ValueType.TEXT, LOGGING).defaultsTo("stderr");
    public static final SettingKey<Boolean> LOG_DISCONNECTIONS =
            key("log_disconnections", PostgresUnits.SWITCH, LOGGING).defaultsTo(false);
    public static final SettingKey<Boolean> LOG_DURATION =
            key("log_duration", PostgresUnits.SWITCH, LOGGING).defaultsTo(false);
    public static final SettingKey<Boolean> LOG_HOSTNAME =
            key("log_hostname", PostgresUnits.SWITCH, LOGGING).defaultsTo(false);
    public static final SettingKey<String> LOG_LINE_PREFIX = key("log_line_prefix", ValueType.TEXT, LOGGING);
    public static final SettingKey<Boolean> LOG_LOCK_WAITS =
            key("log_lock_waits", PostgresUnits.SWITCH, LOGGING).defaultsTo(false);
    /// Negative: off.
    public static final SettingKey<Duration> LOG_MIN_DURATION_STATEMENT =
            key("log_min_duration_statement", PostgresUnits.MILLIS, LOGGING).defaultsTo(Duration.ofMillis(-1));
    public static final SettingKey<String> LOG_STATEMENT = key(
                    "log_statement", ValueType.oneOf("none", "ddl", "mod", "all"), LOGGING)
            .defaultsTo("none");
    /// Negative: off.
    public static final SettingKey<DataSize> LOG_TEMP_FILES =
            key("log_temp_files", PostgresUnits.KILOBYTES, LOGGING).defaultsTo(DataSize.ofKib(-1));
    public static final SettingKey<DataSize> MAINTENANCE_WORK_MEM =
            key("maintenance_work_mem", PostgresUnits.KILOBYTES, RESOURCES).defaultsTo(DataSize.ofMib(64));
    public static final SettingKey<Integer> MAX_CONNECTIONS =
            key("max_connections", ValueType.COUNT, CONNECTIONS).defaultsTo(100);
    public static final SettingKey<Integer> MAX_FILES_PER_PROCESS =
            key("max_files_per_process", ValueType.COUNT, RESOURCES).defaultsTo(1000);
    public static final SettingKey<Integer> MAX_LOCKS_PER_TRANSACTION =
            key("max_locks_per_transaction", ValueType.COUNT, LOCKS).defaultsTo(64);
    public static final SettingKey<Integer> MAX_PARALLEL_WORKERS =
            key("max_parallel_workers", ValueType.COUNT, RESOURCES).defaultsTo(8);
    public static final SettingKey<Integer> MAX_PARALLEL_WORKERS_PER_GATHER = key(
                    "max_parallel_workers_per_gather", ValueType.COUNT, RESOURCES)
            .defaultsTo(0)
            .changedTo(2, "10");
    public static final SettingKey<Integer> MAX_PREPARED_TRANSACTIONS =
            key("max_prepared_transactions", ValueType.COUNT, RESOURCES).defaultsTo(0);
    public static final SettingKey<Integer> MAX_REPLICATION_SLOTS = key(
                    "max_replication_slots", ValueType.COUNT, REPLICATION)
            .defaultsTo(0)
            .changedTo(10, "10");
    /// Negative: a slot may hold back any amount.
    public static final SettingKey<DataSize> MAX_SLOT_WAL_KEEP_SIZE =
            key("max_slot_wal_keep_size", PostgresUnits.MEGABYTES, REPLICATION).defaultsTo(DataSize.ofMib(-1));
    public static final SettingKey<Duration> MAX_STANDBY_ARCHIVE_DELAY =
            key("max_standby_archive_delay", PostgresUnits.MILLIS, REPLICATION).defaultsTo(Duration.ofSeconds(30));
    public static final SettingKey<Duration> MAX_STANDBY_STREAMING_DELAY = key(
                    "max_standby_streaming_delay", PostgresUnits.MILLIS, REPLICATION)
            .defaultsTo(Duration.ofSeconds(30));
    public static final SettingKey<Integer> MAX_WAL_SENDERS =
            key("max_wal_senders", ValueType.COUNT, REPLICATION).defaultsTo(0).changedTo(10, "10");
    public static final SettingKey<DataSize> MAX_WAL_SIZE =
            key("max_wal_size", PostgresUnits.MEGABYTES, WAL).defaultsTo(DataSize.ofGib(1));
    public static final SettingKey<Integer> MAX_WORKER_PROCESSES =
            key("max_worker_processes", ValueType.COUNT, RESOURCES).defaultsTo(8);
    /// New in PostgreSQL 18.
    public static final SettingKey<Boolean> MD5_PASSWORD_WARNINGS =
            key("md5_password_warnings", PostgresUnits.SWITCH, CONNECTIONS).defaultsTo(true);
    public static final SettingKey<DataSize> MIN_WAL_SIZE =
            key("min_wal_size", PostgresUnits.MEGABYTES, WAL).defaultsTo(DataSize.ofMib(80));
    /// md5 until 13.
    public static final SettingKey<String> PASSWORD_ENCRYPTION = key(
                    "password_encryption", ValueType.oneOf("md5", "scram-sha-256"), CONNECTIONS)
            .defaultsTo("md5")
            .changedTo("scram-sha-256", "14");
    public static final SettingKey<Integer> PORT =
            key("port", ValueType.COUNT, CONNECTIONS).defaultsTo(5432);
    public static final SettingKey<String> PRIMARY_CONNINFO = key("primary_conninfo", ValueType.TEXT, REPLICATION);
    public static final SettingKey<String> PRIMARY_SLOT_NAME = key("primary_slot_name", ValueType.TEXT, REPLICATION);
    public static final SettingKey<Duration> RECOVERY_MIN_APPLY_DELAY =
            key("recovery_min_apply_delay", PostgresUnits.MILLIS, REPLICATION).defaultsTo(Duration.ZERO);
    public static final SettingKey<String> RECOVERY_TARGET_TIMELINE =
            key("recovery_target_timeline", ValueType.TEXT, WAL).defaultsTo("latest");
    /// New in PostgreSQL 16.
    public static final SettingKey<Integer> RESERVED_CONNECTIONS =
            key("reserved_connections", ValueType.COUNT, CONNECTIONS).defaultsTo(0);
    public static final SettingKey<String> RESTORE_COMMAND = key("restore_command", ValueType.TEXT, WAL);
    /// New in PostgreSQL 16.
    public static final SettingKey<Integer> SCRAM_ITERATIONS =
            key("scram_iterations", ValueType.COUNT, CONNECTIONS).defaultsTo(4096);
    public static final SettingKey<String> SEARCH_PATH = key("search_path", ValueType.TEXT, CLIENTS);
    public static final SettingKey<String> SESSION_PRELOAD_LIBRARIES =
            key("session_preload_libraries", ValueType.TEXT, CLIENTS);
    public static final SettingKey<DataSize> SHARED_BUFFERS =
            key("shared_buffers", PostgresUnits.BLOCKS, RESOURCES).defaultsTo(DataSize.ofMib(128));
    public static final SettingKey<String> SHARED_PRELOAD_LIBRARIES =
            key("shared_preload_libraries", ValueType.TEXT, CLIENTS);
    public static final SettingKey<Boolean> SSL =
            key("ssl", PostgresUnits.SWITCH, CONNECTIONS).defaultsTo(false);
    public static final SettingKey<String> SSL_CA_FILE = key("ssl_ca_file", ValueType.TEXT, CONNECTIONS);
    public static final SettingKey<String> SSL_CERT_FILE =
            key("ssl_cert_file", ValueType.TEXT, CONNECTIONS).defaultsTo("server.crt");
    public static final SettingKey<String> SSL_CIPHERS = key("ssl_ciphers", ValueType.TEXT, CONNECTIONS);
    public static final SettingKey<String> SSL_CRL_FILE = key("ssl_crl_file", ValueType.TEXT, CONNECTIONS);
    public static final SettingKey<String> SSL_KEY_FILE =
            key("ssl_key_file", ValueType.TEXT, CONNECTIONS).defaultsTo("server.key");
    public static final SettingKey<String> SSL_MAX_PROTOCOL_VERSION =
            key("ssl_max_protocol_version", ValueType.oneOf("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"), CONNECTIONS);
    public static final SettingKey<String> SSL_MIN_PROTOCOL_VERSION = key(
                    "ssl_min_protocol_version", ValueType.oneOf("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"), CONNECTIONS)
            .defaultsTo("TLSv1")
            .changedTo("TLSv1.2", "13");
    public static final SettingKey<String> SSL_PASSPHRASE_COMMAND =
            key("ssl_passphrase_command", ValueType.TEXT, CONNECTIONS);
    /// 0: none.
    public static final SettingKey<Duration> STATEMENT_TIMEOUT =
            key("statement_timeout", PostgresUnits.MILLIS, CLIENTS).defaultsTo(Duration.ZERO);
    public static final SettingKey<Integer> SUPERUSER_RESERVED_CONNECTIONS =
            key("superuser_reserved_connections", ValueType.COUNT, CONNECTIONS).defaultsTo(3);
    public static final SettingKey<String> SYNCHRONOUS_COMMIT = key(
                    "synchronous_commit",
                    ValueType.oneOf(
                            "local",
                            "remote_write",
                            "remote_apply",
                            "on",
                            "off",
                            "true",
                            "false",
                            "yes",
                            "no",
                            "1",
                            "0"),
                    WAL)
            .defaultsTo("on");
    public static final SettingKey<String> SYNCHRONOUS_STANDBY_NAMES =
            key("synchronous_standby_names", ValueType.TEXT, REPLICATION);
    /// New in PostgreSQL 17.
    public static final SettingKey<Boolean> SYNC_REPLICATION_SLOTS =
            key("sync_replication_slots", PostgresUnits.SWITCH, REPLICATION).defaultsTo(false);
    /// 0: what the kernel says.
    public static final SettingKey<Integer> TCP_KEEPALIVES_COUNT =
            key("tcp_keepalives_count", ValueType.COUNT, CONNECTIONS).defaultsTo(0);
    /// 0: what the kernel says.
    public static final SettingKey<Duration> TCP_KEEPALIVES_IDLE =
            key("tcp_keepalives_idle", PostgresUnits.SECONDS, CONNECTIONS).defaultsTo(Duration.ZERO);
    /// 0: what the kernel says.
    public static final SettingKey<Duration> TCP_KEEPALIVES_INTERVAL =
            key("tcp_keepalives_interval", PostgresUnits.SECONDS, CONNECTIONS).defaultsTo(Duration.ZERO);
    public static final SettingKey<Duration> TCP_USER_TIMEOUT =
            key("tcp_user_timeout", PostgresUnits.MILLIS, CONNECTIONS).defaultsTo(Duration.ZERO);
    public static final SettingKey<DataSize> TEMP_BUFFERS =
            key("temp_buffers", PostgresUnits.BLOCKS, RESOURCES).defaultsTo(DataSize.ofMib(8));
    /// Negative: no limit.
    public static final SettingKey<DataSize> TEMP_FILE_LIMIT =
            key("temp_file_limit", PostgresUnits.KILOBYTES, RESOURCES);
    public static final SettingKey<String> TIME_ZONE = key("TimeZone", ValueType.TEXT, CLIENTS);
    public static final SettingKey<DataSize> TRACK_ACTIVITY_QUERY_SIZE =
            key("track_activity_query_size", PostgresUnits.BYTES, STATISTICS).defaultsTo(DataSize.ofKib(1));
    public static final SettingKey<Boolean> TRACK_COMMIT_TIMESTAMP =
            key("track_commit_timestamp", PostgresUnits.SWITCH, REPLICATION).defaultsTo(false);
    public static final SettingKey<Boolean> TRACK_IO_TIMING =
            key("track_io_timing", PostgresUnits.SWITCH, STATISTICS).defaultsTo(false);
    /// New in PostgreSQL 17.
    public static final SettingKey<Duration> TRANSACTION_TIMEOUT =
            key("transaction_timeout", PostgresUnits.MILLIS, CLIENTS).defaultsTo(Duration.ZERO);
    public static final SettingKey<String> UNIX_SOCKET_DIRECTORIES =
            key("unix_socket_directories", ValueType.TEXT, CONNECTIONS);
    /// Negative: a share of `shared_buffers`.
    public static final SettingKey<DataSize> WAL_BUFFERS = key("wal_buffers", PostgresUnits.BLOCKS, WAL);
    public static final SettingKey<String> WAL_COMPRESSION = key(
                    "wal_compression",
                    ValueType.oneOf("pglz", "on", "off", "true", "false", "yes", "no", "1", "0", "lz4", "zstd"),
                    WAL)
            .defaultsTo("off");
    public static final SettingKey<DataSize> WAL_KEEP_SIZE =
            key("wal_keep_size", PostgresUnits.MEGABYTES, REPLICATION).defaultsTo(DataSize.ofKib(0));
    public static final SettingKey<String> WAL_LEVEL = key(
                    "wal_level", ValueType.oneOf("minimal", "replica", "logical", "archive", "hot_standby"), WAL)
            .defaultsTo("minimal")
            .changedTo("replica", "10");
    public static final SettingKey<Boolean> WAL_LOG_HINTS =
            key("wal_log_hints", PostgresUnits.SWITCH, WAL).defaultsTo(false);
    public static final SettingKey<Duration> WAL_RECEIVER_STATUS_INTERVAL = key(
                    "wal_receiver_status_interval", PostgresUnits.SECONDS, REPLICATION)
            .defaultsTo(Duration.ofSeconds(10));
    public static final SettingKey<Duration> WAL_RECEIVER_TIMEOUT =
            key("wal_receiver_timeout", PostgresUnits.MILLIS, REPLICATION).defaultsTo(Duration.ofMinutes(1));
    public static final SettingKey<Duration> WAL_RETRIEVE_RETRY_INTERVAL = key(
                    "wal_retrieve_retry_interval", PostgresUnits.MILLIS, REPLICATION)
            .defaultsTo(Duration.ofSeconds(5));
    public static final SettingKey<Duration> WAL_SENDER_TIMEOUT =
            key("wal_sender_timeout", PostgresUnits.MILLIS, REPLICATION).defaultsTo(Duration.ofMinutes(1));
    public static final SettingKey<String> WAL_SYNC_METHOD = key("wal_sync_method", ValueType.TEXT, WAL);
    public static final SettingKey<DataSize> WORK_MEM =
            key("work_mem", PostgresUnits.KILOBYTES, RESOURCES).defaultsTo(DataSize.ofMib(4));

    /// All of them; look up without regard to case.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(PostgresKeys.class);

    private PostgresKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type, String source) {
        return SettingKey.of(Product.POSTGRESQL, name, type, source);
    }
}
