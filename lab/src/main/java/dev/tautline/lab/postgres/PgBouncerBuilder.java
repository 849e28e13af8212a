package dev.tautline.lab.postgres;

import dev.tautline.lab.net.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/// What a [PgBouncer] shall be: by default it passes on every database, knows no user, and takes what the PostgreSQL
/// driver for Java sends when it opens a session.
public final class PgBouncerBuilder {
    private final Node node;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> databases = new LinkedHashMap<>();
    private final Map<String, String> users = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    PgBouncerBuilder(Node node) {
        this.node = node;
        settings.put("auth_type", "scram-sha-256");
        settings.put("ignore_startup_parameters", "extra_float_digits");
        databases.put("*", "");
    }

    /// A setting of the section `pgbouncer`, in its own spelling.
    public PgBouncerBuilder setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /// Only this database is known.
    ///
    /// @param options what stands in its line beside host and port, such as `password=…`
    public PgBouncerBuilder onlyDatabase(String name, String options) {
        databases.clear();
        databases.put(name, options);
        return this;
    }

    /// A user in the pooler's own list.
    public PgBouncerBuilder user(String name, String password) {
        users.put(name, password);
        return this;
    }

    /// A file beside the configuration, for settings that name one.
    public PgBouncerBuilder file(String name, String content) {
        files.put(name, content);
        return this;
    }

    public PgBouncer start() {
        var program = PgBouncer.program()
                .orElseThrow(() -> new ClusterFailed("PgBouncer is not installed (Debian's package is pgbouncer)"));
        var loopback = InetAddress.getLoopbackAddress();
        var address = new InetSocketAddress(loopback, new FreePorts(new Random()).next(loopback));
        try {
            var directory = Files.createTempDirectory("tautline-pgbouncer-");
            DataDirectory.writePrivately(directory.resolve("pgbouncer.ini"), configuration(directory, address));
            DataDirectory.writePrivately(directory.resolve("users"), userList());
            for (var file : files.entrySet()) {
                DataDirectory.writePrivately(directory.resolve(file.getKey()), file.getValue());
            }
            return PgBouncer.start(directory, program, address);
        } catch (IOException failure) {
            throw new ClusterFailed("Cannot write PgBouncer's configuration: " + failure, failure);
        }
    }

    private String configuration(Path directory, InetSocketAddress address) {
        var server = "host=%s port=%d "
                .formatted(
                        node.address().getAddress().getHostAddress(),
                        node.address().getPort());
        return "[databases]\n" + lines(databases, server) + "[pgbouncer]\n"
                + "listen_addr = " + address.getAddress().getHostAddress() + "\n"
                + "listen_port = " + address.getPort() + "\n"
                + "unix_socket_dir =\n"
                + "auth_file = " + directory.resolve("users") + "\n"
                + lines(settings, "").replace("${directory}", directory.toString());
    }

    private static String lines(Map<String, String> values, String prefix) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + prefix + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private String userList() {
        return users.entrySet().stream()
                .map(user -> "\"%s\" \"%s\"%n"
                        .formatted(user.getKey(), user.getValue().replace("\"", "\"\"")))
                .collect(Collectors.joining());
    }
}
