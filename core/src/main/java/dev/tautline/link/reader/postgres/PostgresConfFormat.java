package dev.tautline.link.reader.postgres;

import dev.tautline.link.Server;
import dev.tautline.link.Stage;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads a `postgresql.conf`: `name = value`, the sign optional, the value perhaps in quotes (PostgreSQL
/// manual, "Setting Parameters"). Included files are not followed.
public final class PostgresConfFormat implements Format {
    private static final Pattern LINE =
            Pattern.compile("\\s*(?<name>\\w+)\\s*=?\\s*(?:'(?<quoted>[^']*)'|(?<plain>[^#'\\s]+))\\s*(?:#.*)?");

    @Override
    public boolean mayBe(Path file) {
        return file.endsWith("postgresql.conf");
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var settings = Settings.builder(Versions.UNKNOWN);
        var lines = source.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = LINE.matcher(lines.get(i));
            if (line.matches()) {
                var group = line.group("quoted") == null ? "plain" : "quoted";
                var name = line.group("name");
                var origin = source.place(i + 1, line.start(group) + 1, name);
                PostgresKeys.VOCABULARY
                        .find(name)
                        .ifPresent(key -> settings.put(key, Written.of(name, line.group(group), origin)));
            }
        }
        facts.server(new Server(
                name(source.file()),
                Product.POSTGRESQL,
                Set.of(),
                settings.build(),
                Optional.empty(),
                Optional.empty(),
                Stage.UNKNOWN,
                source.place(1, 1, "")));
        return true;
    }

    /// The folder that the file stands in.
    private static String name(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().normalize().getParent())
                .flatMap(folder -> Optional.ofNullable(folder.getFileName()))
                .map(Path::toString)
                .orElse("postgresql");
    }
}
