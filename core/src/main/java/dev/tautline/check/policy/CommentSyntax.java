package dev.tautline.check.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// How comments are written in one kind of file. `trailing` tells whether one may follow a value on its line: in a
/// `.properties` file it would be part of the value.
record CommentSyntax(List<String> openers, String closer, boolean trailing) {
    private static final CommentSyntax HASH = new CommentSyntax(List.of("#"), "", true);

    static CommentSyntax of(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "xml" -> new CommentSyntax(List.of("<!--"), "-->", true);
            case "gradle", "kts", "groovy", "java", "json" -> new CommentSyntax(List.of("//"), "", true);
            case "conf", "hocon" -> new CommentSyntax(List.of("#", "//"), "", true);
            case "ini", "cnf" -> new CommentSyntax(List.of("#", ";"), "", true);
            case "properties" -> new CommentSyntax(List.of("#", "!"), "", false);
            default -> HASH; // YAML, .env, HAProxy, pg_hba.conf …
        };
    }

    /// Where the comment starts whose text starts with `mark`; -1 when there is none.
    int startOfComment(String line, String mark) {
        for (var opener : openers) {
            for (int at = line.indexOf(opener); at >= 0; at = line.indexOf(opener, at + 1)) {
                var before = line.substring(0, at);
                var opens = before.isBlank() || (trailing && Character.isWhitespace(before.charAt(at - 1)));
                if (opens && line.substring(at + opener.length()).strip().startsWith(mark)) {
                    return at;
                }
            }
        }
        return -1;
    }

    /// What the comment says after `mark`.
    String inside(String line, String mark) {
        var rest = line.substring(line.indexOf(mark) + mark.length());
        return (closer.isEmpty() ? rest : rest.replaceFirst(closer + ".*", "")).stripTrailing();
    }

    boolean isComment(String line) {
        return openers.stream().anyMatch(line.stripLeading()::startsWith);
    }
}
