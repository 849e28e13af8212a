package dev.tautline.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A JDBC URL taken apart, each part with its place. `subprotocol` is `postgresql`, `mysql`, …; only the URLs of
/// PostgreSQL are taken apart further, others have no hosts and no parameters here.
/// Prints itself with user and password masked.
public record JdbcUrl(
        String subprotocol,
        List<HostPort> hosts,
        Optional<String> database,
        List<UrlParameter> parameters,
        Origin origin) {
    /// A URL, if the text could be read, and everything that is wrong with the text.
    public record Parsed(Optional<JdbcUrl> url, List<Problem> problems) {
        public Parsed {
            problems = List.copyOf(problems);
        }
    }

    private static final String SCHEME = "jdbc:";
    private static final Pattern PARAMETER = Pattern.compile("([?&;])([^=&;?]+)=([^&;]*)");
    /// To the last @ there is, because a password may hold any character.
    private static final Pattern USER_INFO = Pattern.compile("//.*@");

    public JdbcUrl {
        hosts = List.copyOf(hosts);
        parameters = List.copyOf(parameters);
    }

    /// Reads a URL. Placeholders of the form `${…}` may stand anywhere after the sub-protocol and are kept as they are.
    public static Parsed parse(String text, Origin origin) {
        return parse(text, origin, IntUnaryOperator.identity());
    }

    /// The same for a text that was resolved from another: `column` tells, for each letter of `text`, how many columns
    /// right of the origin it is written.
    public static Parsed parse(String text, Origin origin, IntUnaryOperator column) {
        if (!isJdbc(text)) {
            var problem = new Problem(
                    origin, "not a JDBC URL: '" + mask(text) + "'; expected jdbc:postgresql://HOST[:PORT]/DATABASE");
            return new Parsed(Optional.empty(), List.of(problem));
        }
        var end = text.indexOf(':', SCHEME.length());
        var subprotocol = end < 0 ? text.substring(SCHEME.length()) : text.substring(SCHEME.length(), end);
        return subprotocol.equals("postgresql")
                ? new PostgresUrlParser(text, origin, column).parse()
                : new Parsed(
                        Optional.of(new JdbcUrl(subprotocol, List.of(), Optional.empty(), List.of(), origin)),
                        List.of());
    }

    /// Whether a value is meant to be a JDBC URL.
    public static boolean isJdbc(String text) {
        return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /// The text fit to be shown: user names, passwords, and whatever stands under a name that we do not know (it may be
    /// a
    /// misspelt password) are replaced. Text that is no URL is unchanged.
    public static String mask(String text) {
        if (!text.contains("://") && !text.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return text;
        }
        return PARAMETER
                .matcher(USER_INFO.matcher(text).replaceAll("//" + Secret.MASK + "@"))
                .replaceAll(part -> Matcher.quoteReplacement(
                        part.group(1) + part.group(2) + "=" + shown(part.group(2), part.group(3))));
    }

    private static String shown(String name, String value) {
        var isSafe = PgjdbcKeys.VOCABULARY
                .find(name)
                .map(key -> !key.type().equals(ValueType.SECRET) && !key.equals(PgjdbcKeys.USER))
                .orElse(value.equals("true") || value.equals("false"));
        return isSafe ? value : Secret.MASK;
    }

    public boolean isPostgres() {
        return subprotocol.equals("postgresql");
    }

    /// The parameter with exactly this name; the last one wins, as in pgjdbc.
    public Optional<UrlParameter> parameter(String name) {
        return parameters.reversed().stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /// Whether hosts and ports are all known here.
    public boolean isResolved() {
        return hosts.stream().allMatch(HostPort::isResolved);
    }

    @Override
    public String toString() {
        var text = new StringBuilder(SCHEME).append(subprotocol).append(':');
        if (!hosts.isEmpty()) {
            text.append("//")
                    .append(String.join(
                            ",", hosts.stream().map(HostPort::toString).toList()));
        }
        database.ifPresent(name -> text.append('/').append(name));
        for (int i = 0; i < parameters.size(); i++) {
            var parameter = parameters.get(i);
            text.append(i == 0 ? '?' : '&').append(parameter.name()).append('=');
            text.append(shown(parameter.name(), parameter.value()));
        }
        return text.toString();
    }
}
