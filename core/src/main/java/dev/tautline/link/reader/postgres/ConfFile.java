package dev.tautline.link.reader.postgres;

import dev.tautline.link.reader.format.Included;
import dev.tautline.link.reader.format.Inclusions;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.TextFiles;
import dev.tautline.link.reader.format.Unfilled;
import dev.tautline.settings.Nearest;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.PostgresName;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// The settings of a `postgresql.conf` with what it includes, and of the file of `ALTER SYSTEM` beside it, which
/// is read last and wins (PostgreSQL manual, "Managing Configuration File Contents").
public final class ConfFile {
    private static final String AUTO = "postgresql.auto.conf";

    private final Settings.Builder settings;
    private final Collection<Problem> problems;
    private final Inclusions inclusions = new Inclusions();
    private boolean isOfServer = true;

    public ConfFile(Settings.Builder settings, Collection<Problem> problems) {
        this.settings = settings;
        this.problems = problems;
    }

    public void read(SourceText source) {
        isOfServer = isOfServer(source);
        lines(source);
        if (source.name().equals("postgresql.conf")) {
            Included.file(source.file(), AUTO).ifPresent(this::file);
        }
    }

    /// Other programs name their files so, too, such as `telegraf.d/postgresql.conf`: most names tell whose it is.
    private static boolean isOfServer(SourceText source) {
        var names = source.text()
                .lines()
                .flatMap(line -> ConfLine.parse(line).stream())
                .map(ConfLine::name)
                .filter(name -> !name.isEmpty())
                .toList();
        return names.stream().filter(ConfFile::isKnown).count() * 2 >= names.size();
    }

    private static boolean isKnown(String name) {
        return PostgresKeys.VOCABULARY.findIgnoringCase(name).isPresent()
                || name.contains(".")
                || name.startsWith("include")
                || PostgresName.find(name).isPresent();
    }

    private static boolean isSlip(String name) {
        return PostgresName.nearest(name)
                .filter(meant -> Nearest.isSlip(name, meant))
                .isPresent();
    }

    /// The files that were read on the way.
    Set<Path> included() {
        return inclusions.read();
    }

    private void lines(SourceText source) {
        var lines = source.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var number = i + 1;
            ConfLine.parse(lines.get(i)).ifPresent(line -> line(source, number, line));
        }
    }

    private void line(SourceText source, int number, ConfLine line) {
        var origin = source.place(number, line.column(), line.name());
        var written = Unfilled.written(line.name(), line.value(), origin);
        switch (line.name()) {
            case "" -> unreadable(written);
            case "include" -> include(source, written, true);
            case "include_if_exists" -> include(source, written, false);
            case "include_dir" -> folder(source, written);
            default -> put(written);
        }
    }

    private void put(Written written) {
        if (isOfServer || isKnown(written.key()) || isSlip(written.key())) {
            PostgresName.put(settings, written.key(), written);
        }
    }

    private void unreadable(Written line) {
        if (line.isResolved()) {
            problems.add(new Problem(line.origin(), "neither a setting, name = value, nor a comment"));
        } else {
            settings.restIn(line);
        }
    }

    private void include(SourceText from, Written target, boolean isNeeded) {
        var file = Included.file(from.file(), target.text());
        file.ifPresentOrElse(this::file, () -> {
            if (isNeeded) {
                settings.restIn(Included.unseen(target));
            }
        });
    }

    private void folder(SourceText from, Written target) {
        var files = Included.folder(from.file(), target.text(), ".conf");
        files.orElse(List.of()).forEach(this::file);
        if (files.isEmpty()) {
            settings.restIn(Included.unseen(target));
        }
    }

    private void file(Path file) {
        inclusions.enter(
                file,
                () -> new TextFiles(problems).read(file).ifPresent(text -> lines(SourceText.of(file, text))),
                () -> problems.add(SourceText.of(file, "").problem(1, 1, Inclusions.refusal())));
    }
}
