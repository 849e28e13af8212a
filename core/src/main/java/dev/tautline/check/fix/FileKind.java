package dev.tautline.check.fix;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// The kinds of files whose values a program can change without touching the rest.
enum FileKind {
    YAML,
    PROPERTIES,
    /// `postgresql.conf`, `pgbouncer.ini`, `my.cnf`, `.env`: one name and one value in a line.
    LINES;

    static Optional<FileKind> of(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "yml", "yaml" -> Optional.of(YAML);
            case "properties" -> Optional.of(PROPERTIES);
            case "conf", "ini", "cnf", "env" -> Optional.of(LINES);
            default -> Optional.empty();
        };
    }
}
