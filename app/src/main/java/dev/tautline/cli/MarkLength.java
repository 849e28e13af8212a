package dev.tautline.cli;

import dev.tautline.settings.Secret;
import java.util.regex.Pattern;

/// How far a value reaches in a line, when only its start is known.
final class MarkLength {
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"?|'[^']*'?");
    /// A parameter of a URL, or one of its hosts.
    private static final Pattern IN_URL = Pattern.compile("[^&;,/?\\s\"'<>]+");
    /// Up to a comment, a quote or a tag.
    private static final Pattern PLAIN = Pattern.compile("(?:(?!\\s+#|\\s*[\"'<>]).)+");

    private MarkLength() {}

    /// In letters, at least 0 (at the end of the line).
    static int of(String line, int start, String name, String expected) {
        if (start >= line.length()) {
            return 0;
        }
        if (line.startsWith(Secret.MASK, start)) {
            return Secret.MASK.length();
        }
        if (!expected.isEmpty() && line.startsWith(expected, start)) {
            return expected.length();
        }
        return matched(pattern(line, start, name), line, start);
    }

    private static Pattern pattern(String line, int start, String name) {
        var first = line.charAt(start);
        if (first == '"' || first == '\'') {
            return QUOTED;
        }
        var isParameter = !name.isEmpty() && line.startsWith(name + "=", start);
        var isHost = start > 0 && "/,@".indexOf(line.charAt(start - 1)) >= 0;
        return isParameter || isHost ? IN_URL : PLAIN;
    }

    private static int matched(Pattern pattern, String line, int start) {
        var value = pattern.matcher(line).region(start, line.length());
        return value.lookingAt() ? value.group().stripTrailing().length() : 1;
    }
}
