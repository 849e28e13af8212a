package dev.tautline.link.reader.mysql;

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
import java.util.Locale;
import java.util.Set;

/// The options of a `my.cnf` with what it includes (MySQL 8.4 manual, 6.2.2.2 "Using Option Files"). Names come
/// out in lower case with underscores, without `loose_`; `skip_`, `disable_` and `enable_` stay for who knows
/// the variables.
final class OptionFile {
    /// An option and the group that it stands in.
    record Option(String group, Written written) {}

    private final Collection<Problem> problems;
    private final List<Option> options = new ArrayList<>();
    private final List<Written> unseen = new ArrayList<>();
    private final Inclusions inclusions = new Inclusions();
    private String group = "";

    OptionFile(SourceText source, Collection<Problem> problems) {
        this.problems = problems;
        read(source);
    }

    List<Option> options() {
        return List.copyOf(options);
    }

    /// What is included and not there to be read.
    List<Written> unseen() {
        return List.copyOf(unseen);
    }

    Set<Path> included() {
        return inclusions.read();
    }

    private void read(SourceText source) {
        var lines = source.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            line(source, i + 1, lines.get(i));
        }
    }

    private void line(SourceText source, int number, String text) {
        var line = text.strip();
        var column = text.indexOf(line) + 1;
        if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
            return;
        }
        if (line.startsWith("!")) {
            directive(source, number, line);
        } else if (line.startsWith("[") && line.contains("]")) {
            group = line.substring(1, line.indexOf(']')).strip().toLowerCase(Locale.ROOT);
        } else {
            option(source, number, column, line);
        }
    }

    private void option(SourceText source, int number, int column, String line) {
        var equals = line.indexOf('=');
        var name = (equals < 0 ? uncommented(line) : line.substring(0, equals)).strip();
        var key = name.toLowerCase(Locale.ROOT).replace('-', '_').replaceFirst("^loose_", "");
        var raw = equals < 0 ? "" : uncommented(line.substring(equals + 1));
        var value = unquoted(raw.strip());
        var at = equals < 0 ? column : column + equals + 1 + Math.max(0, raw.indexOf(value));
        var text = equals < 0 ? "on" : value;
        options.add(new Option(group, Unfilled.written(key, text, source.place(number, at, key))));
    }

    /// A `#` begins a comment in the middle of a line, unless quotes are around it.
    private static String uncommented(String text) {
        var quote = ' ';
        for (int i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter == '#' && quote == ' ') {
                return text.substring(0, i);
            }
            if (letter == quote) {
                quote = ' ';
            } else if (quote == ' ' && (letter == '"' || letter == '\'')) {
                quote = letter;
            }
        }
        return text;
    }

    private static String unquoted(String value) {
        var isQuoted = value.length() > 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return isQuoted ? value.substring(1, value.length() - 1) : value;
    }

    private void directive(SourceText source, int number, String line) {
        var words = line.split("\\s+", 2);
        var target = Written.of(words[0], words.length > 1 ? words[1] : "", source.place(number, 1, words[0]));
        var files = words[0].equals("!includedir")
                ? Included.folder(source.file(), target.text(), ".cnf")
                : Included.file(source.file(), target.text()).map(List::of);
        files.ifPresentOrElse(found -> found.forEach(this::file), () -> unseen.add(Included.unseen(target)));
    }

    private void file(Path file) {
        inclusions.enter(
                file,
                () -> new TextFiles(problems).read(file).ifPresent(text -> read(SourceText.of(file, text))),
                () -> problems.add(SourceText.of(file, "").problem(1, 1, Inclusions.refusal())));
    }
}
