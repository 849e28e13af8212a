package dev.tautline.settings;

import java.time.Duration;

/// The keys of Spring Boot that decide how an application uses its connections. `spring.datasource.*` stands for any
/// prefix that a data source is bound to.
public final class SpringKeys {
    private static final String SOURCE =
            "https://docs.spring.io/spring-boot/appendix/application-properties/index.html";

    public static final SettingKey<String> APPLICATION_NAME = key("spring.application.name", ValueType.TEXT);
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
    public static final SettingKey<String> MVC_ASYNC_REQUEST_TIMEOUT =
            key("spring.mvc.async.request-timeout", ValueType.TEXT);
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
    public static final SettingKey<Boolean> VIRTUAL_THREADS =
            key("spring.threads.virtual.enabled", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> WEB_APPLICATION_TYPE =
            key("spring.main.web-application-type", ValueType.oneOf("none", "servlet", "reactive"));

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(SpringKeys.class);

    private SpringKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.SPRING_BOOT, name, type, SOURCE);
    }
}
