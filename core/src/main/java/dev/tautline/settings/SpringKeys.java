package dev.tautline.settings;

import java.time.Duration;

/// The keys of Spring Boot that decide how an application uses its connections. `spring.datasource.*` stands for any
/// prefix that a data source is bound to.
public final class SpringKeys {
    private static final String SOURCE =
            "https://docs.spring.io/spring-boot/appendix/application-properties/index.html";

    public static final SettingKey<String> APPLICATION_NAME = key("spring.application.name", ValueType.TEXT);
    /// Not what is in force where the pool has a URL of its own; that is `Client.urlText`.
    public static final SettingKey<String> DATASOURCE_URL = key("spring.datasource.url", ValueType.TEXT);
    public static final SettingKey<String> DATASOURCE_USERNAME = key("spring.datasource.username", ValueType.TEXT);
    public static final SettingKey<Secret> DATASOURCE_PASSWORD = key("spring.datasource.password", ValueType.SECRET);
    public static final SettingKey<String> DATASOURCE_TYPE = key("spring.datasource.type", ValueType.TEXT);
    public static final SettingKey<String> HEALTH_LIVENESS_INCLUDE =
            key("management.endpoint.health.group.liveness.include", ValueType.TEXT);
    public static final SettingKey<String> HEALTH_READINESS_INCLUDE =
            key("management.endpoint.health.group.readiness.include", ValueType.TEXT);
    public static final SettingKey<Boolean> HEALTH_DB_ENABLED =
            key("management.health.db.enabled", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Boolean> JPA_OPEN_IN_VIEW =
            key("spring.jpa.open-in-view", ValueType.FLAG).defaultsTo(true);
    /// Without one, the web server's: 30 s in Tomcat.
    public static final SettingKey<Duration> MVC_ASYNC_REQUEST_TIMEOUT =
            key("spring.mvc.async.request-timeout", SpringDuration.TYPE);
    /// Graceful from 3.4 on.
    public static final SettingKey<String> SERVER_SHUTDOWN = key(
                    "server.shutdown", ValueType.oneOf("immediate", "graceful"))
            .defaultsTo("immediate")
            .changedTo("graceful", "3.4");
    public static final SettingKey<Integer> TOMCAT_THREADS_MAX =
            key("server.tomcat.threads.max", ValueType.COUNT).defaultsTo(200);
    public static final SettingKey<Duration> SHUTDOWN_PHASE_TIMEOUT = key(
                    "spring.lifecycle.timeout-per-shutdown-phase", SpringDuration.TYPE)
            .defaultsTo(Duration.ofSeconds(30));
    public static final SettingKey<Duration> TRANSACTION_TIMEOUT =
            key("spring.transaction.default-timeout", SpringDuration.SECONDS);
    /// How many queries r2dbc-postgresql keeps prepared on each connection: 0 none, below it all (its README 1.0,
    /// `preparedStatementCacheQueries`).
    public static final SettingKey<Integer> R2DBC_STATEMENT_CACHE = key(
                    "spring.r2dbc.properties.preparedStatementCacheQueries", ValueType.COUNT)
            .defaultsTo(-1);
    public static final SettingKey<Boolean> VIRTUAL_THREADS =
            key("spring.threads.virtual.enabled", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> WEB_APPLICATION_TYPE =
            key("spring.main.web-application-type", ValueType.oneOf("none", "servlet", "reactive"));
    public static final SettingKey<String> ENV_SHOW_VALUES = key(
                    "management.endpoint.env.show-values", ValueType.oneOf("never", "when-authorized", "always"))
            .defaultsTo("never");
    public static final SettingKey<String> CONFIGPROPS_SHOW_VALUES = key(
                    "management.endpoint.configprops.show-values",
                    ValueType.oneOf("never", "when-authorized", "always"))
            .defaultsTo("never");
    /// Before 4.0 on only where Kubernetes is recognised.
    public static final SettingKey<Boolean> HEALTH_PROBES_ENABLED = key(
                    "management.endpoint.health.probes.enabled", ValueType.FLAG)
            .defaultsTo(false)
            .changedTo(true, "4.0");
    public static final SettingKey<String> HEALTH_SHOW_DETAILS = key(
                    "management.endpoint.health.show-details", ValueType.oneOf("never", "when-authorized", "always"))
            .defaultsTo("never");
    public static final SettingKey<String> ENDPOINTS_EXCLUDE =
            key("management.endpoints.web.exposure.exclude", ValueType.TEXT);
    public static final SettingKey<String> ENDPOINTS_INCLUDE =
            key("management.endpoints.web.exposure.include", ValueType.TEXT);
    public static final SettingKey<Integer> MANAGEMENT_PORT = key("management.server.port", ValueType.COUNT);
    public static final SettingKey<Integer> JETTY_THREADS_MAX =
            key("server.jetty.threads.max", ValueType.COUNT).defaultsTo(200);
    public static final SettingKey<Integer> JETTY_THREADS_MIN =
            key("server.jetty.threads.min", ValueType.COUNT).defaultsTo(8);
    public static final SettingKey<Integer> SERVER_PORT =
            key("server.port", ValueType.COUNT).defaultsTo(8080);
    public static final SettingKey<Integer> TOMCAT_ACCEPT_COUNT =
            key("server.tomcat.accept-count", ValueType.COUNT).defaultsTo(100);
    public static final SettingKey<Duration> TOMCAT_CONNECTION_TIMEOUT =
            key("server.tomcat.connection-timeout", SpringDuration.TYPE);
    public static final SettingKey<Integer> TOMCAT_MAX_CONNECTIONS =
            key("server.tomcat.max-connections", ValueType.COUNT).defaultsTo(8192);
    public static final SettingKey<Integer> TOMCAT_THREADS_MIN_SPARE =
            key("server.tomcat.threads.min-spare", ValueType.COUNT).defaultsTo(10);
    /// Up to 3.5; eight for each processor when nobody sets it.
    public static final SettingKey<Integer> UNDERTOW_THREADS_WORKER =
            key("server.undertow.threads.worker", ValueType.COUNT);
    public static final SettingKey<String> CONFIG_IMPORT = key("spring.config.import", ValueType.TEXT);
    public static final SettingKey<String> DATASOURCE_CONNECTION_FETCH = key(
                    "spring.datasource.connection-fetch", ValueType.oneOf("eager", "lazy"))
            .defaultsTo("eager");
    public static final SettingKey<String> DATASOURCE_DRIVER_CLASS_NAME =
            key("spring.datasource.driver-class-name", ValueType.TEXT);
    public static final SettingKey<String> DATASOURCE_EMBEDDED_CONNECTION =
            key("spring.datasource.embedded-database-connection", ValueType.oneOf("none", "h2", "derby", "hsqldb"));
    public static final SettingKey<Boolean> DATASOURCE_GENERATE_UNIQUE_NAME =
            key("spring.datasource.generate-unique-name", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> DATASOURCE_JNDI_NAME = key("spring.datasource.jndi-name", ValueType.TEXT);
    public static final SettingKey<Boolean> FLYWAY_BASELINE_ON_MIGRATE =
            key("spring.flyway.baseline-on-migrate", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> FLYWAY_CLEAN_DISABLED = key("spring.flyway.clean-disabled", ValueType.FLAG)
            .defaultsTo(false)
            .changedTo(true, "3.0");
    /// Flyway 11, in 3.5, refuses it; 4.0 has it no more.
    public static final SettingKey<Boolean> FLYWAY_CLEAN_ON_VALIDATION_ERROR =
            key("spring.flyway.clean-on-validation-error", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Integer> FLYWAY_CONNECT_RETRIES =
            key("spring.flyway.connect-retries", ValueType.COUNT).defaultsTo(0);
    public static final SettingKey<Duration> FLYWAY_CONNECT_RETRIES_INTERVAL = key(
                    "spring.flyway.connect-retries-interval", SpringDuration.SECONDS)
            .defaultsTo(Duration.ofMinutes(2));
    public static final SettingKey<String> FLYWAY_DEFAULT_SCHEMA = key("spring.flyway.default-schema", ValueType.TEXT);
    public static final SettingKey<Boolean> FLYWAY_ENABLED =
            key("spring.flyway.enabled", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<String> FLYWAY_INIT_SQLS = key("spring.flyway.init-sqls", ValueType.TEXT);
    public static final SettingKey<String> FLYWAY_LOCATIONS =
            key("spring.flyway.locations", ValueType.TEXT).defaultsTo("classpath:db/migration");
    public static final SettingKey<Integer> FLYWAY_LOCK_RETRY_COUNT =
            key("spring.flyway.lock-retry-count", ValueType.COUNT).defaultsTo(50);
    public static final SettingKey<Boolean> FLYWAY_OUT_OF_ORDER =
            key("spring.flyway.out-of-order", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Secret> FLYWAY_PASSWORD = key("spring.flyway.password", ValueType.SECRET);
    /// Flyway's own default is true.
    public static final SettingKey<Boolean> FLYWAY_POSTGRESQL_TRANSACTIONAL_LOCK =
            key("spring.flyway.postgresql.transactional-lock", ValueType.FLAG);
    public static final SettingKey<String> FLYWAY_URL = key("spring.flyway.url", ValueType.TEXT);
    public static final SettingKey<String> FLYWAY_USER = key("spring.flyway.user", ValueType.TEXT);
    public static final SettingKey<Boolean> FLYWAY_VALIDATE_ON_MIGRATE =
            key("spring.flyway.validate-on-migrate", ValueType.FLAG).defaultsTo(true);
    /// Off by default in Druid's own starter.
    public static final SettingKey<Boolean> DRUID_STAT_VIEW_ENABLED =
            key("spring.datasource.druid.stat-view-servlet.enabled", ValueType.FLAG);
    public static final SettingKey<Secret> DRUID_STAT_VIEW_PASSWORD =
            key("spring.datasource.druid.stat-view-servlet.login-password", ValueType.SECRET);
    public static final SettingKey<String> DRUID_STAT_VIEW_USERNAME =
            key("spring.datasource.druid.stat-view-servlet.login-username", ValueType.TEXT);
    public static final SettingKey<Boolean> H2_CONSOLE_ENABLED =
            key("spring.h2.console.enabled", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> H2_CONSOLE_WEB_ALLOW_OTHERS =
            key("spring.h2.console.settings.web-allow-others", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> JPA_DATABASE_PLATFORM = key("spring.jpa.database-platform", ValueType.TEXT);
    public static final SettingKey<Boolean> JPA_DEFER_DATASOURCE_INITIALIZATION =
            key("spring.jpa.defer-datasource-initialization", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> JPA_GENERATE_DDL =
            key("spring.jpa.generate-ddl", ValueType.FLAG).defaultsTo(false);
    /// `create-drop` for an embedded database without a migration tool, else `none`.
    public static final SettingKey<String> JPA_DDL_AUTO = key(
            "spring.jpa.hibernate.ddl-auto",
            ValueType.oneOf("none", "validate", "update", "create", "create-drop", "create-only", "drop", "truncate"));
    public static final SettingKey<Boolean> JPA_SHOW_SQL =
            key("spring.jpa.show-sql", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> LIQUIBASE_CHANGE_LOG = key("spring.liquibase.change-log", ValueType.TEXT);
    public static final SettingKey<String> LIQUIBASE_CONTEXTS = key("spring.liquibase.contexts", ValueType.TEXT);
    public static final SettingKey<Boolean> LIQUIBASE_DROP_FIRST =
            key("spring.liquibase.drop-first", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<Boolean> LIQUIBASE_ENABLED =
            key("spring.liquibase.enabled", ValueType.FLAG).defaultsTo(true);
    public static final SettingKey<Secret> LIQUIBASE_PASSWORD = key("spring.liquibase.password", ValueType.SECRET);
    public static final SettingKey<String> LIQUIBASE_URL = key("spring.liquibase.url", ValueType.TEXT);
    public static final SettingKey<String> LIQUIBASE_USER = key("spring.liquibase.user", ValueType.TEXT);
    /// The values bound to statements, from Hibernate 6 on.
    public static final SettingKey<String> LOGGING_HIBERNATE_BIND =
            key("logging.level.org.hibernate.orm.jdbc.bind", ValueType.TEXT);
    /// The same up to Hibernate 5.
    public static final SettingKey<String> LOGGING_HIBERNATE_BINDER =
            key("logging.level.org.hibernate.type.descriptor.sql.BasicBinder", ValueType.TEXT);
    /// Everything about types, the values included, up to Hibernate 5.
    public static final SettingKey<String> LOGGING_HIBERNATE_TYPE =
            key("logging.level.org.hibernate.type", ValueType.TEXT);
    public static final SettingKey<String> PROFILES_ACTIVE = key("spring.profiles.active", ValueType.TEXT);
    public static final SettingKey<String> PROFILES_DEFAULT =
            key("spring.profiles.default", ValueType.TEXT).defaultsTo("default");
    public static final SettingKey<String> PROFILES_INCLUDE = key("spring.profiles.include", ValueType.TEXT);
    public static final SettingKey<Boolean> SQL_INIT_CONTINUE_ON_ERROR =
            key("spring.sql.init.continue-on-error", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> SQL_INIT_DATA_LOCATIONS =
            key("spring.sql.init.data-locations", ValueType.TEXT);
    public static final SettingKey<String> SQL_INIT_MODE = key(
                    "spring.sql.init.mode", ValueType.oneOf("never", "embedded", "always"))
            .defaultsTo("embedded");
    public static final SettingKey<Integer> TASK_EXECUTION_POOL_CORE_SIZE =
            key("spring.task.execution.pool.core-size", ValueType.COUNT).defaultsTo(8);
    public static final SettingKey<Integer> TASK_EXECUTION_POOL_MAX_SIZE =
            key("spring.task.execution.pool.max-size", ValueType.COUNT);

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(SpringKeys.class);

    private SpringKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.SPRING_BOOT, name, type, SOURCE);
    }
}
