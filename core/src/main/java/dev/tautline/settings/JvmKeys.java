package dev.tautline.settings;

import java.time.Duration;

/// Properties of the Java virtual machine that decide how an application reaches its database: system
/// properties (`-D`) and those of `java.security`.
public final class JvmKeys {
    private static final String SOURCE = "https://docs.oracle.com/en/java/javase/25/core/java-networking.html";

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
    public static final SettingKey<String> USER_TIMEZONE = key("user.timezone", ValueType.TEXT);
    /// UTF-8 since Java 18, before that what the system said.
    public static final SettingKey<String> FILE_ENCODING = key("file.encoding", ValueType.TEXT);
    public static final SettingKey<Boolean> JAVA_NET_PREFER_I_PV4_STACK =
            key("java.net.preferIPv4Stack", ValueType.FLAG).defaultsTo(false);
    public static final SettingKey<String> JAVA_NET_PREFER_I_PV6_ADDRESSES = key(
                    "java.net.preferIPv6Addresses", ValueType.oneOf("false", "true", "system"))
            .defaultsTo("false");
    public static final SettingKey<String> JAVA_SECURITY_MANAGER = key("java.security.manager", ValueType.TEXT);
    public static final SettingKey<String> JAVA_SECURITY_PROPERTIES = key("java.security.properties", ValueType.TEXT);
    public static final SettingKey<String> JAVAX_NET_SSL_TRUST_STORE = key("javax.net.ssl.trustStore", ValueType.TEXT);
    public static final SettingKey<Secret> JAVAX_NET_SSL_TRUST_STORE_PASSWORD =
            key("javax.net.ssl.trustStorePassword", ValueType.SECRET);
    public static final SettingKey<String> JAVAX_NET_SSL_TRUST_STORE_TYPE =
            key("javax.net.ssl.trustStoreType", ValueType.TEXT);
    public static final SettingKey<String> JAVAX_NET_SSL_KEY_STORE = key("javax.net.ssl.keyStore", ValueType.TEXT);
    public static final SettingKey<Secret> JAVAX_NET_SSL_KEY_STORE_PASSWORD =
            key("javax.net.ssl.keyStorePassword", ValueType.SECRET);
    public static final SettingKey<String> JDK_TLS_CLIENT_PROTOCOLS = key("jdk.tls.client.protocols", ValueType.TEXT);
    public static final SettingKey<String> JDK_TLS_DISABLED_ALGORITHMS =
            key("jdk.tls.disabledAlgorithms", ValueType.TEXT);
    public static final SettingKey<String> SPRING_PROFILES_ACTIVE = key("spring.profiles.active", ValueType.TEXT);
    public static final SettingKey<Integer> JDK_VIRTUAL_THREAD_SCHEDULER_PARALLELISM =
            key("jdk.virtualThreadScheduler.parallelism", ValueType.COUNT);
    public static final SettingKey<Integer> JDK_VIRTUAL_THREAD_SCHEDULER_MAX_POOL_SIZE =
            key("jdk.virtualThreadScheduler.maxPoolSize", ValueType.COUNT).defaultsTo(256);

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(JvmKeys.class);

    private JvmKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type) {
        return SettingKey.of(Product.JAVA, name, type, SOURCE);
    }
}
