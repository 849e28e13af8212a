package dev.tautline.link.reader.mysql;

import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.mysql.OptionFile.Option;
import dev.tautline.settings.MySqlKeys;
import dev.tautline.settings.Problem;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Settings;
import dev.tautline.settings.ValueType;
import dev.tautline.settings.Written;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What an option file says to the server. What only holds for one version is not known to hold.
public final class ServerOptions {
    private static final Set<String> OF_ANY_VERSION = Set.of("mysqld", "mariadb", "mariadbd", "server");
    private static final Pattern OF_ONE_VERSION = Pattern.compile("(mysqld|mariadbd?)-\\d.*");

    private ServerOptions() {}

    /// Adds the options of a text to the settings.
    public static void read(SourceText source, Settings.Builder settings, Collection<Problem> problems) {
        put(new OptionFile(source, problems), settings);
    }

    static void put(OptionFile file, Settings.Builder settings) {
        file.options().forEach(option -> put(settings, option));
        file.unseen().forEach(settings::restIn);
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
