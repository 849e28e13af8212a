package dev.tautline.link.reader.postgres;

import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.SourceText;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Reads `pg_hba.conf`.
public final class HbaFormat implements Format {
    private static final Pattern NAME = Pattern.compile("[\\w.-]*pg_hba[\\w.-]*\\.conf");

    private final PostgresFiles files;

    public HbaFormat(PostgresFiles files) {
        this.files = files;
    }

    @Override
    public boolean mayBe(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        files.hba(source, facts);
        return true;
    }

    @Override
    public void finish(Facts facts) {
        files.finish(facts);
    }
}
