package dev.tautline.settings;

import java.time.Duration;

/// The settings of nginx's module `stream` that rules need. What stands on a `server` line of an `upstream` has
/// `server.` before it.
public final class NginxKeys {
    private static final String PROXY = "https://nginx.org/en/docs/stream/ngx_stream_proxy_module.html";
    private static final String UPSTREAM = "https://nginx.org/en/docs/stream/ngx_stream_upstream_module.html";

    /// Between two reads or writes, on either side.
    public static final SettingKey<Duration> PROXY_TIMEOUT =
            key("proxy_timeout", Durations.NGINX, PROXY).defaultsTo(Duration.ofMinutes(10));
    public static final SettingKey<Duration> PROXY_CONNECT_TIMEOUT =
            key("proxy_connect_timeout", Durations.NGINX, PROXY).defaultsTo(Duration.ofMinutes(1));
    public static final SettingKey<Boolean> PROXY_SOCKET_KEEPALIVE =
            key("proxy_socket_keepalive", ValueType.FLAG, PROXY).defaultsTo(false);
    public static final SettingKey<Boolean> SERVER_BACKUP =
            key("server.backup", ValueType.FLAG, UPSTREAM).defaultsTo(false);
    public static final SettingKey<Boolean> SERVER_RESOLVE = key("server.resolve", ValueType.FLAG, UPSTREAM);

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(NginxKeys.class);

    private NginxKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type, String source) {
        return SettingKey.of(Product.NGINX, name, type, source);
    }
}
