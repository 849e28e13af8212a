package dev.tautline.link.reader.postgres;

import dev.tautline.link.Server;
import dev.tautline.link.Stage;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Included;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Version;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Versions.Detected;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The files of PostgreSQL servers seen so far. A `pg_hba.conf` and the settings beside it, in one folder or
/// embedded in one file, belong to one server.
public final class PostgresFiles {
    private static final String USUAL_NAME = "postgresql.conf";
    private static final Pattern VERSION = Pattern.compile("/postgresql/(?<version>9\\.\\d|\\d\\d)/[\\w.-]+$");

    private final List<Conf> confs = new ArrayList<>();
    private final List<Hba> hbas = new ArrayList<>();
    private final Set<Path> included = new HashSet<>();

    private record Conf(SourceText source, Settings settings) {}

    private record Hba(SourceText source, Server.Hba rules) {}

    void settings(SourceText source, Facts facts) {
        var builder = Settings.builder(versions(source));
        var file = new ConfFile(builder, facts.problems());
        file.read(source);
        file.included().forEach(one -> included.add(one.toAbsolutePath().normalize()));
        confs.add(new Conf(source, builder.build()));
    }

    /// The layout of Debian, and of what is made after it, has the version in the path.
    private static Versions versions(SourceText source) {
        var folder = VERSION.matcher(place(source).toString().replace('\\', '/'));
        return folder.find()
                ? new Versions(Map.of(
                        Product.POSTGRESQL,
                        new Detected(
                                Version.of(folder.group("version")), source.place(1, 1, ""), "name of the folder")))
                : Versions.UNKNOWN;
    }

    void hba(SourceText source, Facts facts) {
        hbas.add(new Hba(source, HbaFile.read(source, facts.problems())));
    }

    /// Adds the servers; a second call adds nothing.
    void finish(Facts facts) {
        confs.removeIf(
                conf -> included.contains(conf.source().file().toAbsolutePath().normalize()));
        for (var conf : confs) {
            var rules = hbas.stream().filter(hba -> isOf(conf, hba)).findFirst();
            rules.ifPresent(hbas::remove);
            facts.server(server(conf.source(), conf.settings(), rules.map(Hba::rules)));
        }
        hbas.forEach(hba -> facts.server(server(hba.source(), unseen(hba.source()), Optional.of(hba.rules()))));
        confs.clear();
        hbas.clear();
    }

    private boolean isOf(Conf conf, Hba hba) {
        var beside = confs.stream()
                .filter(other -> place(other.source()).equals(place(hba.source())))
                .toList();
        return beside.contains(conf)
                && (beside.size() == 1 || conf.source().name().equals(USUAL_NAME));
    }

    /// The folder, or what stands for it where a text is embedded in another file.
    private static Path place(SourceText source) {
        var file = source.file().toAbsolutePath().normalize();
        return Objects.requireNonNullElse(file.getParent(), file);
    }

    /// Settings of a server of which only the rules are seen.
    private static Settings unseen(SourceText source) {
        var missing = Written.of(USUAL_NAME, USUAL_NAME, source.place(1, 1, USUAL_NAME));
        return Settings.builder(Versions.UNKNOWN)
                .restIn(Included.unseen(missing))
                .build();
    }

    private static Server server(SourceText source, Settings settings, Optional<Server.Hba> rules) {
        return new Server(
                Objects.toString(place(source).getFileName(), "postgresql"),
                Product.POSTGRESQL,
                Set.of(),
                settings,
                rules,
                Optional.empty(),
                Stage.UNKNOWN,
                source.place(1, 1, ""));
    }
}
