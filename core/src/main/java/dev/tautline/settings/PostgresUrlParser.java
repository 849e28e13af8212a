package dev.tautline.settings;

import dev.tautline.settings.UrlText.Piece;
import java.util.List;
import java.util.Optional;

/// Reads what follows `jdbc:postgresql:` as pgjdbc's `Driver.parseURL` does (42.7.14), except that it collects every
/// problem and keeps the place of every part.
///
/// ```
/// jdbc:postgresql://host1:5432,[::1]:5433/database?name=value&name=value
///                 └┘└──── authority ─────┘└ path ─┘└──── query ────────┘
/// ```
final class PostgresUrlParser {
    static final int DEFAULT_PORT = 5432;

    private final UrlText text;
    private final UrlHost host;

    PostgresUrlParser(UrlText text) {
        this.text = text;
        this.host = new UrlHost(text, DEFAULT_PORT);
    }

    /// `from` is the first letter after the sub-protocol's colon.
    JdbcUrl.Parsed parse(UrlScheme scheme, int from) {
        var parts = UrlParts.of(text, from);
        var hosts = parts.authority().map(this::hosts).orElseGet(() -> List.of(host.nowhereElse(0)));
        if (parts.hidesCredentials(text, host.hasBadPort())) {
            return UrlParts.refused(text);
        }
        var path = text.decoded(parts.path());
        if (!path.isEmpty() && !path.equals(path.stripTrailing())) {
            text.problem(parts.path().to() - 1, "the blank at the end is taken for a part of the database's name");
        }
        var parameters = new UrlParameters(text, text::decoded).read(parts.query());
        var database = path.isEmpty() || path.equals("/") ? Optional.<String>empty() : Optional.of(path);
        return new JdbcUrl.Parsed(
                Optional.of(new JdbcUrl(scheme, hosts, database, parameters, text.origin())), text.problems());
    }

    private List<HostPort> hosts(Piece authority) {
        return text.split(authority, ',').stream().map(this::host).toList();
    }

    private HostPort host(Piece written) {
        var at = text.lastIndexOf('@', written);
        if (at >= 0) {
            text.problem(
                    written.from(),
                    "pgjdbc does not take user:password@ before the host; use the parameters user and password");
        }
        return host.read(new Piece(at < 0 ? written.from() : at + 1, written.to()));
    }
}
