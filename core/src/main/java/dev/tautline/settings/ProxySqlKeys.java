package dev.tautline.settings;

import java.time.Duration;

/// The settings of ProxySQL that rules need. In its file the prefix `mysql-` or `admin-` is left out, for the
/// section says it: `mysql_variables`, `admin_variables`. Those of the lists `mysql_servers` and
/// `mysql_users` have the list's name before them. Compared with the constructor of `MySQL_Threads_Handler`
/// of ProxySQL 3.0.
public final class ProxySqlKeys {
    private static final String SOURCE = "https://proxysql.com/documentation/global-variables/mysql-variables/";

    /// `user:password` pairs; admin:admin unless somebody changes it.
    public static final SettingKey<Secret> ADMIN_CREDENTIALS =
            key("admin-admin_credentials", ValueType.SECRET).alsoNamed("admin_credentials");
    public static final SettingKey<String> ADMIN_INTERFACES =
            key("admin-mysql_ifaces", ValueType.TEXT).alsoNamed("mysql_ifaces");
    public static final SettingKey<Integer> CONNECT_RETRIES_ON_FAILURE = key(
                    "mysql-connect_retries_on_failure", ValueType.COUNT)
            .alsoNamed("connect_retries_on_failure")
            .defaultsTo(10);
    public static final SettingKey<Duration> CONNECT_TIMEOUT_CLIENT = key(
                    "mysql-connect_timeout_client", ValueType.MILLIS)
            .alsoNamed("connect_timeout_client")
            .defaultsTo(Duration.ofSeconds(10));
    public static final SettingKey<Duration> CONNECT_TIMEOUT_SERVER = key(
                    "mysql-connect_timeout_server", ValueType.MILLIS)
            .alsoNamed("connect_timeout_server")
            .defaultsTo(Duration.ofSeconds(1));
    public static final SettingKey<Duration> CONNECT_TIMEOUT_SERVER_MAX = key(
                    "mysql-connect_timeout_server_max", ValueType.MILLIS)
            .alsoNamed("connect_timeout_server_max")
            .defaultsTo(Duration.ofSeconds(10));
    /// 0: a connection lives for ever.
    public static final SettingKey<Duration> CONNECTION_MAX_AGE_MS = key(
                    "mysql-connection_max_age_ms", ValueType.MILLIS)
            .alsoNamed("connection_max_age_ms")
            .defaultsTo(Duration.ZERO);
    public static final SettingKey<Duration> DEFAULT_QUERY_TIMEOUT = key(
                    "mysql-default_query_timeout", ValueType.MILLIS)
            .alsoNamed("default_query_timeout")
            .defaultsTo(Duration.ofDays(1));
    public static final SettingKey<Integer> FREE_CONNECTIONS_PCT = key("mysql-free_connections_pct", ValueType.COUNT)
            .alsoNamed("free_connections_pct")
            .defaultsTo(10);
    public static final SettingKey<Boolean> HAVE_SSL = key("mysql-have_ssl", ValueType.FLAG)
            .alsoNamed("have_ssl")
            .defaultsTo(false)
            .changedTo(true, "2.6");
    public static final SettingKey<String> INIT_CONNECT =
            key("mysql-init_connect", ValueType.TEXT).alsoNamed("init_connect");
    public static final SettingKey<String> INTERFACES =
            key("mysql-interfaces", ValueType.TEXT).alsoNamed("interfaces");
    public static final SettingKey<String> KEEP_MULTIPLEXING_VARIABLES =
            key("mysql-keep_multiplexing_variables", ValueType.TEXT).alsoNamed("keep_multiplexing_variables");
    public static final SettingKey<DataSize> MAX_ALLOWED_PACKET = key("mysql-max_allowed_packet", MySqlUnits.SIZE)
            .alsoNamed("max_allowed_packet")
            .defaultsTo(DataSize.ofMib(64));
    /// 10000 in the code; the packaged configuration file writes 2048.
    public static final SettingKey<Integer> MAX_CONNECTIONS = key("mysql-max_connections", ValueType.COUNT)
            .alsoNamed("max_connections")
            .defaultsTo(10000);
    public static final SettingKey<Duration> MAX_TRANSACTION_IDLE_TIME = key(
                    "mysql-max_transaction_idle_time", ValueType.MILLIS)
            .alsoNamed("max_transaction_idle_time")
            .defaultsTo(Duration.ofHours(4));
    public static final SettingKey<Duration> MAX_TRANSACTION_TIME = key("mysql-max_transaction_time", ValueType.MILLIS)
            .alsoNamed("max_transaction_time")
            .defaultsTo(Duration.ofHours(4));
    public static final SettingKey<Boolean> MONITOR_ENABLED = key("mysql-monitor_enabled", ValueType.FLAG)
            .alsoNamed("monitor_enabled")
            .defaultsTo(true);
    public static final SettingKey<Secret> MONITOR_PASSWORD =
            key("mysql-monitor_password", ValueType.SECRET).alsoNamed("monitor_password");
    public static final SettingKey<Duration> MONITOR_READ_ONLY_INTERVAL = key(
                    "mysql-monitor_read_only_interval", ValueType.MILLIS)
            .alsoNamed("monitor_read_only_interval")
            .defaultsTo(Duration.ofSeconds(1));
    public static final SettingKey<Duration> MONITOR_READ_ONLY_TIMEOUT = key(
                    "mysql-monitor_read_only_timeout", ValueType.MILLIS)
            .alsoNamed("monitor_read_only_timeout")
            .defaultsTo(Duration.ofMillis(800));
    public static final SettingKey<Duration> MONITOR_REPLICATION_LAG_INTERVAL = key(
                    "mysql-monitor_replication_lag_interval", ValueType.MILLIS)
            .alsoNamed("monitor_replication_lag_interval")
            .defaultsTo(Duration.ofSeconds(10));
    public static final SettingKey<String> MONITOR_USERNAME = key("mysql-monitor_username", ValueType.TEXT)
            .alsoNamed("monitor_username")
            .defaultsTo("monitor");
    public static final SettingKey<Boolean> MULTIPLEXING =
            key("mysql-multiplexing", ValueType.FLAG).alsoNamed("multiplexing").defaultsTo(true);
    public static final SettingKey<Duration> PING_INTERVAL_SERVER_MSEC = key(
                    "mysql-ping_interval_server_msec", ValueType.MILLIS)
            .alsoNamed("ping_interval_server_msec")
            .defaultsTo(Duration.ofSeconds(10));
    public static final SettingKey<Duration> PING_TIMEOUT_SERVER = key("mysql-ping_timeout_server", ValueType.MILLIS)
            .alsoNamed("ping_timeout_server")
            .defaultsTo(Duration.ofMillis(200));
    public static final SettingKey<Integer> QUERY_RETRIES_ON_FAILURE = key(
                    "mysql-query_retries_on_failure", ValueType.COUNT)
            .alsoNamed("query_retries_on_failure")
            .defaultsTo(1);
    public static final SettingKey<String> SERVER_VERSION =
            key("mysql-server_version", ValueType.TEXT).alsoNamed("server_version");
    public static final SettingKey<Integer> SET_QUERY_LOCK_ON_HOSTGROUP = key(
                    "mysql-set_query_lock_on_hostgroup", ValueType.COUNT)
            .alsoNamed("set_query_lock_on_hostgroup")
            .defaultsTo(1);
    public static final SettingKey<Integer> SHUN_ON_FAILURES = key("mysql-shun_on_failures", ValueType.COUNT)
            .alsoNamed("shun_on_failures")
            .defaultsTo(5);
    public static final SettingKey<Duration> SHUN_RECOVERY_TIME_SEC = key(
                    "mysql-shun_recovery_time_sec", ValueType.SECONDS)
            .alsoNamed("shun_recovery_time_sec")
            .defaultsTo(Duration.ofSeconds(10));
    public static final SettingKey<Duration> TCP_KEEPALIVE_TIME = key("mysql-tcp_keepalive_time", ValueType.SECONDS)
            .alsoNamed("tcp_keepalive_time")
            .defaultsTo(Duration.ZERO)
            .changedTo(Duration.ofMinutes(2), "2.6");
    public static final SettingKey<Integer> THREADS =
            key("mysql-threads", ValueType.COUNT).alsoNamed("threads").defaultsTo(4);
    public static final SettingKey<Boolean> USE_TCP_KEEPALIVE = key("mysql-use_tcp_keepalive", ValueType.FLAG)
            .alsoNamed("use_tcp_keepalive")
            .defaultsTo(false)
            .changedTo(true, "2.6");
    public static final SettingKey<Duration> WAIT_TIMEOUT = key("mysql-wait_timeout", ValueType.MILLIS)
            .alsoNamed("wait_timeout")
            .defaultsTo(Duration.ofHours(8));
    /// Where the first of the active `mysql_query_rules` that fits sends a `SELECT … FOR UPDATE`.
    public static final SettingKey<Integer> LOCKING_READ_HOSTGROUP =
            key("mysql_query_rules.destination_hostgroup", ValueType.COUNT);
    /// Written in `mysql_replication_hostgroups` or the like of it for Galera, group replication or Aurora: the
    /// group that ProxySQL keeps the writer in.
    public static final SettingKey<Integer> WRITER_HOSTGROUP = key("writer_hostgroup", ValueType.COUNT);
    public static final SettingKey<Integer> MYSQL_SERVERS_MAX_CONNECTIONS =
            key("mysql_servers.max_connections", ValueType.COUNT).defaultsTo(1000);
    /// 0: lag is not looked at.
    public static final SettingKey<Duration> MYSQL_SERVERS_MAX_REPLICATION_LAG =
            key("mysql_servers.max_replication_lag", ValueType.SECONDS).defaultsTo(Duration.ZERO);
    public static final SettingKey<Boolean> MYSQL_SERVERS_USE_SSL =
            key("mysql_servers.use_ssl", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Integer> MYSQL_SERVERS_HOSTGROUP_ID = key(
                    "mysql_servers.hostgroup_id", ValueType.COUNT)
            .alsoNamed("mysql_servers.hostgroup")
            .defaultsTo(0);
    public static final SettingKey<Boolean> MYSQL_USERS_TRANSACTION_PERSISTENT =
            key("mysql_users.transaction_persistent", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Integer> MYSQL_USERS_MAX_CONNECTIONS =
            key("mysql_users.max_connections", ValueType.COUNT).defaultsTo(10000);
    /// The first that stands in clear, not hashed as the servers hash it.
    public static final SettingKey<Secret> MYSQL_USERS_PASSWORD = key("mysql_users.password", ValueType.SECRET);
    public static final SettingKey<Integer> MYSQL_USERS_DEFAULT_HOSTGROUP =
            key("mysql_users.default_hostgroup", ValueType.COUNT).defaultsTo(0);

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(ProxySqlKeys.class);

    private ProxySqlKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.PROXYSQL, name, type, SOURCE);
    }
}
