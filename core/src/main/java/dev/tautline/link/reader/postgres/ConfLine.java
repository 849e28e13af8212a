package dev.tautline.link.reader.postgres;

import java.util.Optional;

/// One line of a `postgresql.conf`: a name and a value, the sign between them optional, the value perhaps in
/// single quotes (PostgreSQL manual, "Setting Parameters"). `column` is where the value begins, from 1.
public record ConfLine(String name, String value, int column) {
    /// Empty for a line that says nothing; a line that cannot be read has an empty name.
    public static Optional<ConfLine> parse(String line) {
        var start = skipBlanks(line, 0);
        if (start == line.length() || line.charAt(start) == '#') {
            return Optional.empty();
        }
        var end = start;
        while (end < line.length() && isNameLetter(line.charAt(end))) {
            end++;
        }
        var name = line.substring(start, end);
        var at = skipBlanks(line, end);
        if (at < line.length() && line.charAt(at) == '=') {
            at = skipBlanks(line, at + 1);
        }
        return Optional.of(
                name.isEmpty() || at == line.length() || line.charAt(at) == '#'
                        ? new ConfLine("", line.strip(), start + 1)
                        : value(name, line, at));
    }

    private static ConfLine value(String name, String line, int at) {
        if (line.charAt(at) == '\'') {
            return new ConfLine(name, quoted(line, at + 1), at + 2);
        }
        var end = at;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end)) && line.charAt(end) != '#') {
            end++;
        }
        return new ConfLine(name, line.substring(at, end), at + 1);
    }

    /// A quote in the text is doubled or has a backslash before it.
    private static String quoted(String line, int start) {
        var text = new StringBuilder();
        for (int i = start; i < line.length(); i++) {
            var letter = line.charAt(i);
            var next = i + 1 < line.length() ? line.charAt(i + 1) : ' ';
            if (letter == '\'' && next != '\'') {
                break;
            }
            if (letter == '\'' || letter == '\\') {
                i++;
            }
            text.append(i < line.length() ? line.charAt(i) : letter);
        }
        return text.toString();
    }

    private static boolean isNameLetter(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '.' || letter == '$';
    }

    private static int skipBlanks(String line, int from) {
        var at = from;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }
}
