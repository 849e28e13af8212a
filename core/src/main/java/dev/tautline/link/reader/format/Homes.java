package dev.tautline.link.reader.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// To which application's folder a configuration file belongs.
public final class Homes {
    private static final List<Path> INNER = List.of(
            Path.of("src", "main", "resources", "META-INF"),
            Path.of("src", "main", "webapp", "META-INF"),
            Path.of("src", "main", "resources", "config"),
            Path.of("src", "main", "resources"),
            Path.of("src", "main", "dist", "config"),
            Path.of("WebContent", "META-INF"),
            Path.of("config"),
            Path.of("conf"),
            Path.of("META-INF"));

    private Homes() {}

    /// The folder above the usual ones for resources, or the file's own.
    public static Path of(Path file) {
        var folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        return INNER.stream()
                .filter(folder::endsWith)
                .findFirst()
                .map(inner -> above(folder, inner.getNameCount()))
                .orElse(folder);
    }

    /// The last name of a folder, whatever it is relative to.
    public static String nameOf(Path home) {
        return Optional.ofNullable(home.toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElse("application");
    }

    static Path above(Path location, int levels) {
        var count = location.getNameCount() - levels;
        if (count > 0) {
            var relative = location.subpath(0, count);
            return location.isAbsolute() ? location.getRoot().resolve(relative) : relative;
        }
        return location.isAbsolute() ? location.getRoot() : Path.of("");
    }
}
