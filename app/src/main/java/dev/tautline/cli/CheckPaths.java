package dev.tautline.cli;

import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Turns what was typed into a path that exists.
final class CheckPaths {
    private CheckPaths() {}

    static Path existing(String typed) {
        var path = path(typed);
        if (Files.exists(path)) {
            return path;
        }
        var nearest = nearest(path).map(name -> "; nearest: '" + name + "'").orElse("");
        throw new UsageException("no file or folder '" + JdbcUrl.mask(typed) + "'" + nearest);
    }

    private static Path path(String typed) {
        try {
            return Path.of(typed);
        } catch (InvalidPathException impossible) {
            throw new UsageException("'" + JdbcUrl.mask(typed) + "' cannot be a path");
        }
    }

    /// A sibling with a similar name, written like the path that was typed.
    private static Optional<Path> nearest(Path path) {
        var name = path.getFileName();
        var folder = Objects.requireNonNullElse(path.getParent(), Path.of(""));
        return name == null
                ? Optional.empty()
                : Nearest.to(name.toString(), names(folder)).map(folder::resolve);
    }

    private static List<String> names(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
        } catch (IOException noSuchFolder) {
            return List.of();
        }
    }
}
