package dev.tautline.spring;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import org.springframework.core.env.Environment;

/// The name under which an instance reports: `tautline.instance`, else this machine's name and the configured port.
final class InstanceName {
    private InstanceName() {}

    static String of(TautlineProperties properties, Environment environment) {
        String given = properties.instance();
        if (given != null && !given.isBlank()) {
            return given;
        }
        String port = environment.getProperty("server.port", "8080");
        // A port that the system chooses is not known yet; the process number tells instances apart as well.
        return hostName() + ":"
                + (port.equals("0") ? "pid-" + ProcessHandle.current().pid() : port);
    }

    private static String hostName() {
        String byEnvironment = System.getenv("HOSTNAME");
        if (byEnvironment != null && !byEnvironment.isBlank()) {
            return byEnvironment;
        }
        try {
            return Objects.requireNonNullElse(InetAddress.getLocalHost().getHostName(), "localhost");
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
