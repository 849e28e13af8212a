package dev.tautline.link.reader.proxy;

import dev.tautline.link.reader.format.Included;
import dev.tautline.link.reader.format.Inclusions;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.TextFiles;
import dev.tautline.link.reader.format.Unfilled;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The lines of a `pgbouncer.ini` and of what it includes (PgBouncer 1.25, "Configuration"). A comment takes a
/// whole line; a `;` behind a value belongs to the value, as it does for PgBouncer.
final class PgBouncerLines {
    private static final String INCLUDE = "%include";
    private static final String DATABASES = "databases";

    /// A line `key = value` and the section that it stands in.
    record Line(String section, Written written) {}

    private final Collection<Problem> problems;
    private final List<Line> lines = new ArrayList<>();
    private final List<Written> missing = new ArrayList<>();
    private final Inclusions inclusions = new Inclusions();
    private String section = "";
    private Optional<Written> databasesAt = Optional.empty();

    PgBouncerLines(SourceText source, Collection<Problem> problems) {
        this.problems = problems;
        read(source);
    }

    List<Line> in(String name) {
        return lines.stream().filter(line -> line.section().equals(name)).toList();
    }

    /// Where the section `[databases]` begins.
    Optional<Written> databasesAt() {
        return databasesAt;
    }

    /// What is asked for and not there to be read: files, and what a template engine puts in.
    List<Written> missing() {
        return List.copyOf(missing);
    }

    /// The files that were asked for and read.
    Set<Path> included() {
        return inclusions.read();
    }

    private void read(SourceText source) {
        var all = source.text().lines().toList();
        for (int i = 0; i < all.size(); i++) {
            line(source, i + 1, all.get(i));
        }
    }

    private void line(SourceText source, int number, String text) {
        var line = text.strip();
        if (line.isEmpty() || line.startsWith(";") || line.startsWith("#")) {
            return;
        }
        var column = text.indexOf(line) + 1;
        if (line.startsWith(INCLUDE)) {
            var target = line.substring(INCLUDE.length());
            include(source, written(source, number, column + INCLUDE.length(), INCLUDE, target));
        } else if (line.startsWith("[") && line.endsWith("]")) {
            enter(line.substring(1, line.length() - 1).strip(), source, number, column);
        } else {
            entry(source, number, column, line);
        }
    }

    private void entry(SourceText source, int number, int column, String line) {
        var equals = line.indexOf('=', line.startsWith("\"") ? Math.max(1, line.indexOf('"', 1)) : 0);
        if (equals > 0) {
            var key = unquoted(line.substring(0, equals).strip());
            var value = written(source, number, column + equals + 1, key, line.substring(equals + 1));
            lines.add(new Line(section, value));
            return;
        }
        var mark = Unfilled.written(section, line, source.place(number, column, section));
        if (mark.isResolved()) {
            problems.add(source.problem(number, column, "neither a section, nor key = value, nor a comment"));
        } else {
            missing.add(mark);
        }
    }

    /// A value without the blanks around it, which stands `column` columns right at the earliest.
    private static Written written(SourceText source, int number, int column, String key, String text) {
        var value = text.strip();
        return Unfilled.written(key, value, source.place(number, column + text.indexOf(value), key));
    }

    private static String unquoted(String key) {
        return key.length() > 1 && key.startsWith("\"") && key.endsWith("\"")
                ? key.substring(1, key.length() - 1).replace("\"\"", "\"")
                : key;
    }

    private void enter(String name, SourceText source, int number, int column) {
        section = name;
        if (name.equals(DATABASES) && databasesAt.isEmpty()) {
            databasesAt = Optional.of(Written.of(DATABASES, "", source.place(number, column, DATABASES)));
        }
    }

    private void include(SourceText from, Written target) {
        var file = target.isResolved() ? Included.file(from.file(), target.text()) : Optional.<Path>empty();
        file.ifPresentOrElse(
                found -> inclusions.enter(
                        found,
                        () -> new TextFiles(problems).read(found).ifPresent(text -> read(SourceText.of(found, text))),
                        () -> problems.add(new Problem(target.origin(), Inclusions.refusal()))),
                () -> missing.add(Included.unseen(target)));
    }
}
