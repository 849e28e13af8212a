package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Server;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.link.reader.format.YamlTree.Scalar;
import dev.tautline.link.reader.mysql.ServerOptions;
import dev.tautline.link.reader.postgres.ConfFile;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Version;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Databases that a chart brings along as a part: Bitnami's `postgresql`, `mysql` and `mariadb` (each chart's
/// README, "Parameters"). Their Services are named after the release, which no file tells, unless a full name is
/// given.
final class ChartDatabases {
    private static final Map<String, Product> CHARTS =
            Map.of("postgresql", Product.POSTGRESQL, "mysql", Product.MYSQL, "mariadb", Product.MARIADB);
    private static final Pattern LEADING = Pattern.compile("(\\d+(?:\\.\\d+)*).*");

    private final Release release;
    private final Facts facts;

    ChartDatabases(Release release, Facts facts) {
        this.release = release;
        this.facts = facts;
    }

    void read() {
        release.chart().parts().stream()
                .filter(part -> CHARTS.containsKey(part.chart()) && part.isOn(release.values()))
                .forEach(part -> release.values()
                        .at(part.key())
                        .filter(values -> values instanceof YamlTree.Entries)
                        .ifPresent(values -> facts.server(server(part, values))));
    }

    private Server server(Chart.Part part, YamlTree values) {
        var product = CHARTS.getOrDefault(part.chart(), Product.POSTGRESQL);
        var name = release.name() + "-" + part.key();
        return new Server(
                name,
                product,
                names(values, product),
                settings(part, values, product),
                Optional.empty(),
                Optional.of(new ChartDatabaseWorkload(release, part, values).named(name)),
                release.stage(),
                values.origin());
    }

    /// With standbys, the Services of primary and standbys have endings of their own.
    private static Set<String> names(YamlTree values, Product product) {
        var isReplicated = values.text("architecture")
                .map(Written::text)
                .filter("replication"::equals)
                .isPresent();
        var endings = isReplicated
                ? List.of("-primary", product == Product.POSTGRESQL ? "-read" : "-secondary")
                : List.of("");
        var names = new TreeSet<String>();
        Values.field(values, "fullnameOverride")
                .filter(name -> name.isResolved() && !name.text().isBlank())
                .ifPresent(name ->
                        endings.forEach(ending -> names.addAll(ServiceReader.aliases(name.text() + ending, ""))));
        return names;
    }

    private Settings settings(Chart.Part part, YamlTree values, Product product) {
        var settings = Settings.builder(versions(values, product));
        Stream.of("configuration", "extendedConfiguration")
                .flatMap(name -> values.at("primary", name).stream())
                .flatMap(tree -> text(tree).stream())
                .forEach(text -> {
                    if (product == Product.POSTGRESQL) {
                        new ConfFile(settings, facts.problems()).read(text);
                    } else {
                        ServerOptions.read(text, settings, facts.problems());
                    }
                });
        var chart = Written.of(part.chart(), "", values.origin());
        return settings.restIn(Values.unresolved("the defaults of chart " + part.chart(), chart))
                .build();
    }

    private Optional<SourceText> text(YamlTree tree) {
        return Stream.concat(Stream.of(release.file()), release.chart().values().stream())
                .map(ValuesFile::source)
                .filter(source -> source.holder().equals(tree.origin().file()))
                .findFirst()
                .flatMap(source -> tree instanceof Scalar scalar && !scalar.isNull()
                        ? Optional.of(source.embedded(scalar, Path.of("extended.conf")))
                        : Optional.empty());
    }

    private static Versions versions(YamlTree values, Product product) {
        return Values.field(values, "image", "tag")
                .filter(Written::isResolved)
                .flatMap(tag -> {
                    var version = LEADING.matcher(tag.text());
                    return version.matches()
                            ? Optional.of(new Versions(Map.of(
                                    product,
                                    new Versions.Detected(
                                            Version.of(version.group(1)), tag.origin(), "tag of the image"))))
                            : Optional.<Versions>empty();
                })
                .orElse(Versions.UNKNOWN);
    }
}
