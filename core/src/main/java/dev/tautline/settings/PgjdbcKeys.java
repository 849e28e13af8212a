package dev.tautline.settings;

import java.time.Duration;

/// Every connection property of pgjdbc, by the driver's own names. Names are case-sensitive, and the driver ignores one
/// that it does not know without a word. Compared with the driver on the class path by a test.
public final class PgjdbcKeys {
    private static final String SOURCE = "https://jdbc.postgresql.org/documentation/use/#connection-parameters";

    public static final SettingKey<Boolean> ADAPTIVE_FETCH =
            key("adaptiveFetch", ValueType.FLAG).defaultsTo(false).addedIn("42.3.0");
    public static final SettingKey<Integer> ADAPTIVE_FETCH_MAXIMUM =
            key("adaptiveFetchMaximum", ValueType.COUNT).defaultsTo(-1).addedIn("42.3.0");
    public static final SettingKey<Integer> ADAPTIVE_FETCH_MINIMUM =
            key("adaptiveFetchMinimum", ValueType.COUNT).defaultsTo(0).addedIn("42.3.0");
    public static final SettingKey<Boolean> ALLOW_ENCODING_CHANGES =
            key("allowEncodingChanges", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> APPLICATION_NAME =
            key("ApplicationName", ValueType.TEXT).defaultsTo("PostgreSQL JDBC Driver");
    public static final SettingKey<String> ASSUME_MIN_SERVER_VERSION = key("assumeMinServerVersion", ValueType.TEXT);
    public static final SettingKey<String> AUTHENTICATION_PLUGIN_CLASS_NAME =
            key("authenticationPluginClassName", ValueType.TEXT).addedIn("42.3.2");
    public static final SettingKey<String> AUTOSAVE =
            key("autosave", ValueType.oneOf("always", "never", "conservative")).defaultsTo("never");
    public static final SettingKey<Boolean> BINARY_TRANSFER =
            key("binaryTransfer", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> BINARY_TRANSFER_DISABLE = key("binaryTransferDisable", ValueType.TEXT);
    public static final SettingKey<String> BINARY_TRANSFER_ENABLE = key("binaryTransferEnable", ValueType.TEXT);
    public static final SettingKey<Duration> CANCEL_SIGNAL_TIMEOUT =
            key("cancelSignalTimeout", ValueType.SECONDS).defaultsTo(Duration.ofSeconds(10));
    public static final SettingKey<String> CHANNEL_BINDING = key(
                    "channelBinding", ValueType.oneOf("disable", "prefer", "require"))
            .defaultsTo("prefer")
            .addedIn("42.7.4");
    public static final SettingKey<String> CLASS_LOADER_STRATEGY = key(
                    "classLoaderStrategy", ValueType.oneOf("driver", "driver-first", "context-first"))
            .defaultsTo("driver-first");
    public static final SettingKey<Boolean> CLEANUP_SAVEPOINTS =
            key("cleanupSavepoints", ValueType.FLAG).defaultsTo(false).addedIn("42.2.6");
    public static final SettingKey<String> CONNECT_EXECUTOR = key("connectExecutor", ValueType.TEXT);
    public static final SettingKey<String> CONNECT_EXECUTOR_ARG = key("connectExecutorArg", ValueType.TEXT);
    public static final SettingKey<Duration> CONNECT_TIMEOUT =
            key("connectTimeout", ValueType.SECONDS).defaultsTo(Duration.ofSeconds(10));
    public static final SettingKey<Boolean> CONVERT_BOOLEAN_TO_NUMERIC =
            key("convertBooleanToNumeric", ValueType.FLAG).defaultsTo(false).addedIn("42.7.8");
    public static final SettingKey<String> CURRENT_SCHEMA = key("currentSchema", ValueType.TEXT);
    public static final SettingKey<Integer> DATABASE_METADATA_CACHE_FIELDS =
            key("databaseMetadataCacheFields", ValueType.COUNT).defaultsTo(65536);
    public static final SettingKey<Integer> DATABASE_METADATA_CACHE_FIELDS_MIB =
            key("databaseMetadataCacheFieldsMiB", ValueType.COUNT).defaultsTo(5);
    public static final SettingKey<Integer> DEFAULT_ROW_FETCH_SIZE =
            key("defaultRowFetchSize", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Boolean> DISABLE_COLUMN_SANITISER =
            key("disableColumnSanitiser", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> ESCAPE_SYNTAX_CALL_MODE = key(
                    "escapeSyntaxCallMode", ValueType.oneOf("select", "callIfNoReturn", "call"))
            .defaultsTo("select")
            .addedIn("42.2.9");
    public static final SettingKey<Boolean> FLUSH_CACHE_ON_DDL =
            key("flushCacheOnDdl", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> GROUP_STARTUP_PARAMETERS =
            key("groupStartupParameters", ValueType.FLAG).defaultsTo(false).addedIn("42.4.0");
    public static final SettingKey<String> GSS_ENC_MODE = key(
                    "gssEncMode", ValueType.oneOf("disable", "allow", "prefer", "require"))
            .defaultsTo("allow")
            .addedIn("42.2.15");
    public static final SettingKey<String> GSS_LIB =
            key("gsslib", ValueType.oneOf("auto", "sspi", "gssapi")).defaultsTo("auto");
    public static final SettingKey<Duration> GSS_RESPONSE_TIMEOUT = key("gssResponseTimeout", ValueType.MILLIS)
            .defaultsTo(Duration.ofSeconds(5))
            .addedIn("42.5.2");
    public static final SettingKey<Boolean> GSS_USE_DEFAULT_CREDS =
            key("gssUseDefaultCreds", ValueType.FLAG).defaultsTo(false).addedIn("42.7.5");
    public static final SettingKey<Boolean> HIDE_UNPRIVILEGED_OBJECTS =
            key("hideUnprivilegedObjects", ValueType.FLAG).defaultsTo(false).addedIn("42.2.9");
    public static final SettingKey<Duration> HOST_RECHECK_SECONDS =
            key("hostRecheckSeconds", ValueType.SECONDS).defaultsTo(Duration.ofSeconds(10));
    public static final SettingKey<String> JAAS_APPLICATION_NAME =
            key("jaasApplicationName", ValueType.TEXT).defaultsTo("pgjdbc");
    public static final SettingKey<Boolean> JAAS_LOGIN =
            key("jaasLogin", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> KERBEROS_SERVER_NAME = key("kerberosServerName", ValueType.TEXT);
    public static final SettingKey<Boolean> LOAD_BALANCE_HOSTS =
            key("loadBalanceHosts", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> LOCAL_SOCKET_ADDRESS =
            key("localSocketAddress", ValueType.TEXT).addedIn("42.3.4");
    public static final SettingKey<String> LOGGER_FILE = key("loggerFile", ValueType.TEXT);
    public static final SettingKey<String> LOGGER_LEVEL = key("loggerLevel", ValueType.oneOf("OFF", "DEBUG", "TRACE"));
    public static final SettingKey<Duration> LOGIN_TIMEOUT =
            key("loginTimeout", ValueType.SECONDS).defaultsTo(Duration.ofSeconds(0));
    public static final SettingKey<Boolean> LOG_SERVER_ERROR_DETAIL =
            key("logServerErrorDetail", ValueType.FLAG).defaultsTo(true).addedIn("42.2.9");
    public static final SettingKey<Boolean> LOG_UNCLOSED_CONNECTIONS =
            key("logUnclosedConnections", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> MAX_RESULT_BUFFER =
            key("maxResultBuffer", ValueType.TEXT).addedIn("42.2.10");
    public static final SettingKey<Integer> MAX_SEND_BUFFER_SIZE =
            key("maxSendBufferSize", ValueType.COUNT).defaultsTo(8192).addedIn("42.7.4");
    public static final SettingKey<String> OPTIONS =
            key("options", ValueType.TEXT).addedIn("42.2.6");
    public static final SettingKey<Secret> PASSWORD = key("password", ValueType.SECRET);
    public static final SettingKey<String> PEM_KEY_ALGORITHM =
            key("pemKeyAlgorithm", ValueType.TEXT).defaultsTo("RSA").addedIn("42.7.9");
    public static final SettingKey<String> PREFER_QUERY_MODE = key(
                    "preferQueryMode",
                    ValueType.oneOf("extended", "extendedForPrepared", "extendedCacheEverything", "simple"))
            .defaultsTo("extended");
    public static final SettingKey<Integer> PREPARED_STATEMENT_CACHE_QUERIES =
            key("preparedStatementCacheQueries", ValueType.COUNT).defaultsTo(256);
    public static final SettingKey<Integer> PREPARED_STATEMENT_CACHE_SIZE_MIB =
            key("preparedStatementCacheSizeMiB", ValueType.COUNT).defaultsTo(5);
    public static final SettingKey<Integer> PREPARE_THRESHOLD =
            key("prepareThreshold", ValueType.COUNT).defaultsTo(5);
    public static final SettingKey<Integer> PROTOCOL_VERSION =
            key("protocolVersion", ValueType.COUNT).defaultsTo(3);
    public static final SettingKey<Duration> QUERY_TIMEOUT = key("queryTimeout", ValueType.SECONDS)
            .defaultsTo(Duration.ofSeconds(0))
            .addedIn("42.7.9");
    public static final SettingKey<Boolean> QUOTE_RETURNING_IDENTIFIERS =
            key("quoteReturningIdentifiers", ValueType.FLAG).defaultsTo(true).addedIn("42.3.0");
    public static final SettingKey<Boolean> READ_ONLY =
            key("readOnly", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> READ_ONLY_MODE = key(
                    "readOnlyMode", ValueType.oneOf("ignore", "transaction", "always"))
            .defaultsTo("transaction")
            .addedIn("42.2.9");
    public static final SettingKey<Integer> RECEIVE_BUFFER_SIZE =
            key("receiveBufferSize", ValueType.COUNT).defaultsTo(-1);
    public static final SettingKey<String> REPLICATION = key("replication", ValueType.TEXT);
    public static final SettingKey<String> REQUIRE_AUTH = key("requireAuth", ValueType.TEXT);
    public static final SettingKey<Boolean> REWRITE_BATCHED_INSERTS =
            key("reWriteBatchedInserts", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Integer> REWRITE_BATCHED_INSERTS_SIZE =
            key("reWriteBatchedInsertsSize", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Integer> SCRAM_MAX_ITERATIONS =
            key("scramMaxIterations", ValueType.COUNT).defaultsTo(100000);
    public static final SettingKey<Integer> SEND_BUFFER_SIZE =
            key("sendBufferSize", ValueType.COUNT).defaultsTo(-1);
    public static final SettingKey<String> SERVICE =
            key("service", ValueType.TEXT).addedIn("42.3.2");
    public static final SettingKey<String> SOCKET_FACTORY = key("socketFactory", ValueType.TEXT);
    public static final SettingKey<String> SOCKET_FACTORY_ARG = key("socketFactoryArg", ValueType.TEXT);
    public static final SettingKey<Duration> SOCKET_TIMEOUT =
            key("socketTimeout", ValueType.SECONDS).defaultsTo(Duration.ofSeconds(0));
    public static final SettingKey<String> SSL = key("ssl", ValueType.TEXT);
    public static final SettingKey<String> SSL_CERT = key("sslcert", ValueType.TEXT);
    public static final SettingKey<String> SSL_FACTORY =
            key("sslfactory", ValueType.TEXT).defaultsTo("org.postgresql.ssl.LibPQFactory");
    public static final SettingKey<String> SSL_FACTORY_ARG = key("sslfactoryarg", ValueType.TEXT);
    public static final SettingKey<String> SSL_HOSTNAME_VERIFIER = key("sslhostnameverifier", ValueType.TEXT);
    public static final SettingKey<String> SSL_KEY = key("sslkey", ValueType.TEXT);
    public static final SettingKey<String> SSL_MODE = key(
                    "sslmode", ValueType.oneOf("disable", "allow", "prefer", "require", "verify-ca", "verify-full"))
            .defaultsTo("prefer");
    public static final SettingKey<String> SSL_NEGOTIATION = key(
                    "sslNegotiation", ValueType.oneOf("postgres", "direct"))
            .defaultsTo("postgres")
            .addedIn("42.7.4");
    public static final SettingKey<Secret> SSL_PASSWORD = key("sslpassword", ValueType.SECRET);
    public static final SettingKey<String> SSL_PASSWORD_CALLBACK = key("sslpasswordcallback", ValueType.TEXT);
    public static final SettingKey<Duration> SSL_RESPONSE_TIMEOUT = key("sslResponseTimeout", ValueType.MILLIS)
            .defaultsTo(Duration.ofSeconds(5))
            .addedIn("42.4.2");
    public static final SettingKey<String> SSL_ROOT_CERT = key("sslrootcert", ValueType.TEXT);
    public static final SettingKey<String> SSPI_SERVICE_CLASS =
            key("sspiServiceClass", ValueType.TEXT).defaultsTo("POSTGRES");
    public static final SettingKey<String> STRING_TYPE = key("stringtype", ValueType.oneOf("unspecified", "varchar"));
    public static final SettingKey<String> TARGET_SERVER_TYPE = key(
                    "targetServerType",
                    ValueType.oneOf(
                            "any",
                            "primary",
                            "master",
                            "slave",
                            "secondary",
                            "preferSlave",
                            "preferSecondary",
                            "preferPrimary"))
            .defaultsTo("any");
    public static final SettingKey<Boolean> TCP_KEEP_ALIVE =
            key("tcpKeepAlive", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> TCP_NO_DELAY =
            key("tcpNoDelay", ValueType.FLAG).defaultsTo(true).addedIn("42.3.2");
    public static final SettingKey<Integer> UNKNOWN_LENGTH =
            key("unknownLength", ValueType.COUNT).defaultsTo(2147483647);
    public static final SettingKey<String> USER = key("user", ValueType.TEXT);
    public static final SettingKey<Boolean> USE_SPNEGO =
            key("useSpnego", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> XML_FACTORY_FACTORY =
            key("xmlFactoryFactory", ValueType.TEXT).addedIn("42.2.13");

    /// All of them, by exact name.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(PgjdbcKeys.class);

    private PgjdbcKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.PGJDBC, name, type, SOURCE);
    }
}
