package dev.tautline.targets;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads `host`, `hostaddr` and `port` as libpq does: lists of one length, in which `hostaddr` says where to connect
/// and
/// `host` whose certificate is expected there (PostgreSQL manual 18, sections 32.1.1.3 and 32.1.2).
final class LibpqHosts {
    static final String DEFAULT_HOST = "localhost";

    private static final int DEFAULT_PORT = 5432;
    private static final int MAX_PORT = 65535;

    private final ConnectionParameters parameters;
    private final Consumer<String> problems;

    private LibpqHosts(ConnectionParameters parameters, Consumer<String> problems) {
        this.parameters = parameters;
        this.problems = problems;
    }

    /// At least one, unless something is wrong.
    static List<Addressee> of(ConnectionParameters parameters, Consumer<String> problems) {
        return new LibpqHosts(parameters, problems).all();
    }

    private List<Addressee> all() {
        var hosts = list("host");
        var addresses = list("hostaddr");
        var ports = list("port");
        if (!hosts.isEmpty() && !addresses.isEmpty() && hosts.size() != addresses.size()) {
            problems.accept("%d in %s and %d in %s; allowed: an address for each host"
                    .formatted(
                            hosts.size(), parameters.called("host"), addresses.size(), parameters.called("hostaddr")));
            return List.of();
        }
        int count = Math.max(1, Math.max(hosts.size(), addresses.size()));
        if (ports.size() > 1 && ports.size() != count) {
            problems.accept(count + " hosts and " + ports.size() + " ports; allowed: one port, or one for each host");
            return List.of();
        }
        var all = new ArrayList<Addressee>();
        for (int i = 0; i < count; i++) {
            all.add(addressee(at(hosts, i), at(addresses, i), port(at(ports, ports.size() == 1 ? 0 : i))));
        }
        return all;
    }

    private List<String> list(String name) {
        return parameters
                .get(name)
                .filter(text -> !text.isEmpty())
                .map(text -> List.of(text.split(",", -1)))
                .orElse(List.of());
    }

    private static String at(List<String> list, int index) {
        return index < list.size() ? list.get(index).strip() : "";
    }

    private Addressee addressee(String host, String address, int port) {
        if (!address.isEmpty()) {
            var where = literal(address);
            return new Addressee(host.isEmpty() && where != null ? null : host, where, port);
        }
        if (UnixSocket.isOne(host)) {
            problems.accept(
                    parameters.called("host") + " is " + new UnixSocket(host, port).words(parameters.get("dbname")));
        }
        return new Addressee(host.isEmpty() ? DEFAULT_HOST : host, null, port);
    }

    private @Nullable InetAddress literal(String address) {
        try {
            return InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException name) {
            problems.accept(parameters.called("hostaddr") + " is '" + address
                    + "', allowed: an address such as 192.0.2.7 or 2001:db8::7; a name is written as host");
            return null;
        }
    }

    private int port(String text) {
        if (text.isEmpty()) {
            return DEFAULT_PORT;
        }
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) > 0 && Integer.parseInt(text) <= MAX_PORT) {
            return Integer.parseInt(text);
        }
        problems.accept(parameters.called("port") + " is '" + text + "', allowed: 1 to " + MAX_PORT);
        return DEFAULT_PORT;
    }
}
