package dev.tautline.check.fix;

import java.util.Optional;

/// The key of the line on which a value stands, as it is written, and what separates the two.
record Entry(int line, int start, String key, String separator) {
    static Optional<Entry> of(String text, Lines lines, FileKind kind, int line, int value) {
        var from = lines.start(line) + Lines.indent(lines.of(line));
        var before = text.substring(from, Math.max(from, value));
        var end = separator(before, kind);
        if (end <= 0 || before.contains("{") || before.contains("[ ") || before.startsWith("- ")) {
            return Optional.empty();
        }
        var key = before.substring(0, end);
        var isPlain = key.chars().noneMatch(c -> c == '"' || c == '\'' || c == '\\' || Character.isWhitespace(c));
        var separator = before.substring(end).replaceAll("[\"']$", "");
        return isPlain ? Optional.of(new Entry(line, from, key, separator)) : Optional.empty();
    }

    private static int separator(String before, FileKind kind) {
        for (int i = 0; i < before.length(); i++) {
            var letter = before.charAt(i);
            if (kind == FileKind.YAML ? letter == ':' && isEnd(before, i + 1) : "=: \t".indexOf(letter) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isEnd(String text, int index) {
        return index == text.length() || Character.isWhitespace(text.charAt(index));
    }

    /// The key that stands here for `wanted`, when this line's key stands for `full`: both without what the lines above
    /// have already said.
    Optional<String> named(String full, String wanted) {
        if (isVariable(key)) {
            // Variables stand beside each other under their whole names.
            return isVariable(wanted) ? Optional.of(wanted) : Optional.empty();
        }
        if (full.equals(key) || full.endsWith("." + key)) {
            var above = full.substring(0, full.length() - key.length());
            return wanted.startsWith(above) ? Optional.of(wanted.substring(above.length())) : Optional.empty();
        }
        // A driver's own name at the end of a longer key.
        return key.endsWith("." + full)
                ? Optional.of(key.substring(0, key.length() - full.length()) + wanted)
                : Optional.empty();
    }

    private static boolean isVariable(String name) {
        return name.matches("[A-Z][A-Z0-9_]*");
    }
}
