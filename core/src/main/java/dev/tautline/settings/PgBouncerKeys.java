package dev.tautline.settings;

import java.time.Duration;

/// The settings of the section `[pgbouncer]` of `pgbouncer.ini`, by PgBouncer's own names; those of a line in
/// `[databases]` or `[users]` have the section's name before them and, where they are not written, give way to
/// `[pgbouncer]`. Times are in seconds unless the name says otherwise, and a unit may not be written. Compared with
/// `src/main.c` of
/// PgBouncer 1.25.
public final class PgBouncerKeys {
    private static final String SOURCE = "https://www.pgbouncer.org/config.html";

    public static final SettingKey<String> ADMIN_USERS = key("admin_users", ValueType.TEXT);
    public static final SettingKey<Boolean> APPLICATION_NAME_ADD_HOST =
            key("application_name_add_host", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> AUTH_DBNAME = key("auth_dbname", ValueType.TEXT);
    public static final SettingKey<String> AUTH_FILE = key("auth_file", ValueType.TEXT);
    /// The first password in `auth_file` that stands there in clear, neither hashed nor as a SCRAM secret.
    public static final SettingKey<Secret> AUTH_FILE_PASSWORD = key("auth_file.password", ValueType.SECRET);
    public static final SettingKey<String> AUTH_HBA_FILE = key("auth_hba_file", ValueType.TEXT);
    public static final SettingKey<String> AUTH_IDENT_FILE = key("auth_ident_file", ValueType.TEXT);
    public static final SettingKey<String> AUTH_LDAP_OPTIONS = key("auth_ldap_options", ValueType.TEXT);
    public static final SettingKey<String> AUTH_QUERY = key("auth_query", ValueType.TEXT);
    public static final SettingKey<String> AUTH_TYPE = key(
                    "auth_type",
                    ValueType.oneOf("any", "trust", "plain", "md5", "cert", "hba", "ldap", "pam", "scram-sha-256"))
            .defaultsTo("md5");
    public static final SettingKey<String> AUTH_USER = key("auth_user", ValueType.TEXT);
    public static final SettingKey<Duration> AUTODB_IDLE_TIMEOUT =
            key("autodb_idle_timeout", Durations.FRACTIONAL_SECONDS).defaultsTo(Duration.ofHours(1));
    public static final SettingKey<Duration> CANCEL_WAIT_TIMEOUT =
            key("cancel_wait_timeout", Durations.FRACTIONAL_SECONDS).defaultsTo(Duration.ofSeconds(10));
    /// 0: none.
    public static final SettingKey<Duration> CLIENT_IDLE_TIMEOUT =
            key("client_idle_timeout", Durations.FRACTIONAL_SECONDS).defaultsTo(Duration.ZERO);
    public static final SettingKey<Duration> CLIENT_LOGIN_TIMEOUT =
            key("client_login_timeout", Durations.FRACTIONAL_SECONDS).defaultsTo(Duration.ofMinutes(1));
    public static final SettingKey<String> CLIENT_TLS13_CIPHERS = key("client_tls13_ciphers", ValueType.TEXT);
    public static final SettingKey<String> CLIENT_TLS_CA_FILE = key("client_tls_ca_file", ValueType.TEXT);
    public static final SettingKey<String> CLIENT_TLS_CERT_FILE = key("client_tls_cert_file", ValueType.TEXT);
    public static final SettingKey<String> CLIENT_TLS_CIPHERS = key("client_tls_ciphers", ValueType.TEXT);
    public static final SettingKey<String> CLIENT_TLS_DHEPARAMS =
            key("client_tls_dheparams", ValueType.TEXT).defaultsTo("auto");
    public static final SettingKey<String> CLIENT_TLS_ECDHCURVE =
            key("client_tls_ecdhcurve", ValueType.TEXT).defaultsTo("auto");
    public static final SettingKey<String> CLIENT_TLS_KEY_FILE = key("client_tls_key_file", ValueType.TEXT);
    public static final SettingKey<String> CLIENT_TLS_PROTOCOLS =
            key("client_tls_protocols", ValueType.TEXT).defaultsTo("all").changedTo("secure", "1.13");
    public static final SettingKey<String> CLIENT_TLS_SSLMODE = key(
                    "client_tls_sslmode",
                    ValueType.oneOf("disable", "allow", "prefer", "require", "verify-ca", "verify-full"))
            .defaultsTo("disable");
    /// Where the section `[databases]` begins; its lines are the targets of the pooler.
    public static final SettingKey<String> DATABASES = key("[databases]", ValueType.TEXT);
    public static final SettingKey<Integer> DEFAULT_POOL_SIZE =
            key("default_pool_size", ValueType.COUNT).defaultsTo(20);
    public static final SettingKey<Boolean> DISABLE_PQEXEC =
            key("disable_pqexec", ValueType.FLAG).defaultsTo(false);
    /// The time to live in the answer is not looked at.
    public static final SettingKey<Duration> DNS_MAX_TTL =
            key("dns_max_ttl", Durations.FRACTIONAL_SECONDS).defaultsTo(Duration.ofSeconds(15));
    public static final SettingKey<Duration> DNS_NXDOMAIN_TTL =
            key("dns_nxdomain_ttl", Durations.FRACTIONAL_SECONDS).defaultsTo(Duration.ofSeconds(15));
    public static final SettingKey<Duration> DNS_ZONE_CHECK_PERIOD =
            key("dns_zone_check_period", Durations.FRACTIONAL_SECONDS).defaultsTo(Duration.ZERO);
    /// 0: none.
    public static final SettingKey<Duration> IDLE_TRANSACTION_TIMEOUT =
            key("idle_transaction_timeout", Durations.FRACTIONAL_SECONDS).defaultsTo(Duration.ZERO);
    public static final SettingKey<String> IGNORE_STARTUP_PARAMETERS = key("ignore_startup_parameters", ValueType.TEXT);
    public static final SettingKey<String> JOB_NAME =
            key("job_name", ValueType.TEXT).defaultsTo("pgbouncer");
    public static final SettingKey<String> LISTEN_ADDR = key("listen_addr", ValueType.TEXT);
    public static final SettingKey<Integer> LISTEN_BACKLOG =
            key("listen_backlog", ValueType.COUNT).defaultsTo(128);
    public static final SettingKey<Integer> LISTEN_PORT =
            key("listen_port", ValueType.COUNT).defaultsTo(6432);
    public static final SettingKey<Boolean> LOG_CONNECTIONS =
            key("log_connections", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> LOG_DISCONNECTIONS =
            key("log_disconnections", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> LOG_POOLER_ERRORS =
            key("log_pooler_errors", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> LOG_STATS =
            key("log_stats", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> LOGFILE = key("logfile", ValueType.TEXT);
    public static final SettingKey<Integer> MAX_CLIENT_CONN =
            key("max_client_conn", ValueType.COUNT).defaultsTo(100);
    public static final SettingKey<Integer> MAX_DB_CLIENT_CONNECTIONS =
            key("max_db_client_connections", ValueType.COUNT).defaultsTo(0);
    /// 0: no limit.
    public static final SettingKey<Integer> MAX_DB_CONNECTIONS =
            key("max_db_connections", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Integer> MAX_PACKET_SIZE =
            key("max_packet_size", ValueType.COUNT).defaultsTo(2147483647);
    /// New in 1.21; 0 switches the support off.
    public static final SettingKey<Integer> MAX_PREPARED_STATEMENTS =
            key("max_prepared_statements", ValueType.COUNT).defaultsTo(0).changedTo(200, "1.24");
    public static final SettingKey<Integer> MAX_USER_CLIENT_CONNECTIONS =
            key("max_user_client_connections", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Integer> MAX_USER_CONNECTIONS =
            key("max_user_connections", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Integer> MIN_POOL_SIZE =
            key("min_pool_size", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Integer> PEER_ID =
            key("peer_id", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<String> PIDFILE = key("pidfile", ValueType.TEXT);
    public static final SettingKey<Integer> PKT_BUF =
            key("pkt_buf", ValueType.COUNT).defaultsTo(4096);
    public static final SettingKey<String> POOL_MODE = key(
                    "pool_mode", ValueType.oneOf("session", "transaction", "statement"))
            .defaultsTo("session");
    /// 0: none.
    public static final SettingKey<Duration> QUERY_TIMEOUT =
            key("query_timeout", Durations.FRACTIONAL_SECONDS).defaultsTo(Duration.ZERO);
    public static final SettingKey<Duration> QUERY_WAIT_NOTIFY =
            key("query_wait_notify", ValueType.SECONDS).defaultsTo(Duration.ofSeconds(5));
    /// 0: a client waits for ever.
    public static final SettingKey<Duration> QUERY_WAIT_TIMEOUT =
            key("query_wait_timeout", Durations.FRACTIONAL_SECONDS).defaultsTo(Duration.ofMinutes(2));
    public static final SettingKey<Integer> RESERVE_POOL_SIZE =
            key("reserve_pool_size", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Duration> RESERVE_POOL_TIMEOUT =
            key("reserve_pool_timeout", Durations.FRACTIONAL_SECONDS).defaultsTo(Duration.ofSeconds(5));
    public static final SettingKey<String> RESOLV_CONF = key("resolv_conf", ValueType.TEXT);
    public static final SettingKey<Integer> SBUF_LOOPCNT =
            key("sbuf_loopcnt", ValueType.COUNT).defaultsTo(5);
    public static final SettingKey<Integer> SCRAM_ITERATIONS =
            key("scram_iterations", ValueType.COUNT).defaultsTo(4096);
    public static final SettingKey<Duration> SERVER_CHECK_DELAY =
            key("server_check_delay", Durations.FRACTIONAL_SECONDS).defaultsTo(Duration.ofSeconds(30));
    public static final SettingKey<String> SERVER_CHECK_QUERY = key("server_check_query", ValueType.TEXT);
    public static final SettingKey<Duration> SERVER_CONNECT_TIMEOUT =
            key("server_connect_timeout", Durations.FRACTIONAL_SECONDS).defaultsTo(Duration.ofSeconds(15));
    public static final SettingKey<Boolean> SERVER_FAST_CLOSE =
            key("server_fast_close", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Duration> SERVER_IDLE_TIMEOUT =
            key("server_idle_timeout", Durations.FRACTIONAL_SECONDS).defaultsTo(Duration.ofMinutes(10));
    public static final SettingKey<Duration> SERVER_LIFETIME =
            key("server_lifetime", Durations.FRACTIONAL_SECONDS).defaultsTo(Duration.ofHours(1));
    public static final SettingKey<Duration> SERVER_LOGIN_RETRY =
            key("server_login_retry", Durations.FRACTIONAL_SECONDS).defaultsTo(Duration.ofSeconds(15));
    /// Not run in transaction pooling, unless `server_reset_query_always` is set.
    public static final SettingKey<String> SERVER_RESET_QUERY =
            key("server_reset_query", ValueType.TEXT).defaultsTo("DISCARD ALL");
    public static final SettingKey<Boolean> SERVER_RESET_QUERY_ALWAYS =
            key("server_reset_query_always", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> SERVER_ROUND_ROBIN =
            key("server_round_robin", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> SERVER_TLS13_CIPHERS = key("server_tls13_ciphers", ValueType.TEXT);
    public static final SettingKey<String> SERVER_TLS_CA_FILE = key("server_tls_ca_file", ValueType.TEXT);
    public static final SettingKey<String> SERVER_TLS_CERT_FILE = key("server_tls_cert_file", ValueType.TEXT);
    public static final SettingKey<String> SERVER_TLS_CIPHERS = key("server_tls_ciphers", ValueType.TEXT);
    public static final SettingKey<String> SERVER_TLS_KEY_FILE = key("server_tls_key_file", ValueType.TEXT);
    public static final SettingKey<String> SERVER_TLS_PROTOCOLS =
            key("server_tls_protocols", ValueType.TEXT).defaultsTo("all").changedTo("secure", "1.13");
    public static final SettingKey<String> SERVER_TLS_SSLMODE = key(
                    "server_tls_sslmode",
                    ValueType.oneOf("disable", "allow", "prefer", "require", "verify-ca", "verify-full"))
            .defaultsTo("disable")
            .changedTo("prefer", "1.20");
    public static final SettingKey<Boolean> SO_REUSEPORT =
            key("so_reuseport", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Duration> STATS_PERIOD =
            key("stats_period", ValueType.SECONDS).defaultsTo(Duration.ofMinutes(1));
    public static final SettingKey<String> STATS_USERS = key("stats_users", ValueType.TEXT);
    public static final SettingKey<Duration> SUSPEND_TIMEOUT =
            key("suspend_timeout", Durations.FRACTIONAL_SECONDS).defaultsTo(Duration.ofSeconds(10));
    public static final SettingKey<Boolean> SYSLOG =
            key("syslog", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> SYSLOG_FACILITY =
            key("syslog_facility", ValueType.TEXT).defaultsTo("daemon");
    public static final SettingKey<String> SYSLOG_IDENT =
            key("syslog_ident", ValueType.TEXT).defaultsTo("pgbouncer");
    public static final SettingKey<Integer> TCP_DEFER_ACCEPT = key("tcp_defer_accept", ValueType.COUNT);
    public static final SettingKey<Boolean> TCP_KEEPALIVE =
            key("tcp_keepalive", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Integer> TCP_KEEPCNT =
            key("tcp_keepcnt", ValueType.COUNT).defaultsTo(0);
    /// 0: what the kernel says.
    public static final SettingKey<Duration> TCP_KEEPIDLE =
            key("tcp_keepidle", ValueType.SECONDS).defaultsTo(Duration.ZERO);
    /// 0: what the kernel says.
    public static final SettingKey<Duration> TCP_KEEPINTVL =
            key("tcp_keepintvl", ValueType.SECONDS).defaultsTo(Duration.ZERO);
    public static final SettingKey<Integer> TCP_SOCKET_BUFFER =
            key("tcp_socket_buffer", ValueType.COUNT).defaultsTo(0);
    /// 0: what the kernel says.
    public static final SettingKey<Duration> TCP_USER_TIMEOUT =
            key("tcp_user_timeout", ValueType.MILLIS).defaultsTo(Duration.ZERO);
    public static final SettingKey<String> TRACK_EXTRA_PARAMETERS =
            key("track_extra_parameters", ValueType.TEXT).defaultsTo("IntervalStyle");
    public static final SettingKey<Duration> TRANSACTION_TIMEOUT =
            key("transaction_timeout", Durations.FRACTIONAL_SECONDS).defaultsTo(Duration.ZERO);
    public static final SettingKey<String> UNIX_SOCKET_DIR = key("unix_socket_dir", ValueType.TEXT);
    public static final SettingKey<String> UNIX_SOCKET_GROUP = key("unix_socket_group", ValueType.TEXT);
    public static final SettingKey<String> UNIX_SOCKET_MODE = key("unix_socket_mode", ValueType.TEXT);
    public static final SettingKey<String> USER = key("user", ValueType.TEXT);
    public static final SettingKey<Integer> VERBOSE = key("verbose", ValueType.COUNT);

    public static final SettingKey<String> DATABASES_APPLICATION_NAME =
            key("databases.application_name", ValueType.TEXT);
    public static final SettingKey<String> DATABASES_AUTH_DBNAME = key("databases.auth_dbname", ValueType.TEXT);
    public static final SettingKey<String> DATABASES_AUTH_QUERY = key("databases.auth_query", ValueType.TEXT);
    public static final SettingKey<String> DATABASES_AUTH_USER = key("databases.auth_user", ValueType.TEXT);
    public static final SettingKey<String> DATABASES_CLIENT_ENCODING = key("databases.client_encoding", ValueType.TEXT);
    public static final SettingKey<String> DATABASES_CONNECT_QUERY = key("databases.connect_query", ValueType.TEXT);
    public static final SettingKey<String> DATABASES_DATE_STYLE = key("databases.datestyle", ValueType.TEXT);
    /// The name on the pooler when nobody sets it.
    public static final SettingKey<String> DATABASES_DBNAME = key("databases.dbname", ValueType.TEXT);
    /// A Unix socket when nobody sets it.
    public static final SettingKey<String> DATABASES_HOST = key("databases.host", ValueType.TEXT);
    public static final SettingKey<String> DATABASES_LOAD_BALANCE_HOSTS =
            key("databases.load_balance_hosts", ValueType.oneOf("disable", "round-robin"));
    public static final SettingKey<Integer> DATABASES_MAX_DB_CLIENT_CONNECTIONS =
            key("databases.max_db_client_connections", ValueType.COUNT);
    public static final SettingKey<Integer> DATABASES_MAX_DB_CONNECTIONS =
            key("databases.max_db_connections", ValueType.COUNT);
    public static final SettingKey<Integer> DATABASES_MIN_POOL_SIZE = key("databases.min_pool_size", ValueType.COUNT);
    public static final SettingKey<Secret> DATABASES_PASSWORD = key("databases.password", ValueType.SECRET);
    public static final SettingKey<String> DATABASES_POOL_MODE =
            key("databases.pool_mode", ValueType.oneOf("session", "transaction", "statement"));
    public static final SettingKey<Integer> DATABASES_POOL_SIZE = key("databases.pool_size", ValueType.COUNT);
    public static final SettingKey<Integer> DATABASES_PORT =
            key("databases.port", ValueType.COUNT).defaultsTo(5432);
    public static final SettingKey<Integer> DATABASES_RESERVE_POOL_SIZE =
            key("databases.reserve_pool_size", ValueType.COUNT).alsoNamed("databases.reserve_pool");
    public static final SettingKey<Duration> DATABASES_SERVER_LIFETIME =
            key("databases.server_lifetime", Durations.FRACTIONAL_SECONDS);
    public static final SettingKey<String> DATABASES_TIMEZONE = key("databases.timezone", ValueType.TEXT);
    /// Forces all clients into one pool, whoever they are.
    public static final SettingKey<String> DATABASES_USER = key("databases.user", ValueType.TEXT);
    /// The first user for whom the mode differs from that of the database.
    public static final SettingKey<String> USERS_POOL_MODE =
            key("users.pool_mode", ValueType.oneOf("session", "transaction", "statement"));

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(PgBouncerKeys.class);

    private PgBouncerKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.PGBOUNCER, name, type, SOURCE);
    }
}
