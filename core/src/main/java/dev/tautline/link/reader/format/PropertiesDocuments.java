package dev.tautline.link.reader.format;

import dev.tautline.settings.Problem;
import java.util.ArrayList;
import java.util.List;

/// Reads `.properties` files as `java.util.Properties` does, keeping each value's place; `#---` and `!---`
/// separate documents, as in Spring Boot.
///
/// Not thread-safe: one instance reads one file.
public final class PropertiesDocuments {
    private final SourceText source;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();
    private List<Property> current = new ArrayList<>();

    public PropertiesDocuments(SourceText source) {
        this.source = source;
    }

    public Documents read() {
        var lines = source.text().split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i].stripLeading();
            if (line.startsWith("#---") || line.startsWith("!---")) {
                endDocument();
            } else if (!line.isEmpty() && line.charAt(0) != '#' && line.charAt(0) != '!') {
                i = readEntry(lines, i);
            }
        }
        endDocument();
        return new Documents(documents, problems);
    }

    private void endDocument() {
        documents.add(new Document(current));
        current = new ArrayList<>();
    }

    /// Reads the logical line that starts at `first` and returns the index of its last physical line.
    private int readEntry(String[] lines, int first) {
        var indent = lines[first].length() - lines[first].stripLeading().length();
        var logical = new StringBuilder(lines[first].substring(indent));
        var last = first;
        while (endsOpen(logical) && last + 1 < lines.length) {
            last++;
            logical.setLength(logical.length() - 1);
            logical.append(lines[last].stripLeading());
        }
        addEntry(logical.toString(), first + 1, indent + 1);
        return last;
    }

    private static boolean endsOpen(CharSequence line) {
        var slashes = 0;
        while (slashes < line.length() && line.charAt(line.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private void addEntry(String line, int lineNumber, int column) {
        var keyEnd = keyEnd(line);
        var valueStart = valueStart(line, keyEnd);
        var key = unescape(line.substring(0, keyEnd), lineNumber, column);
        var value = unescape(line.substring(valueStart), lineNumber, column + valueStart);
        current.add(new Property(key, value, source.place(lineNumber, column + valueStart, key)));
    }

    private static int keyEnd(String line) {
        var i = 0;
        while (i < line.length() && "=: \t\f".indexOf(line.charAt(i)) < 0) {
            i += line.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, line.length());
    }

    private static int valueStart(String line, int keyEnd) {
        var i = skipBlanks(line, keyEnd);
        if (i < line.length() && (line.charAt(i) == '=' || line.charAt(i) == ':')) {
            i = skipBlanks(line, i + 1);
        }
        return i;
    }

    private static int skipBlanks(String line, int from) {
        var i = from;
        while (i < line.length() && " \t\f".indexOf(line.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private String unescape(String written, int line, int column) {
        if (written.indexOf('\\') < 0) {
            return written;
        }
        var text = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            var letter = written.charAt(i);
            if (letter != '\\' || i + 1 == written.length()) {
                text.append(letter);
            } else if (written.charAt(++i) != 'u') {
                text.append(escaped(written.charAt(i)));
            } else {
                text.append(unicode(written, i + 1, line, column));
                i += 4;
            }
        }
        return text.toString();
    }

    private static char escaped(char letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'f' -> '\f';
            default -> letter;
        };
    }

    private String unicode(String written, int start, int line, int column) {
        var digits = written.substring(start, Math.min(start + 4, written.length()));
        if (!digits.matches("[0-9A-Fa-f]{4}")) {
            problems.add(new Problem(
                    source.place(line, column + start - 2, ""), "\\u must be followed by four hexadecimal digits"));
            return "";
        }
        return String.valueOf((char) Integer.parseInt(digits, 16));
    }
}
