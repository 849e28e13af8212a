package dev.tautline.settings;

import dev.tautline.settings.UrlText.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `postgresql://user:password@host1,host2:5433/database?name=value` (PostgreSQL manual 18, "Connection URIs").
/// Other than in a JDBC URL, a plus is a plus.
final class LibpqUrlParser {
    private final UrlText text;
    private final UrlHost host;
    private final List<UrlParameter> parameters = new ArrayList<>();

    LibpqUrlParser(UrlText text) {
        this(text, PostgresUrlParser.DEFAULT_PORT);
    }

    LibpqUrlParser(UrlText text, int defaultPort) {
        this.text = text;
        this.host = new UrlHost(text, defaultPort);
    }

    JdbcUrl.Parsed parse(UrlScheme scheme, int from) {
        var parts = UrlParts.of(text, from);
        var hosts = hosts(parts.authority().orElseThrow());
        if (parts.hidesCredentials(text, host.hasBadPort())) {
            return UrlParts.refused(text);
        }
        var database = decoded(parts.path());
        parameters.addAll(new UrlParameters(text, this::decoded).read(parts.query()));
        var url = new JdbcUrl(
                scheme,
                hosts,
                database.isEmpty() ? Optional.empty() : Optional.of(database),
                parameters,
                text.origin());
        return new JdbcUrl.Parsed(Optional.of(url), text.problems());
    }

    private List<HostPort> hosts(Piece authority) {
        var at = text.lastIndexOf('@', authority);
        if (at >= 0) {
            new UrlUser(text).read(new Piece(authority.from(), at), this::decoded, parameters);
        }
        return text.split(new Piece(at < 0 ? authority.from() : at + 1, authority.to()), ',').stream()
                .map(host::read)
                .toList();
    }

    private String decoded(Piece piece) {
        return text.of(piece).contains("+")
                ? String.join(
                        "+", text.split(piece, '+').stream().map(text::decoded).toList())
                : text.decoded(piece);
    }
}
