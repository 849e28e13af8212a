package dev.tautline.link.reader.proxy;

import dev.tautline.settings.HostPort;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Written;
import java.util.Optional;
import java.util.Set;

/// Addresses as poolers and proxies write them.
final class Addresses {
    private static final Set<String> EVERYWHERE = Set.of("", "*", "0.0.0.0", "::", "[::]");
    private static final int MAX_PORT = 65_535;

    private Addresses() {}

    /// `host:port`, with brackets around an IPv6 address; `otherwise` is the port where none is written. Empty
    /// for a Unix socket.
    static Optional<HostPort> parse(String text, int otherwise, Origin origin) {
        if (text.startsWith("/") || text.startsWith("@") || text.contains("unix@") || text.contains("abns@")) {
            return Optional.empty();
        }
        var address = text.replaceFirst("^ipv[46]@", "");
        var bracket = address.indexOf(']');
        var colon = address.indexOf(':', Math.max(bracket, 0));
        var host = (colon < 0 ? address : address.substring(0, colon)).replaceAll("[\\[\\]]", "");
        return Optional.of(new HostPort(host, colon < 0 ? otherwise : port(address.substring(colon + 1)), origin));
    }

    /// The number of a port; 0 where it is none, which [HostPort] reads as unknown.
    static int port(String text) {
        try {
            var port = Integer.parseInt(text);
            return port > 0 && port <= MAX_PORT ? port : 0;
        } catch (NumberFormatException notPort) {
            return 0;
        }
    }

    static int port(Written text) {
        return text.isResolved() ? port(text.text()) : 0;
    }

    /// Whether a place to listen on means all of a machine's addresses.
    static boolean isEverywhere(String host) {
        return EVERYWHERE.contains(host);
    }
}
