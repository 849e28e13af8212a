package dev.tautline.link.reader.proxy;

import dev.tautline.link.Hop;
import dev.tautline.link.Stage;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.TopFiles;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Versions;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads `pgbouncer.ini`. A file that another one includes is part of that one, so hops are made when all files
/// were read.
public final class PgBouncerFormat implements Format {
    private static final Pattern HEAD = Pattern.compile("(?m)^[ \\t]*\\[pgbouncer]");
    private static final Pattern NAME = Pattern.compile("pgbouncer[^/]*\\.(ini|conf)([.-][\\w-]+)?");

    private final TopFiles<PgBouncerLines> files = new TopFiles<>();

    @Override
    public boolean mayBe(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.endsWith(".ini") || NAME.matcher(name).matches();
    }

    @Override
    public boolean recognises(SourceText source) {
        return HEAD.matcher(source.text()).find();
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var lines = new PgBouncerLines(source, facts.problems());
        files.add(source, lines, lines.included());
        return true;
    }

    @Override
    public void finish(Facts facts) {
        files.all().stream().map(one -> hop(one, facts.problems())).forEach(facts::hop);
    }

    private static Hop hop(TopFiles.Read<PgBouncerLines> one, Collection<Problem> problems) {
        var settings = settings(one, problems);
        var ports = settings.get(PgBouncerKeys.LISTEN_PORT)
                .knownValue()
                .map(Set::of)
                .orElse(Set.of());
        return new Hop(
                "pgbouncer",
                Hop.Kind.POOLER,
                Product.PGBOUNCER,
                Set.of(),
                ports,
                PgBouncerDatabases.targets(one.content(), problems),
                settings,
                Optional.empty(),
                Stage.UNKNOWN,
                one.source().place(1, 1, ""));
    }

    private static Settings settings(TopFiles.Read<PgBouncerLines> one, Collection<Problem> problems) {
        var lines = one.content();
        var settings = Settings.builder(Versions.UNKNOWN);
        lines.in("pgbouncer").forEach(line -> {
            var key = PgBouncerKeys.VOCABULARY.find(line.written().key());
            key.ifPresent(known -> settings.put(known, line.written()));
            if (key.isEmpty()) {
                settings.stray(
                        new Settings.Stray(Product.PGBOUNCER, line.written().key(), line.written()));
            }
        });
        PgBouncerDatabases.usersMode(lines).ifPresent(mode -> settings.put(mode.key(), mode.written()));
        lines.databasesAt().ifPresent(at -> settings.put(PgBouncerKeys.DATABASES, at));
        lines.in("pgbouncer").stream()
                .map(PgBouncerLines.Line::written)
                .filter(written -> written.key().equals(PgBouncerKeys.AUTH_FILE.name()))
                .flatMap(file -> UserList.clearPassword(one.source().file(), file, problems).stream())
                .forEach(password -> settings.put(PgBouncerKeys.AUTH_FILE_PASSWORD, password));
        lines.missing().forEach(settings::restIn);
        return settings.build();
    }
}
