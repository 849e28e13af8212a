package dev.tautline.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/// How many requests the embedded server works on at once at most.
final class RequestThreads {
    /// `server.tomcat.threads.max` and `server.jetty.threads.max` of Spring Boot 4.1.
    private static final int DEFAULT = 200;

    private RequestThreads() {}

    /// Null with virtual threads, and with a server whose limit is not known here.
    static @Nullable Integer of(Environment environment) {
        if (environment.getProperty("spring.threads.virtual.enabled", Boolean.class, false)) {
            return null;
        }
        if (isThere("org.apache.catalina.startup.Tomcat")) {
            return environment.getProperty("server.tomcat.threads.max", Integer.class, DEFAULT);
        }
        return isThere("org.eclipse.jetty.server.Server")
                ? environment.getProperty("server.jetty.threads.max", Integer.class, DEFAULT)
                : null;
    }

    private static boolean isThere(String type) {
        return ClassUtils.isPresent(type, RequestThreads.class.getClassLoader());
    }
}
