package dev.tautline.settings;

import java.time.Duration;

/// Every connection parameter of libpq, by its own names, as they stand in a URL `postgresql://…` and in a connection
/// string `host=…`. libpq refuses a name that it does not know. Other clients take such URLs, too, and most of the
/// names. From the manual of PostgreSQL 18.
public final class LibpqKeys {
    private static final String SOURCE = "https://www.postgresql.org/docs/18/libpq-connect.html#LIBPQ-PARAMKEYWORDS";
    private static final ValueType<String> TLS_VERSION = ValueType.oneOf("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3", "");

    public static final SettingKey<String> APPLICATION_NAME = key("application_name", ValueType.TEXT);
    public static final SettingKey<String> CHANNEL_BINDING =
            key("channel_binding", ValueType.oneOf("disable", "prefer", "require"));
    public static final SettingKey<String> CLIENT_ENCODING = key("client_encoding", ValueType.TEXT);
    /// 0: no limit.
    public static final SettingKey<Duration> CONNECT_TIMEOUT = key("connect_timeout", ValueType.SECONDS);
    public static final SettingKey<String> DBNAME = key("dbname", ValueType.TEXT);
    public static final SettingKey<String> FALLBACK_APPLICATION_NAME = key("fallback_application_name", ValueType.TEXT);
    public static final SettingKey<String> GSS_DELEGATION = key("gssdelegation", ValueType.TEXT);
    public static final SettingKey<String> GSS_ENC_MODE =
            key("gssencmode", ValueType.oneOf("disable", "prefer", "require"));
    public static final SettingKey<String> GSS_LIB = key("gsslib", ValueType.TEXT);
    public static final SettingKey<String> HOST = key("host", ValueType.TEXT);
    public static final SettingKey<String> HOST_ADDRESS = key("hostaddr", ValueType.TEXT);
    public static final SettingKey<Integer> KEEPALIVES = key("keepalives", ValueType.COUNT);
    public static final SettingKey<Integer> KEEPALIVES_COUNT = key("keepalives_count", ValueType.COUNT);
    public static final SettingKey<Duration> KEEPALIVES_IDLE = key("keepalives_idle", ValueType.SECONDS);
    public static final SettingKey<Duration> KEEPALIVES_INTERVAL = key("keepalives_interval", ValueType.SECONDS);
    public static final SettingKey<String> KRB_SERVICE_NAME = key("krbsrvname", ValueType.TEXT);
    public static final SettingKey<String> LOAD_BALANCE_HOSTS =
            key("load_balance_hosts", ValueType.oneOf("disable", "random"));
    public static final SettingKey<String> MAX_PROTOCOL_VERSION =
            key("max_protocol_version", ValueType.oneOf("3.0", "3.2", "latest"));
    public static final SettingKey<String> MIN_PROTOCOL_VERSION =
            key("min_protocol_version", ValueType.oneOf("3.0", "3.2", "latest"));
    public static final SettingKey<String> OAUTH_CLIENT_ID = key("oauth_client_id", ValueType.TEXT);
    public static final SettingKey<Secret> OAUTH_CLIENT_SECRET = key("oauth_client_secret", ValueType.SECRET);
    public static final SettingKey<String> OAUTH_ISSUER = key("oauth_issuer", ValueType.TEXT);
    public static final SettingKey<String> OAUTH_SCOPE = key("oauth_scope", ValueType.TEXT);
    public static final SettingKey<String> OPTIONS = key("options", ValueType.TEXT);
    public static final SettingKey<String> PASSFILE = key("passfile", ValueType.TEXT);
    public static final SettingKey<Secret> PASSWORD = key("password", ValueType.SECRET);
    public static final SettingKey<String> PORT = key("port", ValueType.TEXT);
    public static final SettingKey<String> REPLICATION = key("replication", ValueType.TEXT);
    public static final SettingKey<String> REQUIRE_AUTH = key("require_auth", ValueType.TEXT);
    public static final SettingKey<String> REQUIRE_PEER = key("requirepeer", ValueType.TEXT);
    public static final SettingKey<String> REQUIRE_SSL = key("requiressl", ValueType.TEXT);
    public static final SettingKey<Secret> SCRAM_CLIENT_KEY = key("scram_client_key", ValueType.SECRET);
    public static final SettingKey<Secret> SCRAM_SERVER_KEY = key("scram_server_key", ValueType.SECRET);
    public static final SettingKey<String> SERVICE = key("service", ValueType.TEXT);
    public static final SettingKey<String> SERVICE_FILE = key("servicefile", ValueType.TEXT);
    public static final SettingKey<String> SSL_CERT = key("sslcert", ValueType.TEXT);
    public static final SettingKey<String> SSL_CERT_MODE =
            key("sslcertmode", ValueType.oneOf("disable", "allow", "require"));
    public static final SettingKey<String> SSL_COMPRESSION = key("sslcompression", ValueType.TEXT);
    public static final SettingKey<String> SSL_CRL = key("sslcrl", ValueType.TEXT);
    public static final SettingKey<String> SSL_CRL_DIR = key("sslcrldir", ValueType.TEXT);
    public static final SettingKey<String> SSL_KEY = key("sslkey", ValueType.TEXT);
    public static final SettingKey<String> SSL_KEY_LOG_FILE = key("sslkeylogfile", ValueType.TEXT);
    public static final SettingKey<String> SSL_MAX_PROTOCOL_VERSION = key("ssl_max_protocol_version", TLS_VERSION);
    public static final SettingKey<String> SSL_MIN_PROTOCOL_VERSION = key("ssl_min_protocol_version", TLS_VERSION);
    public static final SettingKey<String> SSL_MODE =
            key("sslmode", ValueType.oneOf("disable", "allow", "prefer", "require", "verify-ca", "verify-full"));
    public static final SettingKey<String> SSL_NEGOTIATION =
            key("sslnegotiation", ValueType.oneOf("postgres", "direct"));
    public static final SettingKey<Secret> SSL_PASSWORD = key("sslpassword", ValueType.SECRET);
    /// A file, or `system`: the authorities that the operating system trusts.
    public static final SettingKey<String> SSL_ROOT_CERT = key("sslrootcert", ValueType.TEXT);
    public static final SettingKey<String> SSL_SNI = key("sslsni", ValueType.TEXT);
    public static final SettingKey<String> TARGET_SESSION_ATTRS = key(
            "target_session_attrs",
            ValueType.oneOf("any", "read-write", "read-only", "primary", "standby", "prefer-standby"));
    public static final SettingKey<Integer> TCP_USER_TIMEOUT = key("tcp_user_timeout", ValueType.COUNT);
    public static final SettingKey<String> USER = key("user", ValueType.TEXT);

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(LibpqKeys.class);

    private LibpqKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.LIBPQ, name, type, SOURCE);
    }
}
