package dev.tautline.check.fix;

import java.util.Optional;

/// A value as it is written in one line: from `start` to `end`, without its quotes.
record Value(int start, int end, String text) {
    /// Signs with which YAML begins what is no plain value: block text, aliases, anchors, tags, flow.
    private static final String NO_PLAIN_START = "|>&*!{[%@`";

    /// The value at a place; empty when it is not whole in its line, or not simple.
    static Optional<Value> at(String text, Lines lines, FileKind kind, int line, int start) {
        if (start >= lines.end(line)) {
            return Optional.empty();
        }
        var quote = start > lines.start(line) ? text.charAt(start - 1) : ' ';
        var end = kind != FileKind.PROPERTIES && (quote == '"' || quote == '\'')
                ? text.indexOf(quote, start)
                : plainEnd(text, lines, kind, line, start);
        if (end < 0 || end > lines.end(line)) {
            return Optional.empty();
        }
        var value = new Value(start, end, text.substring(start, end));
        var isWhole = quote == '"' || quote == '\'' || value.isSimple(kind);
        return isWhole && !value.text.contains("\\") && !goesOn(lines, kind, line)
                ? Optional.of(value)
                : Optional.empty();
    }

    private static int plainEnd(String text, Lines lines, FileKind kind, int line, int start) {
        var end = lines.end(line);
        if (kind != FileKind.PROPERTIES) {
            for (int i = start; i < end; i++) {
                if (text.charAt(i) == '#' && Character.isWhitespace(text.charAt(i - 1))) {
                    end = i;
                }
            }
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1)) && kind != FileKind.PROPERTIES) {
            end--;
        }
        return end;
    }

    private boolean isSimple(FileKind kind) {
        return kind == FileKind.PROPERTIES
                || (!text.isEmpty()
                        && NO_PLAIN_START.indexOf(text.charAt(0)) < 0
                        && text.indexOf('"') < 0
                        && text.indexOf('\'') < 0);
    }

    /// A plain value of YAML goes on in deeper lines below it, one of properties after a backslash.
    private static boolean goesOn(Lines lines, FileKind kind, int line) {
        if (kind == FileKind.PROPERTIES) {
            return lines.of(line).endsWith("\\");
        }
        if (kind == FileKind.LINES) {
            return false;
        }
        for (int next = line + 1; next < lines.count(); next++) {
            if (!lines.of(next).isBlank()) {
                return Lines.indent(lines.of(next)) > Lines.indent(lines.of(line))
                        && !lines.of(line).stripLeading().startsWith("-")
                        && !lines.of(next).stripLeading().startsWith("#");
            }
        }
        return false;
    }

    /// Whether something outside of the file has a part in it.
    boolean hasPlaceholder() {
        return text.contains("${") || text.contains("{{");
    }
}
