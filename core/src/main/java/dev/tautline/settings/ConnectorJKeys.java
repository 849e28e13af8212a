package dev.tautline.settings;

import java.time.Duration;

/// Every connection property of MySQL Connector/J, by the driver's own names and the aliases it takes. Case
/// does not count, and the driver ignores a name that it does not know without a word. Compared by reflection
/// with `PropertyDefinitions` of mysql-connector-j 9.7.0, which is not on the class path.
public final class ConnectorJKeys {
    private static final String SOURCE =
            "https://dev.mysql.com/doc/connector-j/en/connector-j-reference-configuration-properties.html";

    public static final SettingKey<String> USER = key("user", ValueType.TEXT);
    public static final SettingKey<Secret> PASSWORD = key("password", ValueType.SECRET);
    public static final SettingKey<Boolean> ALLOW_LOAD_LOCAL_INFILE =
            key("allowLoadLocalInfile", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> ALLOW_LOAD_LOCAL_INFILE_IN_PATH =
            key("allowLoadLocalInfileInPath", ValueType.TEXT);
    public static final SettingKey<Boolean> ALLOW_MULTI_QUERIES =
            key("allowMultiQueries", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> ALLOW_NAN_AND_INF =
            key("allowNanAndInf", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> ALLOW_PUBLIC_KEY_RETRIEVAL =
            key("allowPublicKeyRetrieval", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> ALLOW_REPLICA_DOWN_CONNECTIONS =
            key("allowReplicaDownConnections", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> ALLOW_SOURCE_DOWN_CONNECTIONS =
            key("allowSourceDownConnections", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> ALLOW_URL_IN_LOCAL_INFILE =
            key("allowUrlInLocalInfile", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> ALWAYS_SEND_SET_ISOLATION =
            key("alwaysSendSetIsolation", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> AUTHENTICATION_OPENID_CONNECT_CALLBACK_HANDLER = key(
                    "authenticationOpenidConnectCallbackHandler", ValueType.TEXT)
            .defaultsTo("com.mysql.cj.callback.OpenidConnectIdTokenFromFileCallbackHandler");
    public static final SettingKey<String> AUTHENTICATION_PLUGINS = key("authenticationPlugins", ValueType.TEXT);
    public static final SettingKey<String> AUTHENTICATION_WEB_AUTHN_CALLBACK_HANDLER =
            key("authenticationWebAuthnCallbackHandler", ValueType.TEXT);
    public static final SettingKey<Boolean> AUTO_CLOSE_P_STMT_STREAMS =
            key("autoClosePStmtStreams", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> AUTO_GENERATE_TESTCASE_SCRIPT =
            key("autoGenerateTestcaseScript", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> AUTO_RECONNECT =
            key("autoReconnect", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> AUTO_RECONNECT_FOR_POOLS =
            key("autoReconnectForPools", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> AUTO_SLOW_LOG =
            key("autoSlowLog", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> BLOBS_ARE_STRINGS =
            key("blobsAreStrings", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<DataSize> BLOB_SEND_CHUNK_SIZE =
            key("blobSendChunkSize", MySqlUnits.DRIVER_SIZE).defaultsTo(DataSize.ofMib(1));
    public static final SettingKey<Boolean> CACHE_CALLABLE_STMTS =
            key("cacheCallableStmts", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> CACHE_DEFAULT_TIME_ZONE = key("cacheDefaultTimeZone", ValueType.FLAG)
            .alsoNamed("cacheDefaultTimezone")
            .defaultsTo(true);
    public static final SettingKey<Boolean> CACHE_PREP_STMTS =
            key("cachePrepStmts", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> CACHE_RESULT_SET_METADATA =
            key("cacheResultSetMetadata", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> CACHE_SERVER_CONFIGURATION =
            key("cacheServerConfiguration", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Integer> CALLABLE_STMT_CACHE_SIZE =
            key("callableStmtCacheSize", ValueType.COUNT).defaultsTo(100);
    public static final SettingKey<String> CHARACTER_ENCODING = key("characterEncoding", ValueType.TEXT);
    public static final SettingKey<String> CHARACTER_SET_RESULTS = key("characterSetResults", ValueType.TEXT);
    public static final SettingKey<Secret> CLIENT_CERTIFICATE_KEY_STORE_PASSWORD =
            key("clientCertificateKeyStorePassword", ValueType.SECRET);
    public static final SettingKey<String> CLIENT_CERTIFICATE_KEY_STORE_TYPE =
            key("clientCertificateKeyStoreType", ValueType.TEXT).defaultsTo("JKS");
    public static final SettingKey<String> CLIENT_CERTIFICATE_KEY_STORE_URL =
            key("clientCertificateKeyStoreUrl", ValueType.TEXT);
    public static final SettingKey<String> CLIENT_INFO_PROVIDER =
            key("clientInfoProvider", ValueType.TEXT).defaultsTo("com.mysql.cj.jdbc.CommentClientInfoProvider");
    public static final SettingKey<Boolean> CLOBBER_STREAMING_RESULTS =
            key("clobberStreamingResults", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> CLOB_CHARACTER_ENCODING = key("clobCharacterEncoding", ValueType.TEXT);
    public static final SettingKey<Boolean> COMPENSATE_ON_DUPLICATE_KEY_UPDATE_COUNTS =
            key("compensateOnDuplicateKeyUpdateCounts", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> CONNECTION_ATTRIBUTES = key("connectionAttributes", ValueType.TEXT);
    public static final SettingKey<String> CONNECTION_COLLATION = key("connectionCollation", ValueType.TEXT);
    public static final SettingKey<String> CONNECTION_LIFECYCLE_INTERCEPTORS =
            key("connectionLifecycleInterceptors", ValueType.TEXT);
    /// Without one, the time zone of the JVM: `LOCAL`.
    public static final SettingKey<String> CONNECTION_TIME_ZONE =
            key("connectionTimeZone", ValueType.TEXT).alsoNamed("serverTimezone");
    /// 0: a connect waits for ever.
    public static final SettingKey<Duration> CONNECT_TIMEOUT =
            key("connectTimeout", ValueType.MILLIS).defaultsTo(Duration.ZERO);
    public static final SettingKey<Boolean> CONTINUE_BATCH_ON_ERROR =
            key("continueBatchOnError", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> CREATE_DATABASE_IF_NOT_EXIST =
            key("createDatabaseIfNotExist", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> CUSTOM_CHARSET_MAPPING = key("customCharsetMapping", ValueType.TEXT);
    public static final SettingKey<String> DATABASE_TERM =
            key("databaseTerm", ValueType.oneOf("CATALOG", "SCHEMA")).defaultsTo("CATALOG");
    public static final SettingKey<String> DEFAULT_AUTHENTICATION_PLUGIN =
            key("defaultAuthenticationPlugin", ValueType.TEXT).defaultsTo("caching_sha2_password");
    public static final SettingKey<Integer> DEFAULT_FETCH_SIZE =
            key("defaultFetchSize", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Boolean> DETECT_CUSTOM_COLLATIONS =
            key("detectCustomCollations", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> DISABLED_AUTHENTICATION_PLUGINS =
            key("disabledAuthenticationPlugins", ValueType.TEXT);
    public static final SettingKey<Boolean> DISCONNECT_ON_EXPIRED_PASSWORDS =
            key("disconnectOnExpiredPasswords", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> DNS_SRV =
            key("dnsSrv", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> DONT_CHECK_ON_DUPLICATE_KEY_UPDATE_IN_SQL =
            key("dontCheckOnDuplicateKeyUpdateInSQL", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> DONT_TRACK_OPEN_RESOURCES =
            key("dontTrackOpenResources", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> DUMP_QUERIES_ON_EXCEPTION =
            key("dumpQueriesOnException", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> ELIDE_SET_AUTO_COMMITS =
            key("elideSetAutoCommits", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> EMPTY_STRINGS_CONVERT_TO_ZERO =
            key("emptyStringsConvertToZero", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> EMULATE_LOCATORS =
            key("emulateLocators", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> EMULATE_UNSUPPORTED_PSTMTS =
            key("emulateUnsupportedPstmts", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> ENABLE_ESCAPE_PROCESSING =
            key("enableEscapeProcessing", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> ENABLE_PACKET_DEBUG =
            key("enablePacketDebug", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> ENABLE_QUERY_TIMEOUTS =
            key("enableQueryTimeouts", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> EXCEPTION_INTERCEPTORS = key("exceptionInterceptors", ValueType.TEXT);
    public static final SettingKey<Boolean> EXPLAIN_SLOW_QUERIES =
            key("explainSlowQueries", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> FAIL_OVER_READ_ONLY =
            key("failOverReadOnly", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> FALLBACK_TO_SYSTEM_KEY_STORE =
            key("fallbackToSystemKeyStore", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> FALLBACK_TO_SYSTEM_TRUST_STORE =
            key("fallbackToSystemTrustStore", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> FIPS_COMPLIANT_JSSE =
            key("fipsCompliantJsse", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> FORCE_CONNECTION_TIME_ZONE_TO_SESSION =
            key("forceConnectionTimeZoneToSession", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> FUNCTIONS_NEVER_RETURN_BLOBS =
            key("functionsNeverReturnBlobs", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> GATHER_PERF_METRICS =
            key("gatherPerfMetrics", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> GENERATE_SIMPLE_PARAMETER_METADATA =
            key("generateSimpleParameterMetadata", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> GET_PROCEDURES_RETURNS_FUNCTIONS =
            key("getProceduresReturnsFunctions", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> HA_ENABLE_JMX =
            key("ha.enableJMX", ValueType.FLAG).alsoNamed("haEnableJMX").defaultsTo(false);
    public static final SettingKey<String> HA_LOAD_BALANCE_STRATEGY = key("ha.loadBalanceStrategy", ValueType.TEXT)
            .alsoNamed("haLoadBalanceStrategy")
            .defaultsTo("random");
    public static final SettingKey<Boolean> HOLD_RESULTS_OPEN_OVER_STATEMENT_CLOSE =
            key("holdResultsOpenOverStatementClose", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> ID_TOKEN_FILE = key("idTokenFile", ValueType.TEXT);
    public static final SettingKey<Boolean> IGNORE_NON_TX_TABLES =
            key("ignoreNonTxTables", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> INCLUDE_INNODB_STATUS_IN_DEADLOCK_EXCEPTIONS =
            key("includeInnodbStatusInDeadlockExceptions", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> INCLUDE_THREAD_DUMP_IN_DEADLOCK_EXCEPTIONS =
            key("includeThreadDumpInDeadlockExceptions", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> INCLUDE_THREAD_NAMES_AS_STATEMENT_COMMENT =
            key("includeThreadNamesAsStatementComment", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Duration> INITIAL_TIMEOUT =
            key("initialTimeout", ValueType.SECONDS).defaultsTo(Duration.ofSeconds(2));
    public static final SettingKey<Boolean> INTERACTIVE_CLIENT =
            key("interactiveClient", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> JDBC_COMPLIANT_TRUNCATION =
            key("jdbcCompliantTruncation", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> KEY_MANAGER_FACTORY_PROVIDER =
            key("KeyManagerFactoryProvider", ValueType.TEXT);
    public static final SettingKey<String> KEY_STORE_PROVIDER = key("keyStoreProvider", ValueType.TEXT);
    public static final SettingKey<DataSize> LARGE_ROW_SIZE_THRESHOLD =
            key("largeRowSizeThreshold", MySqlUnits.DRIVER_SIZE).defaultsTo(DataSize.ofKib(2));
    public static final SettingKey<String> LDAP_SERVER_HOSTNAME = key("ldapServerHostname", ValueType.TEXT);
    public static final SettingKey<String> LOAD_BALANCE_AUTO_COMMIT_STATEMENT_REGEX =
            key("loadBalanceAutoCommitStatementRegex", ValueType.TEXT);
    public static final SettingKey<Integer> LOAD_BALANCE_AUTO_COMMIT_STATEMENT_THRESHOLD =
            key("loadBalanceAutoCommitStatementThreshold", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Duration> LOAD_BALANCE_BLOCKLIST_TIMEOUT =
            key("loadBalanceBlocklistTimeout", ValueType.MILLIS).defaultsTo(Duration.ZERO);
    public static final SettingKey<String> LOAD_BALANCE_CONNECTION_GROUP =
            key("loadBalanceConnectionGroup", ValueType.TEXT);
    public static final SettingKey<String> LOAD_BALANCE_EXCEPTION_CHECKER = key(
                    "loadBalanceExceptionChecker", ValueType.TEXT)
            .defaultsTo("com.mysql.cj.jdbc.ha.StandardLoadBalanceExceptionChecker");
    public static final SettingKey<Duration> LOAD_BALANCE_HOST_REMOVAL_GRACE_PERIOD =
            key("loadBalanceHostRemovalGracePeriod", ValueType.MILLIS).defaultsTo(Duration.ofSeconds(15));
    public static final SettingKey<Duration> LOAD_BALANCE_PING_TIMEOUT =
            key("loadBalancePingTimeout", ValueType.MILLIS).defaultsTo(Duration.ZERO);
    public static final SettingKey<String> LOAD_BALANCE_SQL_EXCEPTION_SUBCLASS_FAILOVER =
            key("loadBalanceSQLExceptionSubclassFailover", ValueType.TEXT);
    public static final SettingKey<String> LOAD_BALANCE_SQL_STATE_FAILOVER =
            key("loadBalanceSQLStateFailover", ValueType.TEXT);
    public static final SettingKey<Boolean> LOAD_BALANCE_VALIDATE_CONNECTION_ON_SWAP_SERVER =
            key("loadBalanceValidateConnectionOnSwapServer", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> LOCAL_SOCKET_ADDRESS = key("localSocketAddress", ValueType.TEXT);
    public static final SettingKey<DataSize> LOCATOR_FETCH_BUFFER_SIZE =
            key("locatorFetchBufferSize", MySqlUnits.DRIVER_SIZE).defaultsTo(DataSize.ofMib(1));
    public static final SettingKey<String> LOGGER =
            key("logger", ValueType.TEXT).defaultsTo("com.mysql.cj.log.StandardLogger");
    public static final SettingKey<Boolean> LOG_SLOW_QUERIES =
            key("logSlowQueries", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> LOG_XA_COMMANDS =
            key("logXaCommands", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> MAINTAIN_TIME_STATS =
            key("maintainTimeStats", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Integer> MAX_ALLOWED_PACKET =
            key("maxAllowedPacket", ValueType.COUNT).defaultsTo(65535);
    public static final SettingKey<Integer> MAX_BYTE_ARRAY_AS_HEX =
            key("maxByteArrayAsHex", ValueType.COUNT).defaultsTo(1024);
    public static final SettingKey<Integer> MAX_QUERY_SIZE_TO_LOG =
            key("maxQuerySizeToLog", ValueType.COUNT).defaultsTo(2048);
    public static final SettingKey<Integer> MAX_RECONNECTS =
            key("maxReconnects", ValueType.COUNT).defaultsTo(3);
    public static final SettingKey<Integer> MAX_ROWS =
            key("maxRows", ValueType.COUNT).defaultsTo(-1);
    public static final SettingKey<Integer> METADATA_CACHE_SIZE =
            key("metadataCacheSize", ValueType.COUNT).defaultsTo(50);
    public static final SettingKey<Duration> NET_TIMEOUT_FOR_STREAMING_RESULTS =
            key("netTimeoutForStreamingResults", ValueType.SECONDS).defaultsTo(Duration.ofMinutes(10));
    public static final SettingKey<Boolean> NO_ACCESS_TO_PROCEDURE_BODIES =
            key("noAccessToProcedureBodies", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> NO_DATETIME_STRING_SYNC =
            key("noDatetimeStringSync", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> NULL_DATABASE_MEANS_CURRENT = key(
                    "nullDatabaseMeansCurrent", ValueType.FLAG)
            .alsoNamed("nullCatalogMeansCurrent")
            .defaultsTo(false);
    public static final SettingKey<String> OCI_CONFIG_FILE = key("ociConfigFile", ValueType.TEXT);
    public static final SettingKey<String> OCI_CONFIG_PROFILE =
            key("ociConfigProfile", ValueType.TEXT).defaultsTo("DEFAULT");
    public static final SettingKey<String> OPEN_TELEMETRY = key(
                    "openTelemetry", ValueType.oneOf("DISABLED", "PREFERRED", "REQUIRED"))
            .defaultsTo("PREFERRED");
    public static final SettingKey<Boolean> OVERRIDE_SUPPORTS_INTEGRITY_ENHANCEMENT_FACILITY =
            key("overrideSupportsIntegrityEnhancementFacility", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Integer> PACKET_DEBUG_BUFFER_SIZE =
            key("packetDebugBufferSize", ValueType.COUNT).defaultsTo(20);
    public static final SettingKey<Boolean> PAD_CHARS_WITH_SPACE =
            key("padCharsWithSpace", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> PARANOID =
            key("paranoid", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Secret> PASSWORD1 = key("password1", ValueType.SECRET);
    public static final SettingKey<Secret> PASSWORD2 = key("password2", ValueType.SECRET);
    public static final SettingKey<Secret> PASSWORD3 = key("password3", ValueType.SECRET);
    public static final SettingKey<String> PASSWORD_CHARACTER_ENCODING =
            key("passwordCharacterEncoding", ValueType.TEXT);
    public static final SettingKey<Boolean> PEDANTIC =
            key("pedantic", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> PIN_GLOBAL_TX_TO_PHYSICAL_CONNECTION =
            key("pinGlobalTxToPhysicalConnection", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> POPULATE_INSERT_ROW_WITH_DEFAULT_VALUES =
            key("populateInsertRowWithDefaultValues", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Integer> PREP_STMT_CACHE_SIZE =
            key("prepStmtCacheSize", ValueType.COUNT).defaultsTo(25);
    public static final SettingKey<Integer> PREP_STMT_CACHE_SQL_LIMIT =
            key("prepStmtCacheSqlLimit", ValueType.COUNT).defaultsTo(256);
    public static final SettingKey<Boolean> PRESERVE_INSTANTS =
            key("preserveInstants", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> PROCESS_ESCAPE_CODES_FOR_PREP_STMTS =
            key("processEscapeCodesForPrepStmts", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> PROFILER_EVENT_HANDLER =
            key("profilerEventHandler", ValueType.TEXT).defaultsTo("com.mysql.cj.log.LoggingProfilerEventHandler");
    public static final SettingKey<Boolean> PROFILE_SQL =
            key("profileSQL", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> PROPERTIES_TRANSFORM = key("propertiesTransform", ValueType.TEXT);
    public static final SettingKey<Integer> QUERIES_BEFORE_RETRY_SOURCE =
            key("queriesBeforeRetrySource", ValueType.COUNT).defaultsTo(50);
    public static final SettingKey<String> QUERY_INFO_CACHE_FACTORY = key("queryInfoCacheFactory", ValueType.TEXT)
            .alsoNamed("parseInfoCacheFactory")
            .defaultsTo("com.mysql.cj.PerConnectionLRUFactory");
    public static final SettingKey<String> QUERY_INTERCEPTORS = key("queryInterceptors", ValueType.TEXT);
    public static final SettingKey<Boolean> QUERY_TIMEOUT_KILLS_CONNECTION =
            key("queryTimeoutKillsConnection", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> READ_FROM_SOURCE_WHEN_NO_REPLICAS =
            key("readFromSourceWhenNoReplicas", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> READ_ONLY_PROPAGATES_TO_SERVER =
            key("readOnlyPropagatesToServer", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> RECONNECT_AT_TX_END =
            key("reconnectAtTxEnd", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> REPLICATION_CONNECTION_GROUP =
            key("replicationConnectionGroup", ValueType.TEXT);
    public static final SettingKey<Duration> REPORT_METRICS_INTERVAL_MILLIS =
            key("reportMetricsIntervalMillis", ValueType.MILLIS).defaultsTo(Duration.ofSeconds(30));
    /// Out of use; `sslMode` wins.
    public static final SettingKey<Boolean> REQUIRE_SSL =
            key("requireSSL", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> RESOURCE_ID = key("resourceId", ValueType.TEXT);
    public static final SettingKey<Integer> RESULT_SET_SIZE_THRESHOLD =
            key("resultSetSizeThreshold", ValueType.COUNT).defaultsTo(100);
    public static final SettingKey<Integer> RETRIES_ALL_DOWN =
            key("retriesAllDown", ValueType.COUNT).defaultsTo(120);
    public static final SettingKey<Boolean> REWRITE_BATCHED_STATEMENTS =
            key("rewriteBatchedStatements", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> ROLLBACK_ON_POOLED_CLOSE =
            key("rollbackOnPooledClose", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> SCROLL_TOLERANT_FORWARD_ONLY =
            key("scrollTolerantForwardOnly", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Duration> SECONDS_BEFORE_RETRY_SOURCE =
            key("secondsBeforeRetrySource", ValueType.SECONDS).defaultsTo(Duration.ofSeconds(30));
    public static final SettingKey<Integer> SELF_DESTRUCT_ON_PING_MAX_OPERATIONS =
            key("selfDestructOnPingMaxOperations", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Duration> SELF_DESTRUCT_ON_PING_SECONDS_LIFETIME =
            key("selfDestructOnPingSecondsLifetime", ValueType.SECONDS).defaultsTo(Duration.ZERO);
    public static final SettingKey<Boolean> SEND_FRACTIONAL_SECONDS =
            key("sendFractionalSeconds", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> SEND_FRACTIONAL_SECONDS_FOR_TIME =
            key("sendFractionalSecondsForTime", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> SERVER_AFFINITY_ORDER = key("serverAffinityOrder", ValueType.TEXT);
    public static final SettingKey<String> SERVER_CONFIG_CACHE_FACTORY = key("serverConfigCacheFactory", ValueType.TEXT)
            .defaultsTo("com.mysql.cj.util.PerVmServerConfigCacheFactory");
    public static final SettingKey<String> SERVER_RSA_PUBLIC_KEY_FILE = key("serverRSAPublicKeyFile", ValueType.TEXT);
    public static final SettingKey<String> SESSION_VARIABLES = key("sessionVariables", ValueType.TEXT);
    public static final SettingKey<Duration> SLOW_QUERY_THRESHOLD_MILLIS =
            key("slowQueryThresholdMillis", ValueType.MILLIS).defaultsTo(Duration.ofSeconds(2));
    public static final SettingKey<Integer> SLOW_QUERY_THRESHOLD_NANOS =
            key("slowQueryThresholdNanos", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<String> SOCKET_FACTORY =
            key("socketFactory", ValueType.TEXT).defaultsTo("com.mysql.cj.protocol.StandardSocketFactory");
    /// 0: a read waits for ever.
    public static final SettingKey<Duration> SOCKET_TIMEOUT =
            key("socketTimeout", ValueType.MILLIS).defaultsTo(Duration.ZERO);
    public static final SettingKey<String> SOCKS_PROXY_HOST = key("socksProxyHost", ValueType.TEXT);
    public static final SettingKey<Integer> SOCKS_PROXY_PORT =
            key("socksProxyPort", ValueType.COUNT).defaultsTo(1080);
    public static final SettingKey<Boolean> SOCKS_PROXY_REMOTE_DNS =
            key("socksProxyRemoteDns", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> SSL_CONTEXT_PROVIDER = key("sslContextProvider", ValueType.TEXT);
    public static final SettingKey<String> SSL_MODE = key(
                    "sslMode", ValueType.oneOf("DISABLED", "PREFERRED", "REQUIRED", "VERIFY_CA", "VERIFY_IDENTITY"))
            .defaultsTo("PREFERRED");
    public static final SettingKey<Boolean> STRICT_UPDATES =
            key("strictUpdates", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> TCP_KEEP_ALIVE =
            key("tcpKeepAlive", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> TCP_NO_DELAY =
            key("tcpNoDelay", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Integer> TCP_RCV_BUF =
            key("tcpRcvBuf", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Integer> TCP_SND_BUF =
            key("tcpSndBuf", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Integer> TCP_TRAFFIC_CLASS =
            key("tcpTrafficClass", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Boolean> TINY_INT1IS_BIT =
            key("tinyInt1isBit", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> TLS_CIPHERSUITES =
            key("tlsCiphersuites", ValueType.TEXT).alsoNamed("enabledSSLCipherSuites");
    public static final SettingKey<String> TLS_VERSIONS =
            key("tlsVersions", ValueType.TEXT).alsoNamed("enabledTLSProtocols");
    public static final SettingKey<Boolean> TRACE_PROTOCOL =
            key("traceProtocol", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> TRACK_SESSION_STATE =
            key("trackSessionState", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> TRANSFORMED_BIT_IS_BOOLEAN =
            key("transformedBitIsBoolean", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> TREAT_MYSQL_DATETIME_AS_TIMESTAMP =
            key("treatMysqlDatetimeAsTimestamp", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> TREAT_UTIL_DATE_AS_TIMESTAMP =
            key("treatUtilDateAsTimestamp", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Secret> TRUST_CERTIFICATE_KEY_STORE_PASSWORD =
            key("trustCertificateKeyStorePassword", ValueType.SECRET);
    public static final SettingKey<String> TRUST_CERTIFICATE_KEY_STORE_TYPE =
            key("trustCertificateKeyStoreType", ValueType.TEXT).defaultsTo("JKS");
    public static final SettingKey<String> TRUST_CERTIFICATE_KEY_STORE_URL =
            key("trustCertificateKeyStoreUrl", ValueType.TEXT);
    public static final SettingKey<String> TRUST_MANAGER_FACTORY_PROVIDER =
            key("trustManagerFactoryProvider", ValueType.TEXT);
    public static final SettingKey<Boolean> ULTRA_DEV_HACK =
            key("ultraDevHack", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> USE_AFFECTED_ROWS =
            key("useAffectedRows", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> USE_COLUMN_NAMES_IN_FIND_COLUMN =
            key("useColumnNamesInFindColumn", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> USE_COMPRESSION =
            key("useCompression", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> USE_CONFIGS = key("useConfigs", ValueType.TEXT);
    public static final SettingKey<Boolean> USE_CURSOR_FETCH =
            key("useCursorFetch", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> USE_HOSTS_IN_PRIVILEGES =
            key("useHostsInPrivileges", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> USE_INFORMATION_SCHEMA =
            key("useInformationSchema", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> USE_LOCAL_SESSION_STATE =
            key("useLocalSessionState", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> USE_LOCAL_TRANSACTION_STATE =
            key("useLocalTransactionState", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> USE_NANOS_FOR_ELAPSED_TIME =
            key("useNanosForElapsedTime", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> USE_OLD_ALIAS_METADATA_BEHAVIOR =
            key("useOldAliasMetadataBehavior", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> USE_ONLY_SERVER_ERROR_MESSAGES =
            key("useOnlyServerErrorMessages", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> USE_READ_AHEAD_INPUT =
            key("useReadAheadInput", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> USE_SERVER_PREP_STMTS =
            key("useServerPrepStmts", ValueType.FLAG).defaultsTo(false);
    /// Out of use; `sslMode` wins.
    public static final SettingKey<Boolean> USE_SSL =
            key("useSSL", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> USE_STREAM_LENGTHS_IN_PREP_STMTS =
            key("useStreamLengthsInPrepStmts", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> USE_UNBUFFERED_INPUT =
            key("useUnbufferedInput", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> USE_USAGE_ADVISOR =
            key("useUsageAdvisor", ValueType.FLAG).defaultsTo(false);
    /// Out of use; `sslMode` wins.
    public static final SettingKey<Boolean> VERIFY_SERVER_CERTIFICATE =
            key("verifyServerCertificate", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> XDEVAPI_ASYNC_RESPONSE_TIMEOUT =
            key("xdevapi.asyncResponseTimeout", ValueType.TEXT).alsoNamed("xdevapiAsyncResponseTimeout");
    public static final SettingKey<String> XDEVAPI_AUTH = key(
                    "xdevapi.auth", ValueType.oneOf("EXTERNAL", "MYSQL41", "PLAIN", "SHA256_MEMORY"))
            .alsoNamed("xdevapiAuth")
            .defaultsTo("PLAIN");
    public static final SettingKey<Duration> XDEVAPI_CONNECT_TIMEOUT = key("xdevapi.connect-timeout", ValueType.MILLIS)
            .alsoNamed("xdevapiConnectTimeout")
            .defaultsTo(Duration.ofSeconds(10));
    public static final SettingKey<String> XDEVAPI_CONNECTION_ATTRIBUTES =
            key("xdevapi.connection-attributes", ValueType.TEXT).alsoNamed("xdevapiConnectionAttributes");
    public static final SettingKey<String> XDEVAPI_COMPRESSION = key(
                    "xdevapi.compression", ValueType.oneOf("DISABLED", "PREFERRED", "REQUIRED"))
            .alsoNamed("xdevapiCompression")
            .defaultsTo("PREFERRED");
    public static final SettingKey<String> XDEVAPI_COMPRESSION_ALGORITHMS = key(
                    "xdevapi.compression-algorithms", ValueType.TEXT)
            .alsoNamed("xdevapiCompressionAlgorithms")
            .defaultsTo("zstd_stream,lz4_message,deflate_stream");
    public static final SettingKey<String> XDEVAPI_COMPRESSION_EXTENSIONS =
            key("xdevapi.compression-extensions", ValueType.TEXT).alsoNamed("xdevapiCompressionExtensions");
    public static final SettingKey<Boolean> XDEVAPI_DNS_SRV =
            key("xdevapi.dns-srv", ValueType.FLAG).alsoNamed("xdevapiDnsSrv").defaultsTo(false);
    public static final SettingKey<Boolean> XDEVAPI_FALLBACK_TO_SYSTEM_KEYSTORE = key(
                    "xdevapi.fallback-to-system-keystore", ValueType.FLAG)
            .alsoNamed("xdevapiFallbackToSystemKeyStore")
            .defaultsTo(true);
    public static final SettingKey<Boolean> XDEVAPI_FALLBACK_TO_SYSTEM_TRUSTSTORE = key(
                    "xdevapi.fallback-to-system-truststore", ValueType.FLAG)
            .alsoNamed("xdevapiFallbackToSystemTrustStore")
            .defaultsTo(true);
    public static final SettingKey<Secret> XDEVAPI_SSL_KEYSTORE_PASSWORD =
            key("xdevapi.ssl-keystore-password", ValueType.SECRET).alsoNamed("xdevapiSslKeystorePassword");
    public static final SettingKey<String> XDEVAPI_SSL_KEYSTORE_TYPE = key("xdevapi.ssl-keystore-type", ValueType.TEXT)
            .alsoNamed("xdevapiSslKeystoreType")
            .defaultsTo("JKS");
    public static final SettingKey<String> XDEVAPI_SSL_KEYSTORE =
            key("xdevapi.ssl-keystore", ValueType.TEXT).alsoNamed("xdevapiSslKeystore");
    public static final SettingKey<String> XDEVAPI_SSL_MODE = key(
                    "xdevapi.ssl-mode", ValueType.oneOf("DISABLED", "REQUIRED", "VERIFY_CA", "VERIFY_IDENTITY"))
            .alsoNamed("xdevapiSslMode")
            .defaultsTo("REQUIRED");
    public static final SettingKey<Secret> XDEVAPI_SSL_TRUSTSTORE_PASSWORD =
            key("xdevapi.ssl-truststore-password", ValueType.SECRET).alsoNamed("xdevapiSslTruststorePassword");
    public static final SettingKey<String> XDEVAPI_SSL_TRUSTSTORE_TYPE = key(
                    "xdevapi.ssl-truststore-type", ValueType.TEXT)
            .alsoNamed("xdevapiSslTruststoreType")
            .defaultsTo("JKS");
    public static final SettingKey<String> XDEVAPI_SSL_TRUSTSTORE =
            key("xdevapi.ssl-truststore", ValueType.TEXT).alsoNamed("xdevapiSslTruststore");
    public static final SettingKey<String> XDEVAPI_TLS_CIPHERSUITES =
            key("xdevapi.tls-ciphersuites", ValueType.TEXT).alsoNamed("xdevapiTlsCiphersuites");
    public static final SettingKey<String> XDEVAPI_TLS_VERSIONS =
            key("xdevapi.tls-versions", ValueType.TEXT).alsoNamed("xdevapiTlsVersions");
    public static final SettingKey<Boolean> YEAR_IS_DATE_TYPE =
            key("yearIsDateType", ValueType.FLAG).defaultsTo(true);
    /// `convertToNull` is the old way to write it and still read.
    public static final SettingKey<String> ZERO_DATE_TIME_BEHAVIOR = key(
                    "zeroDateTimeBehavior", ValueType.oneOf("CONVERT_TO_NULL", "EXCEPTION", "ROUND", "convertToNull"))
            .defaultsTo("EXCEPTION");

    /// All of them; look up without regard to case.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(ConnectorJKeys.class);

    private ConnectorJKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.CONNECTOR_J, name, type, SOURCE);
    }
}
