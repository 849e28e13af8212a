package dev.tautline.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/// A URL of a database taken apart, each part with its place. Those of PostgreSQL, MySQL and MariaDB are taken apart
/// wholly, those of embedded databases have a database; others have neither hosts nor parameters here. User and
/// password before an @ are parameters. Prints itself with user and password masked.
public record JdbcUrl(
        UrlScheme scheme,
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

    private static final Set<String> EMBEDDED = Set.of("h2", "hsqldb", "derby", "sqlite");
    /// How H2, HSQLDB and Derby write that the database is a server elsewhere.
    private static final List<String> SERVER_FORMS =
            List.of("tcp:", "ssl:", "hsql:", "hsqls:", "http:", "https:", "//");

    public JdbcUrl {
        hosts = List.copyOf(hosts);
        parameters = List.copyOf(parameters);
    }

    /// Reads a JDBC URL. Placeholders (`${…}`, `{{ … }}`) may stand anywhere after the sub-protocol and are kept as
    /// they are.
    public static Parsed parse(String text, Origin origin) {
        return parse(text, origin, IntUnaryOperator.identity());
    }

    /// The same for a text that was resolved from another: `column` tells, for each letter of `text`, how many columns
    /// right of the origin it is written.
    public static Parsed parse(String text, Origin origin, IntUnaryOperator column) {
        if (!isJdbc(text)) {
            return notA("JDBC URL", text, origin, "jdbc:postgresql://HOST[:PORT]/DATABASE");
        }
        var url = new UrlText(text, origin, column);
        var read = UrlScheme.ofJdbc(url);
        return switch (read.scheme().subprotocol()) {
            case String ignored when read.scheme().isWrappedIn("tc") -> throwaway(url, read);
            case "postgresql" -> new PostgresUrlParser(url).parse(read.scheme(), read.end());
            case "mysql" -> new MySqlUrlParser(url, false).parse(read.scheme(), read.end());
            case "mariadb" -> new MySqlUrlParser(url, true).parse(read.scheme(), read.end());
            case "sqlserver" -> new SqlServerUrlParser(url).parse(read.scheme(), read.end());
            default -> other(url, read);
        };
    }

    /// Reads a URL as libpq does: `postgresql://…` or `postgres://…`, perhaps with a driver's name behind a plus.
    public static Parsed parseLibpq(String text, Origin origin) {
        if (!isLibpq(text)) {
            return notA("URL of PostgreSQL", text, origin, "postgresql://HOST[:PORT]/DATABASE");
        }
        var read = UrlScheme.ofLibpq(text);
        return new LibpqUrlParser(new UrlText(text, origin, IntUnaryOperator.identity()))
                .parse(read.scheme(), read.end());
    }

    /// Reads a connection string of libpq, `host=db dbname=shop`, as the URL that says the same; empty for anything
    /// else.
    public static Optional<JdbcUrl> ofConnInfo(Written text) {
        return ConnInfo.url(text);
    }

    /// Reads a URL of R2DBC: `r2dbc:postgresql://HOST[:PORT]/DATABASE`, perhaps with `pool:` before the driver.
    public static Parsed parseR2dbc(String text, Origin origin, IntUnaryOperator column) {
        if (!isR2dbc(text)) {
            return notA("R2DBC URL", text, origin, "r2dbc:postgresql://HOST[:PORT]/DATABASE");
        }
        var read = UrlScheme.ofR2dbc(text);
        var url = new UrlText(text, origin, column);
        return switch (read.scheme().subprotocol()) {
            case "postgresql", "postgres" ->
                new LibpqUrlParser(url, PostgresUrlParser.DEFAULT_PORT).parse(read.scheme(), read.end());
            case "mysql", "mariadb" ->
                new LibpqUrlParser(url, MySqlUrlParser.DEFAULT_PORT).parse(read.scheme(), read.end());
            default -> other(url, read);
        };
    }

    private static Parsed notA(String what, String text, Origin origin, String expected) {
        var problem = new Problem(origin, "not a " + what + ": '" + mask(text) + "'; expected " + expected);
        return new Parsed(Optional.empty(), List.of(problem));
    }

    /// Testcontainers starts a server for this URL and ignores the host:
    /// `jdbc:tc:postgresql:16:///shop?TC_REUSABLE=true`.
    private static Parsed throwaway(UrlText text, UrlScheme.Read read) {
        var url = new JdbcUrl(read.scheme(), List.of(), Optional.empty(), List.of(), text.origin());
        return new Parsed(Optional.of(url), List.of());
    }

    private static Parsed other(UrlText text, UrlScheme.Read read) {
        var end = text.endBefore(";?", read.end());
        var database = Optional.of(text.of(new UrlText.Piece(read.end(), end)))
                .filter(name -> EMBEDDED.contains(read.scheme().subprotocol()) && !name.isEmpty());
        var url = new JdbcUrl(read.scheme(), List.of(), database, List.of(), text.origin());
        return new Parsed(Optional.of(url), List.of());
    }

    /// Whether a value is meant to be a JDBC URL.
    public static boolean isJdbc(String text) {
        return UrlScheme.isJdbc(text);
    }

    /// Whether a value is meant to be a URL of PostgreSQL for clients other than Java's.
    public static boolean isLibpq(String text) {
        return UrlScheme.isLibpq(text);
    }

    /// Whether a value is meant to be a URL of R2DBC.
    public static boolean isR2dbc(String text) {
        return UrlScheme.isR2dbc(text);
    }

    /// The text fit to be shown: user names, passwords, and whatever stands under a name that we do not know (it may be
    /// a misspelt password) are replaced. Text that is no URL is unchanged.
    public static String mask(String text) {
        return UrlMask.mask(text);
    }

    /// `postgresql`, `mysql`, `mariadb`, `h2` … whatever is wrapped around it.
    public String subprotocol() {
        return scheme.subprotocol();
    }

    /// The driver around the real one: `aws-wrapper`, `p6spy`, `otel`, `tc` … several are joined by colons.
    public Optional<String> wrapper() {
        return scheme.wrapper();
    }

    /// How several hosts of MySQL or MariaDB are used: `replication`, `loadbalance`, `sequential`, `srv` …
    public Optional<String> mode() {
        return scheme.mode();
    }

    /// Whether a PostgreSQL server answers that is not started for this URL only.
    public boolean isPostgres() {
        return subprotocol().equals("postgresql") && !isThrowaway();
    }

    public boolean isMySql() {
        return subprotocol().equals("mysql") && !isThrowaway();
    }

    public boolean isMariaDb() {
        return subprotocol().equals("mariadb") && !isThrowaway();
    }

    public boolean isSqlServer() {
        return subprotocol().equals("sqlserver") && !isThrowaway();
    }

    /// Whether the database runs inside the application.
    public boolean isEmbedded() {
        return EMBEDDED.contains(subprotocol())
                && database.stream().noneMatch(name -> SERVER_FORMS.stream().anyMatch(name::startsWith));
    }

    /// Whether Testcontainers starts a server for this URL, and stops it after the test.
    public boolean isThrowaway() {
        return scheme.isWrappedIn("tc");
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
        var text = new StringBuilder(scheme.toString());
        if (!hosts.isEmpty()) {
            text.append("//")
                    .append(String.join(
                            ",", hosts.stream().map(HostPort::toString).toList()));
        }
        database.ifPresent(name -> text.append(hosts.isEmpty() ? "" : "/").append(UrlMask.shown(name)));
        for (int i = 0; i < parameters.size(); i++) {
            var parameter = parameters.get(i);
            text.append(i == 0 ? '?' : '&').append(parameter).append('=');
            text.append(UrlMask.shown(parameter.name(), parameter.value()));
        }
        return text.toString();
    }
}
