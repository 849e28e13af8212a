package dev.tautline.settings;

import java.time.Duration;

/// Every connection property of MariaDB Connector/J, by the driver's own names and the aliases it takes. Case
/// does not count, and the driver ignores a name that it does not know without a word. Compared by reflection
/// with `Configuration` of mariadb-java-client 3.5.11, which is not on the class path.
public final class MariaDbDriverKeys {
    private static final String SOURCE =
            "https://mariadb.com/docs/connectors/mariadb-connector-j/about-mariadb-connector-j";

    /// On by default, other than in Connector/J.
    public static final SettingKey<Boolean> ALLOW_LOCAL_INFILE =
            key("allowLocalInfile", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> ALLOW_MULTI_QUERIES =
            key("allowMultiQueries", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> ALLOW_PUBLIC_KEY_RETRIEVAL =
            key("allowPublicKeyRetrieval", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> AUTOCOMMIT = key("autocommit", ValueType.FLAG);
    public static final SettingKey<Boolean> BLANK_TABLE_NAME_META =
            key("blankTableNameMeta", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> CACHE_CODECS =
            key("cacheCodecs", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> CACHE_PREP_STMTS =
            key("cachePrepStmts", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> CONNECTION_ATTRIBUTES = key("connectionAttributes", ValueType.TEXT);
    public static final SettingKey<String> CONNECTION_COLLATION = key("connectionCollation", ValueType.TEXT);
    public static final SettingKey<String> CONNECTION_TIME_ZONE = key("connectionTimeZone", ValueType.TEXT);
    /// DriverManager's login time-out, when set, is the default.
    public static final SettingKey<Duration> CONNECT_TIMEOUT =
            key("connectTimeout", ValueType.MILLIS).defaultsTo(Duration.ofSeconds(30));
    public static final SettingKey<Boolean> CREATE_DATABASE_IF_NOT_EXIST =
            key("createDatabaseIfNotExist", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> CREDENTIAL_TYPE = key("credentialType", ValueType.TEXT);
    public static final SettingKey<Integer> DEFAULT_FETCH_SIZE =
            key("defaultFetchSize", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Boolean> DISABLE_PIPELINE =
            key("disablePipeline", ValueType.FLAG).defaultsTo(false);
    /// Out of use, and still read together with `useSsl`: `sslMode=verify-ca`.
    public static final SettingKey<Boolean> DISABLE_SSL_HOSTNAME_VERIFICATION =
            key("disableSslHostnameVerification", ValueType.FLAG);
    public static final SettingKey<Secret> DISCONNECT_ON_EXPIRED_PASSWORDS =
            key("disconnectOnExpiredPasswords", ValueType.SECRET);
    public static final SettingKey<Boolean> DUMP_QUERIES_ON_EXCEPTION =
            key("dumpQueriesOnException", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> ENABLED_SSL_CIPHER_SUITES = key("enabledSslCipherSuites", ValueType.TEXT);
    public static final SettingKey<String> ENABLED_SSL_PROTOCOL_SUITES =
            key("enabledSslProtocolSuites", ValueType.TEXT);
    public static final SettingKey<Boolean> FALLBACK_TO_SYSTEM_KEY_STORE =
            key("fallbackToSystemKeyStore", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> FALLBACK_TO_SYSTEM_TRUST_STORE =
            key("fallbackToSystemTrustStore", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> FORCE_CONNECTION_TIME_ZONE_TO_SESSION =
            key("forceConnectionTimeZoneToSession", ValueType.FLAG);
    public static final SettingKey<String> GALERA_ALLOWED_STATE = key("galeraAllowedState", ValueType.TEXT);
    public static final SettingKey<String> GEOMETRY_DEFAULT_TYPE = key("geometryDefaultType", ValueType.TEXT);
    public static final SettingKey<Boolean> INCLUDE_INNODB_STATUS_IN_DEADLOCK_EXCEPTIONS =
            key("includeInnodbStatusInDeadlockExceptions", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> INCLUDE_THREAD_DUMP_IN_DEADLOCK_EXCEPTIONS =
            key("includeThreadDumpInDeadlockExceptions", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> INIT_SQL = key("initSql", ValueType.TEXT);
    public static final SettingKey<Boolean> JDBC_COMPLIANT_TRUNCATION =
            key("jdbcCompliantTruncation", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Secret> KEY_PASSWORD = key("keyPassword", ValueType.SECRET);
    public static final SettingKey<String> KEY_STORE =
            key("keyStore", ValueType.TEXT).alsoNamed("clientCertificateKeyStoreUrl");
    public static final SettingKey<Secret> KEY_STORE_PASSWORD =
            key("keyStorePassword", ValueType.SECRET).alsoNamed("clientCertificateKeyStorePassword");
    public static final SettingKey<String> KEY_STORE_TYPE =
            key("keyStoreType", ValueType.TEXT).alsoNamed("clientCertificateKeyStoreType");
    public static final SettingKey<String> LOCAL_SOCKET = key("localSocket", ValueType.TEXT);
    public static final SettingKey<String> LOCAL_SOCKET_ADDRESS = key("localSocketAddress", ValueType.TEXT);
    public static final SettingKey<Integer> MAX_ALLOWED_COLUMNS =
            key("maxAllowedColumns", ValueType.COUNT).defaultsTo(65535);
    public static final SettingKey<Integer> MAX_ALLOWED_PACKET = key("maxAllowedPacket", ValueType.COUNT);
    /// 600 in the manual, 600000 in the code; both in seconds.
    public static final SettingKey<Duration> MAX_IDLE_TIME = key("maxIdleTime", ValueType.SECONDS);
    public static final SettingKey<Integer> MAX_POOL_SIZE =
            key("maxPoolSize", ValueType.COUNT).defaultsTo(8);
    public static final SettingKey<Integer> MAX_QUERY_SIZE_TO_LOG =
            key("maxQuerySizeToLog", ValueType.COUNT).defaultsTo(1024);
    public static final SettingKey<String> META_EXPORTED_KEYS =
            key("metaExportedKeys", ValueType.TEXT).defaultsTo("auto");
    /// The same as `maxPoolSize` when nobody sets it, so it has no fixed default here.
    public static final SettingKey<Integer> MIN_POOL_SIZE = key("minPoolSize", ValueType.COUNT);
    public static final SettingKey<Boolean> NULL_DATABASE_MEANS_CURRENT = key(
                    "nullDatabaseMeansCurrent", ValueType.FLAG)
            .alsoNamed("nullCatalogMeansCurrent")
            .defaultsTo(false);
    public static final SettingKey<Boolean> OLD_MODE_NO_PRECISION_TIMESTAMP =
            key("oldModeNoPrecisionTimestamp", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Secret> PASSWORD = key("password", ValueType.SECRET);
    /// Makes the driver take `jdbc:mysql:` URLs; it is enough that the word stands in the URL.
    public static final SettingKey<Boolean> PERMIT_MYSQL_SCHEME = key("permitMysqlScheme", ValueType.FLAG);
    public static final SettingKey<Boolean> PERMIT_NO_RESULTS =
            key("permitNoResults", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> PERMIT_REDIRECT = key("permitRedirect", ValueType.FLAG);
    public static final SettingKey<Boolean> PIN_GLOBAL_TX_TO_PHYSICAL_CONNECTION =
            key("pinGlobalTxToPhysicalConnection", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> PIPE = key("pipe", ValueType.TEXT);
    public static final SettingKey<Boolean> POOL = key("pool", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> POOL_NAME = key("poolName", ValueType.TEXT);
    public static final SettingKey<Duration> POOL_VALID_MIN_DELAY =
            key("poolValidMinDelay", ValueType.MILLIS).defaultsTo(Duration.ofSeconds(1));
    public static final SettingKey<Integer> PREP_STMT_CACHE_SIZE =
            key("prepStmtCacheSize", ValueType.COUNT).defaultsTo(250);
    public static final SettingKey<Boolean> PRESERVE_INSTANTS =
            key("preserveInstants", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> PURE_LOCAL_DATE_TIME =
            key("pureLocalDateTime", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> READ_ONLY_PROPAGATES_TO_SERVER =
            key("readOnlyPropagatesToServer", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> REGISTER_JMX_POOL =
            key("registerJmxPool", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> RESTRICTED_AUTH = key("restrictedAuth", ValueType.TEXT);
    public static final SettingKey<Integer> RETRIES_ALL_DOWN =
            key("retriesAllDown", ValueType.COUNT).defaultsTo(120);
    public static final SettingKey<Boolean> RETURN_MULTI_VALUES_GENERATED_IDS =
            key("returnMultiValuesGeneratedIds", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> REWRITE_BATCHED_STATEMENTS =
            key("rewriteBatchedStatements", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> SERVER_RSA_PUBLIC_KEY_FILE = key("serverRsaPublicKeyFile", ValueType.TEXT);
    public static final SettingKey<String> SERVER_SSL_CERT = key("serverSslCert", ValueType.TEXT);
    public static final SettingKey<String> SERVICE_PRINCIPAL_NAME = key("servicePrincipalName", ValueType.TEXT);
    public static final SettingKey<String> SESSION_VARIABLES = key("sessionVariables", ValueType.TEXT);
    public static final SettingKey<String> SOCKET_FACTORY = key("socketFactory", ValueType.TEXT);
    /// 0: a read waits for ever.
    public static final SettingKey<Duration> SOCKET_TIMEOUT =
            key("socketTimeout", ValueType.MILLIS).defaultsTo(Duration.ZERO);
    /// Connector/J's words are read, too: REQUIRED is trust, VERIFY_IDENTITY is verify-full.
    public static final SettingKey<String> SSL_MODE = key(
                    "sslMode",
                    ValueType.oneOf(
                            "disable",
                            "trust",
                            "verify-ca",
                            "verify-full",
                            "allow",
                            "DISABLED",
                            "REQUIRED",
                            "VERIFY_CA",
                            "VERIFY_IDENTITY",
                            "0",
                            "1",
                            "true",
                            "false"))
            .defaultsTo("disable");
    public static final SettingKey<Boolean> TCP_ABORTIVE_CLOSE =
            key("tcpAbortiveClose", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> TCP_KEEP_ALIVE =
            key("tcpKeepAlive", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Integer> TCP_KEEP_COUNT =
            key("tcpKeepCount", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Duration> TCP_KEEP_IDLE =
            key("tcpKeepIdle", ValueType.SECONDS).defaultsTo(Duration.ZERO);
    public static final SettingKey<Duration> TCP_KEEP_INTERVAL =
            key("tcpKeepInterval", ValueType.SECONDS).defaultsTo(Duration.ZERO);
    public static final SettingKey<String> TIMEZONE = key("timezone", ValueType.TEXT);
    public static final SettingKey<Boolean> TINY_INT1IS_BIT =
            key("tinyInt1isBit", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> TLS_SOCKET_TYPE = key("tlsSocketType", ValueType.TEXT);
    public static final SettingKey<String> TRANSACTION_ISOLATION = key("transactionIsolation", ValueType.TEXT);
    public static final SettingKey<Boolean> TRANSACTION_REPLAY =
            key("transactionReplay", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Integer> TRANSACTION_REPLAY_SIZE =
            key("transactionReplaySize", ValueType.COUNT).defaultsTo(64);
    public static final SettingKey<Boolean> TRANSFORMED_BIT_IS_BOOLEAN =
            key("transformedBitIsBoolean", ValueType.FLAG).defaultsTo(true);
    /// Out of use, and still read together with `useSsl`: `sslMode=trust`.
    public static final SettingKey<Boolean> TRUST_SERVER_CERTIFICATE = key("trustServerCertificate", ValueType.FLAG);
    public static final SettingKey<String> TRUST_STORE =
            key("trustStore", ValueType.TEXT).alsoNamed("trustCertificateKeyStoreUrl");
    public static final SettingKey<Secret> TRUST_STORE_PASSWORD =
            key("trustStorePassword", ValueType.SECRET).alsoNamed("trustCertificateKeyStorePassword");
    public static final SettingKey<String> TRUST_STORE_TYPE =
            key("trustStoreType", ValueType.TEXT).alsoNamed("trustCertificateKeyStoreType");
    public static final SettingKey<String> USER = key("user", ValueType.TEXT);
    public static final SettingKey<Boolean> USE_AFFECTED_ROWS =
            key("useAffectedRows", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> USE_BULK_STMTS =
            key("useBulkStmts", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> USE_BULK_STMTS_FOR_INSERTS =
            key("useBulkStmtsForInserts", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> USE_CATALOG_TERM =
            key("useCatalogTerm", ValueType.TEXT).alsoNamed("databaseTerm").defaultsTo("CATALOG");
    public static final SettingKey<Boolean> USE_COMPRESSION =
            key("useCompression", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> USE_IP_FOR_KILL_QUERY =
            key("useIpForKillQuery", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> USE_LOCAL_SESSION_STATE =
            key("useLocalSessionState", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> USE_MYSQL_METADATA =
            key("useMysqlMetadata", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> USE_READ_AHEAD_INPUT =
            key("useReadAheadInput", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> USE_RESET_CONNECTION =
            key("useResetConnection", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> USE_SERVER_PREP_STMTS =
            key("useServerPrepStmts", ValueType.FLAG).defaultsTo(false);
    /// Out of use, and still read: on means `sslMode=verify-full`.
    public static final SettingKey<Boolean> USE_SSL = key("useSsl", ValueType.FLAG);
    public static final SettingKey<Boolean> UUID_AS_STRING =
            key("uuidAsString", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> YEAR_IS_DATE_TYPE =
            key("yearIsDateType", ValueType.FLAG).defaultsTo(true);

    /// All of them; look up without regard to case.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(MariaDbDriverKeys.class);

    private MariaDbDriverKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.MARIADB_DRIVER, name, type, SOURCE);
    }
}
