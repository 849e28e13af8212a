package dev.tautline.settings;

import java.time.Duration;

/// The settings of HAProxy that rules need, by the words of its file. What stands on a `server` line has
/// `server.` before it, what stands in a section `resolvers` or `global` has that.
public final class HaproxyKeys {
    private static final String SOURCE = "https://docs.haproxy.org/3.2/configuration.html";

    public static final SettingKey<Integer> GLOBAL_MAXCONN = key("global.maxconn", ValueType.COUNT);
    /// Of a frontend or listener.
    public static final SettingKey<Integer> MAXCONN = key("maxconn", ValueType.COUNT);
    public static final SettingKey<String> MODE =
            key("mode", ValueType.oneOf("tcp", "http", "log", "spop")).defaultsTo("tcp");
    public static final SettingKey<String> BALANCE = key("balance", ValueType.TEXT);
    public static final SettingKey<Integer> RETRIES =
            key("retries", ValueType.COUNT).defaultsTo(3);
    public static final SettingKey<Duration> TIMEOUT_CHECK = key("timeout check", Durations.HAPROXY);
    /// Without one, HAProxy waits for ever, and warns.
    public static final SettingKey<Duration> TIMEOUT_CLIENT = key("timeout client", Durations.HAPROXY);
    public static final SettingKey<Duration> TIMEOUT_CLIENT_FIN = key("timeout client-fin", Durations.HAPROXY);
    /// Without one, HAProxy waits for ever, and warns.
    public static final SettingKey<Duration> TIMEOUT_CONNECT = key("timeout connect", Durations.HAPROXY);
    public static final SettingKey<Duration> TIMEOUT_HTTP_KEEP_ALIVE =
            key("timeout http-keep-alive", Durations.HAPROXY);
    public static final SettingKey<Duration> TIMEOUT_HTTP_REQUEST = key("timeout http-request", Durations.HAPROXY);
    /// `timeout connect` when nobody sets it.
    public static final SettingKey<Duration> TIMEOUT_QUEUE = key("timeout queue", Durations.HAPROXY);
    /// Without one, HAProxy waits for ever, and warns.
    public static final SettingKey<Duration> TIMEOUT_SERVER = key("timeout server", Durations.HAPROXY);
    public static final SettingKey<Duration> TIMEOUT_SERVER_FIN = key("timeout server-fin", Durations.HAPROXY);
    public static final SettingKey<Duration> TIMEOUT_TARPIT = key("timeout tarpit", Durations.HAPROXY);
    /// Takes the place of `timeout client` and `timeout server` once both sides talk.
    public static final SettingKey<Duration> TIMEOUT_TUNNEL = key("timeout tunnel", Durations.HAPROXY);
    public static final SettingKey<String> OPTION_CLITCPKA = key("option clitcpka", ValueType.TEXT);
    public static final SettingKey<String> OPTION_SRVTCPKA = key("option srvtcpka", ValueType.TEXT);
    public static final SettingKey<String> OPTION_TCPKA = key("option tcpka", ValueType.TEXT);
    public static final SettingKey<String> OPTION_TCP_CHECK = key("option tcp-check", ValueType.TEXT);
    /// What a check of `option tcp-check` waits for; without one it only connects.
    public static final SettingKey<String> TCP_CHECK_EXPECT = key("tcp-check expect", ValueType.TEXT);
    public static final SettingKey<String> OPTION_EXTERNAL_CHECK = key("option external-check", ValueType.TEXT);
    public static final SettingKey<String> OPTION_HTTPCHK = key("option httpchk", ValueType.TEXT);
    public static final SettingKey<String> OPTION_PGSQL_CHECK = key("option pgsql-check", ValueType.TEXT);
    public static final SettingKey<String> OPTION_MYSQL_CHECK = key("option mysql-check", ValueType.TEXT);
    public static final SettingKey<String> OPTION_SSL_HELLO_CHK = key("option ssl-hello-chk", ValueType.TEXT);
    public static final SettingKey<String> OPTION_REDISPATCH = key("option redispatch", ValueType.TEXT);
    public static final SettingKey<String> OPTION_TCPLOG = key("option tcplog", ValueType.TEXT);
    public static final SettingKey<String> OPTION_ABORTONCLOSE = key("option abortonclose", ValueType.TEXT);
    public static final SettingKey<String> OPTION_LOG_HEALTH_CHECKS = key("option log-health-checks", ValueType.TEXT);
    public static final SettingKey<Boolean> SERVER_CHECK =
            key("server.check", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> SERVER_BACKUP =
            key("server.backup", ValueType.FLAG).defaultsTo(false);
    /// 0: no limit.
    public static final SettingKey<Integer> SERVER_MAXCONN =
            key("server.maxconn", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Integer> SERVER_MAXQUEUE =
            key("server.maxqueue", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Duration> SERVER_INTER =
            key("server.inter", Durations.HAPROXY).defaultsTo(Duration.ofSeconds(2));
    public static final SettingKey<Duration> SERVER_FASTINTER = key("server.fastinter", Durations.HAPROXY);
    public static final SettingKey<Duration> SERVER_DOWNINTER = key("server.downinter", Durations.HAPROXY);
    public static final SettingKey<Integer> SERVER_RISE =
            key("server.rise", ValueType.COUNT).defaultsTo(2);
    public static final SettingKey<Integer> SERVER_FALL =
            key("server.fall", ValueType.COUNT).defaultsTo(3);
    public static final SettingKey<Integer> SERVER_PORT = key("server.port", ValueType.COUNT);
    public static final SettingKey<String> SERVER_ON_MARKED_DOWN =
            key("server.on-marked-down", ValueType.oneOf("shutdown-sessions"));
    public static final SettingKey<String> SERVER_ON_MARKED_UP =
            key("server.on-marked-up", ValueType.oneOf("shutdown-backup-sessions"));
    public static final SettingKey<String> SERVER_RESOLVERS = key("server.resolvers", ValueType.TEXT);
    public static final SettingKey<String> SERVER_INIT_ADDR = key("server.init-addr", ValueType.TEXT);
    public static final SettingKey<Boolean> SERVER_SEND_PROXY =
            key("server.send-proxy", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> SERVER_SEND_PROXY_V2 =
            key("server.send-proxy-v2", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> SERVER_SSL =
            key("server.ssl", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> SERVER_VERIFY = key("server.verify", ValueType.oneOf("none", "required"));
    public static final SettingKey<Integer> SERVER_WEIGHT =
            key("server.weight", ValueType.COUNT).defaultsTo(1);
    /// Of `do-resolve` actions only; the addresses of servers are asked for at each `timeout resolve`.
    public static final SettingKey<Duration> RESOLVERS_HOLD_VALID =
            key("resolvers.hold valid", Durations.HAPROXY).defaultsTo(Duration.ofSeconds(10));
    public static final SettingKey<Integer> RESOLVERS_RESOLVE_RETRIES =
            key("resolvers.resolve_retries", ValueType.COUNT).defaultsTo(3);
    public static final SettingKey<Duration> RESOLVERS_TIMEOUT_RESOLVE =
            key("resolvers.timeout resolve", Durations.HAPROXY).defaultsTo(Duration.ofSeconds(1));
    public static final SettingKey<Duration> RESOLVERS_TIMEOUT_RETRY =
            key("resolvers.timeout retry", Durations.HAPROXY).defaultsTo(Duration.ofSeconds(1));

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(HaproxyKeys.class);

    private HaproxyKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.HAPROXY, name, type, SOURCE);
    }
}
