package dev.tautline.settings;

import dev.tautline.settings.UrlText.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what follows `jdbc:sqlserver:` (Microsoft, "Building the connection URL"), as far as a review needs it.
///
/// ```
/// jdbc:sqlserver://host\instance:1433;databaseName=shop;encrypt=true
/// ```
final class SqlServerUrlParser {
    private static final int DEFAULT_PORT = 1433;

    private final UrlText text;

    SqlServerUrlParser(UrlText text) {
        this.text = text;
    }

    /// `from` is the first letter after the sub-protocol's colon.
    JdbcUrl.Parsed parse(UrlScheme scheme, int from) {
        var start = text.startsWith("//", from) ? from + 2 : from;
        var end = text.endBefore(";", start);
        var parameters = new ArrayList<UrlParameter>();
        if (end < text.length()) {
            text.split(new Piece(end + 1, text.length()), ';').stream()
                    .filter(piece -> !piece.isEmpty())
                    .map(this::parameter)
                    .forEach(parameters::add);
        }
        var database = parameters.stream()
                .filter(one -> one.name().equalsIgnoreCase("databaseName")
                        || one.name().equalsIgnoreCase("database"))
                .map(UrlParameter::value)
                .findFirst();
        return new JdbcUrl.Parsed(
                Optional.of(new JdbcUrl(scheme, hosts(new Piece(start, end)), database, parameters, text.origin())),
                text.problems());
    }

    private List<HostPort> hosts(Piece authority) {
        if (authority.isEmpty() || text.indexOf('@', authority) >= 0) {
            return List.of();
        }
        var colon = text.lastIndexOf(':', authority);
        var hostEnd = colon < 0 ? authority.to() : colon;
        var instance = text.indexOf('\\', new Piece(authority.from(), hostEnd));
        var host = text.of(new Piece(authority.from(), instance < 0 ? hostEnd : instance));
        var port = colon < 0 ? String.valueOf(DEFAULT_PORT) : text.of(new Piece(colon + 1, authority.to()));
        return List.of(new HostPort(
                host, port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0, text.place(authority.from())));
    }

    private UrlParameter parameter(Piece piece) {
        var equals = text.indexOf('=', piece);
        var name = text.of(new Piece(piece.from(), equals < 0 ? piece.to() : equals))
                .strip();
        var value = equals < 0 ? "" : text.of(new Piece(equals + 1, piece.to())).strip();
        return new UrlParameter(name, value, text.place(piece.from()));
    }
}
