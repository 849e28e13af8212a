package dev.tautline.settings.reader;

import dev.tautline.settings.Origin;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Server;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the settings that rules need from a `postgresql.conf`: `name = value`, the sign optional, the value perhaps in
/// quotes (PostgreSQL manual, "Setting Parameters"). Included files are not followed.
final class PostgresConf {
    private static final Pattern LINE =
            Pattern.compile("\\s*(?<name>\\w+)\\s*=?\\s*(?:'(?<quoted>[^']*)'|(?<plain>[^#'\\s]+))\\s*(?:#.*)?");

    private PostgresConf() {}

    static Server read(Path file, String text) {
        var settings = Settings.builder(Versions.UNKNOWN);
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = LINE.matcher(lines.get(i));
            if (line.matches()) {
                var group = line.group("quoted") == null ? "plain" : "quoted";
                var name = line.group("name");
                var origin = new Origin.InFile(file, i + 1, line.start(group) + 1, name);
                PostgresKeys.VOCABULARY
                        .find(name)
                        .ifPresent(key -> settings.put(key, Written.of(name, line.group(group), origin)));
            }
        }
        var folder = Optional.ofNullable(file.toAbsolutePath().normalize().getParent());
        var name =
                folder.flatMap(path -> Optional.ofNullable(path.getFileName())).map(Path::toString);
        return new Server(name.orElse("postgresql"), settings.build());
    }
}
