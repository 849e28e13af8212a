package dev.tautline.link.reader.postgres;

import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.settings.PostgresKeys;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Reads `postgresql.conf`, and files with such a name that hold settings of PostgreSQL.
public final class PostgresConfFormat implements Format {
    private static final Pattern NAME = Pattern.compile("(?!postgresql\\.auto\\.)[\\w.-]*postgres[\\w.-]*\\.conf");

    private final PostgresFiles files;

    public PostgresConfFormat(PostgresFiles files) {
        this.files = files;
    }

    @Override
    public boolean mayBe(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    @Override
    public boolean recognises(SourceText source) {
        return source.name().equals("postgresql.conf")
                || source.text()
                        .lines()
                        .flatMap(line -> ConfLine.parse(line).stream())
                        .anyMatch(line -> PostgresKeys.VOCABULARY
                                .findIgnoringCase(line.name())
                                .isPresent());
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        files.settings(source, facts);
        return true;
    }

    @Override
    public void finish(Facts facts) {
        files.finish(facts);
    }
}
