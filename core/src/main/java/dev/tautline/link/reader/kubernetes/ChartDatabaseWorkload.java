package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Container;
import dev.tautline.link.Instances;
import dev.tautline.link.Mount;
import dev.tautline.link.Variable;
import dev.tautline.link.Workload;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What runs a database that a chart brings along, as far as the values say which user and which database it
/// makes. All else is the part's own, so it is no workload of the platform, only of the server.
final class ChartDatabaseWorkload {
    /// The variables of Bitnami's images that the charts fill from `auth.username`, `auth.password` and
    /// `auth.database` (README of each image).
    private static final Map<String, List<String>> VARIABLES = Map.of(
            "postgresql", List.of("POSTGRESQL_USERNAME", "POSTGRESQL_PASSWORD", "POSTGRESQL_DATABASE"),
            "mysql", List.of("MYSQL_USER", "MYSQL_PASSWORD", "MYSQL_DATABASE"),
            "mariadb", List.of("MARIADB_USER", "MARIADB_PASSWORD", "MARIADB_DATABASE"));

    private final Release release;
    private final Chart.Part part;
    private final YamlTree values;

    ChartDatabaseWorkload(Release release, Chart.Part part, YamlTree values) {
        this.release = release;
        this.part = part;
        this.values = values;
    }

    Workload named(String name) {
        return new Workload(
                name,
                "",
                release.unit(),
                Workload.Kind.STATEFUL_SET,
                release.stage(),
                Map.of(),
                List.of(container()),
                List.of(),
                List.of(),
                Instances.ONE,
                Settings.EMPTY,
                values.origin());
    }

    private Container container() {
        var image = Written.of("image", "bitnami/" + part.chart(), values.origin());
        return new Container(
                part.chart(),
                Optional.of(image),
                Optional.empty(),
                variables().toList(),
                List.of(),
                scripts().toList(),
                List.of(),
                List.of(),
                Settings.builder(Versions.UNKNOWN)
                        .restIn(Values.unresolved("the templates of chart " + part.chart(), image))
                        .build(),
                values.origin());
    }

    /// What the values leave out has defaults of the chart's own. An existing Secret holds the password instead.
    private Stream<Variable> variables() {
        var names = VARIABLES.getOrDefault(part.chart(), List.of());
        var user = value("username").map(written -> Variable.of(names.get(0), written));
        var password = value("existingSecret").isPresent()
                ? Optional.<Variable>empty()
                : value("password").map(written -> Variable.of(names.get(1), written));
        var database = value("database").map(written -> Variable.of(names.get(2), written));
        var unseen = user.isPresent() && database.isPresent()
                ? Optional.<Variable>empty()
                : Optional.of(Variable.of(
                        Variable.UNSEEN,
                        Values.unresolved(
                                "the defaults of chart " + part.chart(),
                                Written.of(Variable.UNSEEN, "", values.origin()))));
        return Stream.of(user, password, database, unseen).flatMap(Optional::stream);
    }

    /// `global.KEY.auth` wins.
    private Optional<Written> value(String name) {
        return release.values()
                .at("global", part.chart(), "auth")
                .flatMap(auth -> Values.field(auth, name))
                .or(() -> Values.field(values, "auth", name))
                .filter(written -> !written.text().isBlank());
    }

    /// Scripts may make more users and databases than the values name.
    private Stream<Mount> scripts() {
        return Stream.of("initdbScripts", "initdb")
                .flatMap(key -> Stream.concat(values.at(key).stream(), values.at("primary", key).stream()))
                .map(tree -> new Mount(
                        "/docker-entrypoint-initdb.d",
                        Mount.Kind.STORED_VALUES,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        tree.origin()));
    }
}
