package dev.tautline.link.reader.json;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.link.reader.format.ReadUrl;
import dev.tautline.link.reader.format.Running;
import dev.tautline.link.reader.format.Unfilled;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Problem;
import dev.tautline.settings.VertxPoolKeys;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// One object that tells where a database is: by a JDBC URL, or by host, port and database.
record JsonClient(String path, YamlTree tree, Written url, String prefix) {
    private static final String OF_DEBEZIUM = "database.";

    static Optional<JsonClient> in(String path, YamlTree tree) {
        return first(tree, "", "url", "jdbcUrl")
                .filter(url -> JdbcUrl.isJdbc(url.text()))
                .map(url -> new JsonClient(path, tree, url, ""))
                .or(() -> Stream.of("", OF_DEBEZIUM)
                        .flatMap(prefix ->
                                inParts(path, tree, prefix)
                                        .map(url -> new JsonClient(path, tree, url, prefix))
                                        .stream())
                        .findFirst());
    }

    /// The driver is not pgjdbc, so the URL is written as those of others.
    private static Optional<Written> inParts(String path, YamlTree tree, String prefix) {
        var port = first(tree, prefix, "port");
        var database = first(tree, prefix, "database", "dbname", "db", "names");
        return first(tree, prefix, "hostname", "host")
                .filter(_ -> database.isPresent() || !prefix.isEmpty())
                .flatMap(host -> product(path, tree, port).map(product -> {
                    var open = new ArrayList<String>();
                    Stream.of(Optional.of(host), port, database)
                            .flatMap(Optional::stream)
                            .forEach(one -> open.addAll(one.unresolved()));
                    var text = "r2dbc:" + product + "://" + host.text()
                            + port.map(number -> ":" + number.text()).orElse("") + "/"
                            + database.map(Written::text).orElse("");
                    return new Written("host", text, host.origin(), open);
                }));
    }

    private static Optional<String> product(String path, YamlTree tree, Optional<Written> port) {
        var words =
                (path + " " + tree.text("connector.class").map(Written::text).orElse("")).toLowerCase(Locale.ROOT);
        var number = port.map(Written::text).orElse("");
        if (words.contains("mysql") || words.contains("mariadb") || number.equals("3306")) {
            return Optional.of("mysql");
        }
        return words.contains("postgres") || words.contains("pg") || number.equals("5432") || number.equals("6432")
                ? Optional.of("postgresql")
                : Optional.empty();
    }

    private static Optional<Written> first(YamlTree tree, String prefix, String... names) {
        return Stream.of(names)
                .flatMap(name -> tree.text(prefix + name).stream())
                .findFirst()
                .map(written -> Unfilled.written(written.key(), written.text(), written.origin()));
    }

    Client client(Application application, Running running, Collection<Problem> problems) {
        var read = JdbcUrl.isJdbc(url.text()) ? ReadUrl.of(url, problems) : inParts();
        var settings = new ClientSettings(running.versions(), read.parsed());
        first(tree, prefix, "user", "username").ifPresent(settings::user);
        first(tree, prefix, "password").ifPresent(settings::password);
        if (prefix.isEmpty()) {
            pool(settings);
        }
        return new Client(
                application,
                prefix.isEmpty() ? (path.isEmpty() ? "database" : path) : "debezium",
                path,
                prefix.isEmpty() ? Pool.VERTX : Pool.NONE,
                url,
                read.parsed(),
                settings.build());
    }

    private ReadUrl inParts() {
        return new ReadUrl(
                url, JdbcUrl.parseR2dbc(url.text(), url.origin(), _ -> 0).url());
    }

    /// Beside the address, or in an object of its own.
    private void pool(ClientSettings settings) {
        List.of(List.<String>of(), List.of("pool"), List.of("poolOptions"))
                .forEach(below -> tree.at(below.toArray(String[]::new))
                        .ifPresent(options -> VertxPoolKeys.VOCABULARY
                                .keys()
                                .forEach(key -> Stream.concat(Stream.of(key.name()), key.aliases().stream())
                                        .flatMap(name -> first(options, "", name).stream())
                                        .findFirst()
                                        .ifPresent(written -> settings.put(key, written)))));
    }
}
