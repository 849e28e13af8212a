package dev.tautline.link.reader;

import dev.tautline.link.Container;
import dev.tautline.link.Variable;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.UrlParameter;
import dev.tautline.settings.UrlScheme;
import dev.tautline.settings.ValueType;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The address of a database in variables of its own: `DB_HOST`, `DB_PORT`, `DB_NAME`, `DB_USER`, or libpq's
/// `PGHOST` and its like. Only where the names or the port say which kind of database it is.
final class AddressVariables {
    private static final Pattern HOST = Pattern.compile(
            "(?<prefix>(?:\\w+_)?(?<kind>DB|DATABASE|POSTGRES|POSTGRESQL|MYSQL|MARIADB)_)(?:HOST|HOSTNAME|SERVER)|(?<pg>PG)HOST|(?<keycloak>KC_DB_URL_)HOST");
    /// Variables of libpq that say more than where the server is (PostgreSQL manual, "Environment Variables").
    private static final Map<String, String> OF_LIBPQ = Map.of(
            "SSLMODE", "sslmode",
            "SSLROOTCERT", "sslrootcert",
            "SSLCERT", "sslcert",
            "SSLKEY", "sslkey",
            "CONNECT_TIMEOUT", "connect_timeout",
            "CHANNELBINDING", "channel_binding",
            "TARGETSESSIONATTRS", "target_session_attrs",
            "LOADBALANCEHOSTS", "load_balance_hosts");

    /// The kinds of databases that names and ports tell apart.
    private enum Kind {
        POSTGRES("postgresql", 5432, "(?i).*(postgres|pgsql).*|PG"),
        MYSQL("mysql", 3306, "(?i).*(mysql|mariadb|wordpress).*");

        private final String subprotocol;
        private final int port;
        private final String words;

        Kind(String subprotocol, int port, String words) {
            this.subprotocol = subprotocol;
            this.port = port;
            this.words = words;
        }

        static Optional<Kind> named(String text) {
            return Arrays.stream(values())
                    .filter(kind -> text.matches(kind.words))
                    .findFirst();
        }

        static Optional<Kind> at(Written port) {
            return Arrays.stream(values())
                    .filter(kind -> port.text().equals(String.valueOf(kind.port)))
                    .findFirst();
        }
    }

    /// An address that variables say, and the variable that holds the host.
    record Found(Variable host, JdbcUrl url) {}

    private final Container container;

    private AddressVariables(Container container) {
        this.container = container;
    }

    static List<Found> of(Container container) {
        var variables = new AddressVariables(container);
        return container.environment().stream()
                .flatMap(variable -> variables.found(variable).stream())
                .toList();
    }

    /// `DB_HOST` may also be `db:5432`; what begins with a slash is a socket.
    private Optional<Found> found(Variable variable) {
        var name = HOST.matcher(variable.name());
        var host = variable.value();
        if (!name.matches() || host.text().isBlank() || host.text().startsWith("/")) {
            return Optional.empty();
        }
        var prefix = Stream.of("prefix", "keycloak")
                .map(name::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("PG");
        var end = host.text().indexOf(':');
        var port = end < 0
                ? value(prefix, "PORT")
                : Optional.of(Written.of("port", host.text().substring(end + 1), host.origin()));
        var address = end < 0 ? host.text() : host.text().substring(0, end);
        return Kind.named(prefix)
                .or(() -> value("KC_DB", "")
                        .filter(_ -> prefix.startsWith("KC_"))
                        .flatMap(type -> Kind.named(type.text())))
                .or(() -> value(prefix, "TYPE", "CONNECTION", "ENGINE", "DRIVER", "DIALECT", "CLIENT")
                        .flatMap(type -> Kind.named(type.text())))
                .or(() -> port.flatMap(Kind::at))
                .map(kind -> new Found(variable, url(kind, address, port, host, prefix)));
    }

    private JdbcUrl url(Kind kind, String host, Optional<Written> port, Written read, String prefix) {
        var parameters = new ArrayList<UrlParameter>();
        value(prefix, "USER", "USERNAME").ifPresent(user -> parameters.add(parameter("user", user)));
        value(prefix, "PASSWORD", "PASS").ifPresent(password -> parameters.add(parameter("password", password)));
        if (prefix.equals("PG")) {
            OF_LIBPQ.forEach(
                    (end, name) -> value(prefix, end).ifPresent(written -> parameters.add(parameter(name, written))));
        }
        var number = port.map(written -> ValueType.COUNT.read(written.text()).orElse(0))
                .orElse(kind.port);
        return new JdbcUrl(
                new UrlScheme(UrlScheme.Form.LIBPQ, Optional.empty(), kind.subprotocol, Optional.empty()),
                List.of(new HostPort(host, number, read.origin())),
                value(prefix, "NAME", "DATABASE", "DB", "DBNAME").map(Written::text),
                parameters,
                read.origin());
    }

    private static UrlParameter parameter(String name, Written value) {
        return new UrlParameter(name, value.text(), value.origin());
    }

    private Optional<Written> value(String prefix, String... ends) {
        return Stream.of(ends)
                .flatMap(end -> container.environment().stream()
                        .filter(variable -> variable.name().equals(prefix + end)))
                .map(Variable::value)
                .findFirst();
    }
}
