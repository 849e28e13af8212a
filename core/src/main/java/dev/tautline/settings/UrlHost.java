package dev.tautline.settings;

import dev.tautline.settings.UrlText.Piece;

/// Reads `host[:port]` of a URL, the host perhaps an IPv6 literal in brackets.
final class UrlHost {
    private static final String DEFAULT_HOST = "localhost";
    private static final int MAX_PORT = 65_535;
    private static final int MAX_DIGITS = 5;

    private final UrlText text;
    private final int defaultPort;
    private boolean hasBadPort;

    UrlHost(UrlText text, int defaultPort) {
        this.text = text;
        this.defaultPort = defaultPort;
    }

    /// Whether one of the ports read so far was none.
    boolean hasBadPort() {
        return hasBadPort;
    }

    HostPort nowhereElse(int at) {
        return new HostPort(DEFAULT_HOST, defaultPort, text.place(at));
    }

    HostPort read(Piece piece) {
        var outline = text.outlineOf(piece);
        if (outline.chars().anyMatch(Character::isWhitespace)) {
            text.problem(piece.from(), "an address must not hold blanks or line ends");
        }
        var colon = outline.indexOf(':', Math.max(outline.lastIndexOf(']'), 0));
        var name = new Piece(piece.from(), colon < 0 ? piece.to() : piece.from() + colon);
        var port = colon < 0 ? unwrittenPort(outline) : port(new Piece(name.to() + 1, piece.to()), piece.from());
        return new HostPort(host(text.of(name).strip()), port, text.place(piece.from()));
    }

    /// The same for a host and a port that stand apart.
    HostPort read(Piece host, Piece port) {
        var number = port.isEmpty() ? defaultPort : port(port, port.from());
        return new HostPort(host(text.of(host).strip()), number, text.place(host.from()));
    }

    private static String host(String name) {
        if (name.startsWith("[") && name.endsWith("]") && name.length() > 1) {
            return name.substring(1, name.length() - 1);
        }
        return name.isEmpty() ? DEFAULT_HOST : name;
    }

    /// A placeholder for the whole address may bring the port with it, so the port is unknown then, too.
    private int unwrittenPort(String outline) {
        return !outline.isEmpty() && outline.charAt(0) == UrlHoles.HOLE ? 0 : defaultPort;
    }

    private int port(Piece piece, int at) {
        if (text.hasHole(piece)) {
            return 0;
        }
        var written = text.of(piece).strip();
        var isNumber = !written.isEmpty()
                && written.length() <= MAX_DIGITS
                && written.chars().allMatch(c -> c >= '0' && c <= '9');
        var port = isNumber ? Integer.parseInt(written) : 0;
        if (port < 1 || port > MAX_PORT) {
            hasBadPort = true;
            // Not shown: in a URL with a password before the host, this may be a piece of it.
            text.problem(at, "what stands after the host's colon is not a port from 1 to " + MAX_PORT);
            return 0;
        }
        return port;
    }
}
