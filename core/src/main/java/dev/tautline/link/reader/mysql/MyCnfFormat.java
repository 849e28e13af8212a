package dev.tautline.link.reader.mysql;

import dev.tautline.link.Server;
import dev.tautline.link.Stage;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.TopFiles;
import dev.tautline.link.reader.mysql.OptionFile.Option;
import dev.tautline.settings.MySqlKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Settings;
import dev.tautline.settings.ValueType;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the option files of MySQL and MariaDB servers. What only holds for one version is not known to hold.
public final class MyCnfFormat implements Format {
    private static final Pattern HEAD = Pattern.compile("(?mi)^[ \\t]*\\[(mysqld|mariadbd?|server)[\\w.-]*]");
    private static final Pattern NAME = Pattern.compile(".*\\.cnf([.-]\\w+)?|my\\.ini");
    private static final Set<String> OF_ANY_VERSION = Set.of("mysqld", "mariadb", "mariadbd", "server");
    private static final Pattern OF_ONE_VERSION = Pattern.compile("(mysqld|mariadbd?)-\\d.*");

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
        one.content().options().forEach(option -> put(settings, option));
        one.content().unseen().forEach(settings::restIn);
        return settings.build();
    }

    private static void put(Settings.Builder settings, Option option) {
        var isOfOneVersion = OF_ONE_VERSION.matcher(option.group()).matches();
        if (!isOfOneVersion && !OF_ANY_VERSION.contains(option.group())) {
            return;
        }
        var written = option.written();
        switchedOff(written)
                .or(() -> MySqlKeys.VOCABULARY.find(written.key()))
                .ifPresent(key -> settings.put(key, isOfOneVersion ? only(option) : value(key, written)));
    }

    /// `skip-grant-tables` is a variable, `skip-log-bin` the opposite of one.
    private static Optional<SettingKey<?>> switchedOff(Written written) {
        return written.key().matches("(skip|disable)_\\w+")
                        && MySqlKeys.VOCABULARY.find(written.key()).isEmpty()
                ? MySqlKeys.VOCABULARY.find(written.key().replaceFirst("^(skip|disable)_", ""))
                : Optional.empty();
    }

    private static Written value(SettingKey<?> key, Written written) {
        var isOpposite = !key.name().equals(written.key()) && written.key().matches("(skip|disable)_\\w+");
        return isOpposite && key.type().equals(ValueType.FLAG)
                ? Written.of(written.key(), "off", written.origin())
                : written;
    }

    private static Written only(Option option) {
        var why = "only in " + option.group();
        return new Written(
                option.written().key(), "${" + why + "}", option.written().origin(), List.of(why));
    }
}
