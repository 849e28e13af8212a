package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Server;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.link.reader.format.YamlTree.Scalar;
import dev.tautline.link.reader.postgres.ConfFile;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Version;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Databases that a chart brings along as a part, Bitnami's `postgresql` (charts/bitnami/postgresql, README,
/// "Parameters"). Its Service is named after the release, which no file tells, unless a full name is given.
final class ChartDatabases {
    private static final String PART = "postgresql";
    private static final Pattern LEADING = Pattern.compile("(\\d+(?:\\.\\d+)*).*");

    private final Release release;
    private final Facts facts;

    ChartDatabases(Release release, Facts facts) {
        this.release = release;
        this.facts = facts;
    }

    void read() {
        release.values()
                .at(PART)
                .filter(part -> release.chart().dependsOn(PART) && Releases.isOn(release.values(), PART))
                .filter(part -> part instanceof YamlTree.Entries)
                .ifPresent(part -> facts.server(new Server(
                        release.name() + "-" + PART,
                        Product.POSTGRESQL,
                        names(part),
                        settings(part),
                        Optional.empty(),
                        Optional.empty(),
                        release.stage(),
                        part.origin())));
    }

    /// With standbys, the Service of the primary has an ending of its own.
    private static Set<String> names(YamlTree part) {
        var isReplicated = part.text("architecture")
                .map(Written::text)
                .filter("replication"::equals)
                .isPresent();
        return Values.field(part, "fullnameOverride")
                .filter(name -> name.isResolved() && !name.text().isBlank())
                .map(name -> ServiceReader.aliases(name.text() + (isReplicated ? "-primary" : ""), ""))
                .orElseGet(TreeSet::new);
    }

    private Settings settings(YamlTree part) {
        var settings = Settings.builder(versions(part));
        Stream.of("configuration", "extendedConfiguration")
                .flatMap(name -> part.at("primary", name).stream())
                .flatMap(tree -> text(tree).stream())
                .forEach(text -> new ConfFile(settings, facts.problems()).read(text));
        var chart = Written.of(PART, "", part.origin());
        return settings.restIn(Values.unresolved("the defaults of chart " + PART, chart))
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

    private static Versions versions(YamlTree part) {
        return Values.field(part, "image", "tag")
                .filter(Written::isResolved)
                .flatMap(tag -> {
                    var version = LEADING.matcher(tag.text());
                    return version.matches()
                            ? Optional.of(new Versions(Map.of(
                                    Product.POSTGRESQL,
                                    new Versions.Detected(
                                            Version.of(version.group(1)), tag.origin(), "tag of the image"))))
                            : Optional.<Versions>empty();
                })
                .orElse(Versions.UNKNOWN);
    }
}
