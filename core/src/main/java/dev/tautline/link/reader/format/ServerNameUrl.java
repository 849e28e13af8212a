package dev.tautline.link.reader.format;

import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The URL of a data source that is told its server in parts, `serverName`, `portNumber` and `databaseName`, as
/// HikariCP
/// hands them to a driver's own data source.
public final class ServerNameUrl {
    private ServerNameUrl() {}

    /// The URL that says the same, at the place of the server's name; `part` finds a property of the data source.
    /// Empty where no server is named, or for a class whose driver is not known.
    public static Optional<Written> of(Optional<String> dataSourceClass, Function<String, Optional<Written>> part) {
        return dataSourceClass
                .flatMap(ServerNameUrl::subprotocol)
                .flatMap(subprotocol -> part.apply("serverName")
                        .or(() -> part.apply("serverNames"))
                        .map(server -> url(
                                subprotocol,
                                server,
                                part.apply("portNumber").or(() -> part.apply("portNumbers")),
                                part.apply("databaseName"))));
    }

    /// Takes such a URL apart; all of its parts have the place of the server's name.
    public static ReadUrl read(Written url, Collection<Problem> problems) {
        return ReadUrl.of(url, _ -> 0, problems);
    }

    private static Written url(String subprotocol, Written server, Optional<Written> port, Optional<Written> database) {
        var isSqlServer = subprotocol.equals("sqlserver");
        var text = "jdbc:" + subprotocol + "://" + server.text()
                + port.map(number -> ":" + number.text()).orElse("")
                + database.map(name -> (isSqlServer ? ";databaseName=" : "/") + name.text())
                        .orElse(isSqlServer ? "" : "/");
        var open = new ArrayList<>(server.unresolved());
        Stream.of(port, database).flatMap(Optional::stream).forEach(one -> open.addAll(one.unresolved()));
        return new Written("serverName", text, server.origin(), open);
    }

    private static Optional<String> subprotocol(String className) {
        var name = className.toLowerCase(Locale.ROOT);
        if (name.startsWith("org.postgresql.")) {
            return Optional.of("postgresql");
        }
        if (name.startsWith("com.mysql.")) {
            return Optional.of("mysql");
        }
        if (name.startsWith("org.mariadb.")) {
            return Optional.of("mariadb");
        }
        return name.startsWith("com.microsoft.sqlserver.") ? Optional.of("sqlserver") : Optional.empty();
    }
}
