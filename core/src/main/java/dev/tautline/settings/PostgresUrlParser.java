package dev.tautline.settings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/// Reads `jdbc:postgresql:` URLs as pgjdbc's `Driver.parseURL` does (42.7.14), except that it collects every problem
/// and
/// keeps the place of every part.
///
/// ```
/// jdbc:postgresql://host1:5432,[::1]:5433/database?name=value&name=value
/// └─── PREFIX ───┘└┘└──── authority ─────┘└ path ─┘└──── query ────────┘
/// ```
final class PostgresUrlParser {
    private static final String PREFIX = "jdbc:postgresql:";
    private static final String DEFAULT_HOST = "localhost";
    private static final int DEFAULT_PORT = 5432;
    private static final int MAX_PORT = 65_535;
    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final String text;
    private final Origin origin;
    private final IntUnaryOperator column;
    private final List<Problem> problems = new ArrayList<>();

    /// `column` tells, for each letter of `text`, how many columns right of the origin it is written.
    PostgresUrlParser(String text, Origin origin, IntUnaryOperator column) {
        this.text = text;
        this.origin = origin;
        this.column = column;
    }

    JdbcUrl.Parsed parse() {
        var question = text.indexOf('?');
        var end = question < 0 ? text.length() : question;
        var hasAuthority = text.startsWith("//", PREFIX.length());
        var start = PREFIX.length() + (hasAuthority ? 2 : 0);
        var slash = hasAuthority ? text.indexOf('/', start) : start;
        var pathStart = !hasAuthority ? start : slash < 0 || slash > end ? end : slash + 1;
        var hosts = hasAuthority ? hosts(start, slash < 0 || slash > end ? end : slash) : defaultHost();
        var path = decode(text.substring(Math.min(pathStart, end), end), pathStart);
        var parameters = question < 0 ? List.<UrlParameter>of() : parameters(question + 1);
        var database = path.isEmpty() || path.equals("/") ? Optional.<String>empty() : Optional.of(path);
        return new JdbcUrl.Parsed(
                Optional.of(new JdbcUrl("postgresql", hosts, database, parameters, origin)), problems);
    }

    private List<HostPort> defaultHost() {
        return List.of(new HostPort(DEFAULT_HOST, DEFAULT_PORT, origin));
    }

    private List<HostPort> hosts(int start, int end) {
        var hosts = new ArrayList<HostPort>();
        var from = start;
        while (from <= end) {
            var comma = text.indexOf(',', from);
            var to = comma < 0 || comma > end ? end : comma;
            hosts.add(host(text.substring(from, to), from));
            from = to + 1;
        }
        return hosts;
    }

    private HostPort host(String written, int at) {
        if (written.contains("@")) {
            problem(at, "pgjdbc does not take user:password@ before the host; use the parameters user and password");
        }
        var address = written.substring(written.lastIndexOf('@') + 1);
        var colon = portColon(address);
        var name = colon < 0 ? address : address.substring(0, colon);
        if (name.startsWith("[") && name.endsWith("]")) {
            name = name.substring(1, name.length() - 1);
        }
        var port = colon < 0 ? unwrittenPort(name) : port(address.substring(colon + 1), at);
        return new HostPort(name.isEmpty() ? DEFAULT_HOST : name, port, place(at));
    }

    /// A placeholder for the whole address may bring the port with it, so the port is unknown then, too.
    private static int unwrittenPort(String name) {
        return name.startsWith("${") ? 0 : DEFAULT_PORT;
    }

    /// The colon before the port: after an IPv6 literal's bracket, and not one inside a placeholder.
    private static int portColon(String address) {
        var afterHost = Math.max(address.lastIndexOf(']'), 0);
        var depth = 0;
        for (int i = afterHost; i < address.length(); i++) {
            if (address.startsWith("${", i)) {
                depth++;
            } else if (address.charAt(i) == '}') {
                depth--;
            } else if (address.charAt(i) == ':' && depth <= 0) {
                return i;
            }
        }
        return -1;
    }

    private int port(String written, int at) {
        if (written.contains("${")) {
            return 0;
        }
        var isNumber =
                !written.isEmpty() && written.length() <= 5 && written.chars().allMatch(c -> c >= '0' && c <= '9');
        var port = isNumber ? Integer.parseInt(written) : 0;
        if (port < 1 || port > MAX_PORT) {
            // Not shown: in a URL with a password before the host, this may be a piece of it.
            problem(at, "what stands after the host's colon is not a port from 1 to " + MAX_PORT);
            return 0;
        }
        return port;
    }

    private List<UrlParameter> parameters(int start) {
        var parameters = new ArrayList<UrlParameter>();
        var from = start;
        while (from < text.length()) {
            var ampersand = text.indexOf('&', from);
            var to = ampersand < 0 ? text.length() : ampersand;
            if (to > from) {
                parameters.add(parameter(text.substring(from, to), from));
            }
            from = to + 1;
        }
        return parameters;
    }

    private UrlParameter parameter(String written, int at) {
        var equals = written.indexOf('=');
        var name = equals < 0 ? written : written.substring(0, equals);
        var value = equals < 0 ? "" : decode(written.substring(equals + 1), at + equals + 1);
        return new UrlParameter(name, value, place(at));
    }

    private String decode(String written, int at) {
        if (BAD_ESCAPE.matcher(written).find()) {
            problem(at, "a % must be followed by two hexadecimal digits; write a literal one as %25");
            return written;
        }
        // URLDecoder, like pgjdbc's own decoder, reads '+' as a blank.
        return URLDecoder.decode(written, StandardCharsets.UTF_8);
    }

    private void problem(int at, String message) {
        problems.add(new Problem(place(at), message));
    }

    private Origin place(int offset) {
        return origin instanceof Origin.InFile inFile ? inFile.plusColumns(column.applyAsInt(offset)) : origin;
    }
}
