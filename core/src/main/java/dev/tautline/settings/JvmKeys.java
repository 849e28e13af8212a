package dev.tautline.settings;

import java.time.Duration;

/// Properties of the Java virtual machine that decide how an application reaches its database: system
/// properties (`-D`) and those of `java.security`.
public final class JvmKeys {
    private static final String NETWORKING = "https://docs.oracle.com/en/java/javase/25/core/java-networking.html";
    private static final String ENCODING = "https://openjdk.org/jeps/400";
    private static final String TIME_ZONES =
            "https://docs.oracle.com/en/java/javase/25/docs/api/java.base/java/util/TimeZone.html";
    private static final String SECURITY =
            "https://github.com/openjdk/jdk/blob/master/src/java.base/share/conf/security/java.security";
    private static final String SECURITY_MANAGER = "https://openjdk.org/jeps/486";
    private static final String TLS =
            "https://docs.oracle.com/en/java/javase/25/security/java-secure-socket-extension-jsse-reference-guide.html";
    private static final String THREADS =
            "https://docs.oracle.com/en/java/javase/25/docs/api/java.base/java/lang/Thread.html";
    private static final String PROFILES = "https://docs.spring.io/spring-boot/reference/features/profiles.html";

    /// A security property, not a system property. Negative: an address is kept for ever.
    public static final SettingKey<Duration> NETWORKADDRESS_CACHE_TTL =
            key("networkaddress.cache.ttl", ValueType.SECONDS).defaultsTo(Duration.ofSeconds(30));
    /// A security property, not a system property.
    public static final SettingKey<Duration> NETWORKADDRESS_CACHE_NEGATIVE_TTL =
            key("networkaddress.cache.negative.ttl", ValueType.SECONDS).defaultsTo(Duration.ofSeconds(10));
    /// New in Java 21.
    public static final SettingKey<Duration> NETWORKADDRESS_CACHE_STALE_TTL =
            key("networkaddress.cache.stale.ttl", ValueType.SECONDS).defaultsTo(Duration.ZERO);
    /// The system property that counts where the security property is not set.
    public static final SettingKey<Duration> SUN_NET_INETADDR_TTL = key("sun.net.inetaddr.ttl", ValueType.SECONDS);
    public static final SettingKey<Duration> SUN_NET_INETADDR_NEGATIVE_TTL =
            key("sun.net.inetaddr.negative.ttl", ValueType.SECONDS);
    public static final SettingKey<String> USER_TIMEZONE = key("user.timezone", ValueType.TEXT, TIME_ZONES);
    /// UTF-8 since Java 18, before that what the system said.
    public static final SettingKey<String> FILE_ENCODING = key("file.encoding", ValueType.TEXT, ENCODING);
    public static final SettingKey<Boolean> JAVA_NET_PREFER_I_PV4_STACK =
            key("java.net.preferIPv4Stack", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> JAVA_NET_PREFER_I_PV6_ADDRESSES = key(
                    "java.net.preferIPv6Addresses", ValueType.oneOf("false", "true", "system"))
            .defaultsTo("false");
    public static final SettingKey<String> JAVA_SECURITY_MANAGER =
            key("java.security.manager", ValueType.TEXT, SECURITY_MANAGER);
    public static final SettingKey<String> JAVA_SECURITY_PROPERTIES =
            key("java.security.properties", ValueType.TEXT, SECURITY);
    public static final SettingKey<String> JAVAX_NET_SSL_TRUST_STORE =
            key("javax.net.ssl.trustStore", ValueType.TEXT, TLS);
    public static final SettingKey<Secret> JAVAX_NET_SSL_TRUST_STORE_PASSWORD =
            key("javax.net.ssl.trustStorePassword", ValueType.SECRET, TLS);
    public static final SettingKey<String> JAVAX_NET_SSL_TRUST_STORE_TYPE =
            key("javax.net.ssl.trustStoreType", ValueType.TEXT, TLS);
    public static final SettingKey<String> JAVAX_NET_SSL_KEY_STORE = key("javax.net.ssl.keyStore", ValueType.TEXT, TLS);
    public static final SettingKey<Secret> JAVAX_NET_SSL_KEY_STORE_PASSWORD =
            key("javax.net.ssl.keyStorePassword", ValueType.SECRET, TLS);
    public static final SettingKey<String> JDK_TLS_CLIENT_PROTOCOLS =
            key("jdk.tls.client.protocols", ValueType.TEXT, TLS);
    public static final SettingKey<String> JDK_TLS_DISABLED_ALGORITHMS =
            key("jdk.tls.disabledAlgorithms", ValueType.TEXT, TLS);
    public static final SettingKey<String> SPRING_PROFILES_ACTIVE =
            key("spring.profiles.active", ValueType.TEXT, PROFILES);
    public static final SettingKey<Integer> JDK_VIRTUAL_THREAD_SCHEDULER_PARALLELISM =
            key("jdk.virtualThreadScheduler.parallelism", ValueType.COUNT, THREADS);
    public static final SettingKey<Integer> JDK_VIRTUAL_THREAD_SCHEDULER_MAX_POOL_SIZE = key(
                    "jdk.virtualThreadScheduler.maxPoolSize", ValueType.COUNT, THREADS)
            .defaultsTo(256);

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(JvmKeys.class);

    private JvmKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return key(name, type, NETWORKING);
    }

    private static <T> SettingKey<T> key(String name, ValueType<T> type, String source) {
        return SettingKey.of(Product.JAVA, name, type, source);
    }
}
