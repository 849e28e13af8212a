package dev.tautline.link.reader.mysql;

import dev.tautline.link.Server;
import dev.tautline.link.Stage;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.TopFiles;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Versions;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the option files of MySQL and MariaDB servers.
public final class MyCnfFormat implements Format {
    private static final Pattern HEAD = Pattern.compile("(?mi)^[ \\t]*\\[(mysqld|mariadbd?|server)[\\w.-]*]");
    private static final Pattern NAME = Pattern.compile(".*\\.cnf([.-]\\w+)?|my\\.ini");
    private final TopFiles<OptionFile> files = new TopFiles<>();

    @Override
    public boolean mayBe(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    @Override
    public boolean recognises(SourceText source) {
        return HEAD.matcher(source.text()).find();
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var file = new OptionFile(source, facts.problems());
        files.add(source, file, file.included());
        return true;
    }

    @Override
    public void finish(Facts facts) {
        files.all().stream().map(MyCnfFormat::server).forEach(facts::server);
    }

    private static Server server(TopFiles.Read<OptionFile> one) {
        var place = one.source().file().toAbsolutePath().normalize();
        var isMariaDb = place.toString().toLowerCase(Locale.ROOT).contains("mariadb")
                || one.content().options().stream()
                        .anyMatch(option -> option.group().startsWith("mariadb"));
        var folder = Objects.requireNonNullElse(place.getParent(), place).getFileName();
        return new Server(
                Objects.toString(folder, "mysql"),
                isMariaDb ? Product.MARIADB : Product.MYSQL,
                Set.of(),
                settings(one, isMariaDb ? mariaDb(one.source()) : Versions.UNKNOWN),
                Optional.empty(),
                Optional.empty(),
                Stage.UNKNOWN,
                one.source().place(1, 1, ""));
    }

    /// A version has to be named for the fork's defaults to hold.
    private static Versions mariaDb(SourceText source) {
        var newest =
                new Versions.Detected(Product.MARIADB.newest(), source.place(1, 1, ""), "assumed: no version found");
        return new Versions(Map.of(Product.MARIADB, newest));
    }

    private static Settings settings(TopFiles.Read<OptionFile> one, Versions versions) {
        var settings = Settings.builder(versions);
        ServerOptions.put(one.content(), settings);
        return settings.build();
    }
}
