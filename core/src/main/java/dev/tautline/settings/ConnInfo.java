package dev.tautline.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A connection string of libpq, `host=db port=5432 dbname=shop`, as programs in C, Go, Python and PHP take it where
/// others
/// take a URL (PostgreSQL manual, "Keyword/Value Connection Strings").
final class ConnInfo {
    private static final String VALUE = "(?:'(?:[^'\\\\]++|\\\\.)*'|[^\\s']\\S*)";
    private static final Pattern PAIR = Pattern.compile(
            "(?<name>[A-Za-z_]\\w*)\\s*=\\s*(?:'(?<quoted>(?:[^'\\\\]++|\\\\.)*)'|(?<plain>[^\\s']\\S*))");
    private static final Pattern WHOLE = Pattern.compile("\\s*(?:[A-Za-z_]\\w*\\s*=\\s*" + VALUE + "(?:\\s+|$)){2,64}");
    private static final Pattern HOST = Pattern.compile("(?:^|\\s)host\\s*=");
    private static final Pattern WHOSE = Pattern.compile("(?:^|\\s)(?:dbname|user)\\s*=");
    /// Longer than any connection string.
    private static final int MAX_LENGTH = 2000;

    /// Up to the last quote there is, because a password may hold one.
    private static final Pattern PASSWORD = Pattern.compile(
            "(?i)(?<!\\w)(\\w{0,40}passw\\w{0,40}|pwd)(\\s{0,9}=\\s{0,9})(?:'.*'(?=[\\s;]|$)|'.*|[^\\s;]+)");

    private static final Pattern LOOKS_LIKE =
            Pattern.compile("(?i)\\b(?:host|hostaddr|server|dbname|database|user)\\s*=");

    private ConnInfo() {}

    /// The same as a URL; empty for what is none, or leads to a Unix socket.
    static Optional<JdbcUrl> url(Written text) {
        if (!isOne(text.text())) {
            return Optional.empty();
        }
        var parameters = new ArrayList<UrlParameter>();
        var pair = PAIR.matcher(text.text());
        while (pair.find()) {
            var value = pair.group("quoted") == null ? pair.group("plain") : pair.group("quoted");
            parameters.add(new UrlParameter(
                    pair.group("name"), value.replaceAll("\\\\(.)", "$1"), right(text.origin(), pair.start())));
        }
        var hosts = hosts(parameters);
        return hosts.isEmpty() ? Optional.empty() : Optional.of(url(text, parameters, hosts));
    }

    private static JdbcUrl url(Written text, List<UrlParameter> parameters, List<HostPort> hosts) {
        return new JdbcUrl(
                new UrlScheme(UrlScheme.Form.LIBPQ, Optional.empty(), "postgresql", Optional.empty()),
                hosts,
                last(parameters, "dbname").map(UrlParameter::value),
                parameters.stream()
                        .filter(one -> !List.of("host", "port", "dbname").contains(one.name()))
                        .toList(),
                text.origin());
    }

    private static boolean isOne(String text) {
        return text.length() <= MAX_LENGTH
                && HOST.matcher(text).find()
                && WHOSE.matcher(text).find()
                && WHOLE.matcher(text).matches();
    }

    private static List<HostPort> hosts(List<UrlParameter> parameters) {
        var hosts = new ArrayList<HostPort>();
        var ports = last(parameters, "port")
                .map(port -> port.value().split(",", -1))
                .orElse(new String[] {""});
        last(parameters, "host").filter(host -> !host.value().startsWith("/")).ifPresent(host -> {
            for (var name : host.value().split(",", -1)) {
                var port = ports[Math.min(hosts.size(), ports.length - 1)];
                var number = port.isBlank()
                        ? PostgresUrlParser.DEFAULT_PORT
                        : ValueType.COUNT.read(port).orElse(0);
                hosts.add(new HostPort(name.strip(), number, host.origin()));
            }
        });
        return hosts;
    }

    private static Optional<UrlParameter> last(List<UrlParameter> parameters, String name) {
        return parameters.reversed().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    private static Origin right(Origin origin, int columns) {
        return origin instanceof Origin.InFile place ? place.plusColumns(columns) : origin;
    }

    /// A text that is or looks like such a string, or ADO's with semicolons, without its passwords.
    static String mask(String text) {
        return text.indexOf('=') >= 0 && LOOKS_LIKE.matcher(text).find()
                ? PASSWORD.matcher(text).replaceAll("$1$2" + Matcher.quoteReplacement(Secret.MASK))
                : text;
    }
}
