package dev.tautline.settings;

import dev.tautline.settings.UrlText.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads what follows `jdbc:mysql:` or `jdbc:mariadb:`, as Connector/J (9.7) and MariaDB Connector/J (3.5) do.
///
/// ```
/// jdbc:mysql:replication://user:password@host1:3306,address=(host=host2)(port=3307)/database?name=value
///            └── mode ──┘  └───────────────────── authority ──────────────────────┘└ path ─┘└─ query ─┘
/// ```
final class MySqlUrlParser {
    static final int DEFAULT_PORT = 3306;
    private static final List<String> MODES =
            List.of("replication", "loadbalance", "load-balance-read", "sequential", "failover", "aurora");

    private final UrlText text;
    private final boolean isMariaDb;
    private final UrlHost host;
    private final List<UrlParameter> parameters = new ArrayList<>();

    MySqlUrlParser(UrlText text, boolean isMariaDb) {
        this.text = text;
        this.isMariaDb = isMariaDb;
        this.host = new UrlHost(text, DEFAULT_PORT);
    }

    JdbcUrl.Parsed parse(UrlScheme plain, int from) {
        var colon = text.indexOf(':', new Piece(from, text.endBefore("/?", from)));
        var scheme = colon < 0 ? plain : plain.withMode(mode(new Piece(from, colon)));
        var parts = UrlParts.of(text, colon < 0 ? from : colon + 1);
        var hosts = parts.authority().filter(written -> !written.isEmpty()).map(this::hosts);
        if (parts.hidesCredentials(text, host.hasBadPort())) {
            return UrlParts.refused(text);
        }
        var database = value(parts.path()).strip();
        parameters.addAll(new UrlParameters(text, this::value).read(parts.query()));
        var url = new JdbcUrl(
                scheme,
                scheme.mode().filter(mode -> mode.startsWith("srv")).isPresent()
                        ? withoutPorts(hosts.orElse(List.of()))
                        : hosts.orElseGet(() -> List.of(host.nowhereElse(0))),
                database.isEmpty() ? Optional.empty() : Optional.of(database),
                parameters,
                text.origin());
        return new JdbcUrl.Parsed(Optional.of(url), text.problems());
    }

    private String mode(Piece written) {
        var mode = text.of(written).toLowerCase(Locale.ROOT);
        if (!text.hasHole(written) && !MODES.contains(mode)) {
            var nearest =
                    Nearest.to(mode, MODES).map(name -> "; nearest: " + name).orElse("");
            text.problem(written.from(), "no such way to use hosts; known are " + String.join(", ", MODES) + nearest);
        }
        return mode;
    }

    /// The name of a service record brings the ports with it.
    private static List<HostPort> withoutPorts(List<HostPort> hosts) {
        return hosts.stream()
                .map(one -> new HostPort(one.host(), 0, one.origin()))
                .toList();
    }

    /// MariaDB's driver takes what is written, Connector/J decodes it.
    private String value(Piece piece) {
        return isMariaDb ? text.of(piece) : text.decoded(piece);
    }

    private List<HostPort> hosts(Piece authority) {
        return text.split(authority, ',').stream()
                .flatMap(written -> host(withoutUser(written)).stream())
                .toList();
    }

    private Piece withoutUser(Piece written) {
        var at = text.lastIndexOf('@', written);
        if (at < 0) {
            return written;
        }
        if (isMariaDb) {
            text.problem(
                    written.from(),
                    "MariaDB's driver does not take user:password@ before the host; use the parameters user and password");
        } else {
            new UrlUser(text).read(new Piece(written.from(), at), this::value, parameters);
        }
        return new Piece(at + 1, written.to());
    }

    private List<HostPort> host(Piece written) {
        var outline = text.outlineOf(written).strip();
        if (outline.startsWith("address=") || outline.startsWith("(")) {
            var address = new MySqlAddress(text, host, this::value);
            var read = address.read(written);
            parameters.addAll(address.parameters());
            return read.stream().toList();
        }
        // [host1:1,host2:2] is a list, [::1]:3306 an address.
        if (outline.startsWith("[") && outline.endsWith("]") && outline.indexOf(',') >= 0) {
            return hosts(new Piece(text.indexOf('[', written) + 1, text.lastIndexOf(']', written)));
        }
        return List.of(host.read(written));
    }
}
