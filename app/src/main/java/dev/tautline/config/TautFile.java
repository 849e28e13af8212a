package dev.tautline.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Opens `taut.yaml`. A command reads its own sections and leaves those of others alone, so one file serves all.
public final class TautFile {
    /// The file's usual name.
    public static final String NAME = "taut.yaml";

    private static final Set<String> SECTIONS = new TreeSet<>(List.of(
            "agents", "alerts", "check", "dashboard", "history", "hops", "incidents", "metrics", "servers", "targets"));

    private TautFile() {}

    /// The sections of a file; empty, with a line for each problem, when it cannot be read. A file without any content
    /// is empty without a problem.
    public static Optional<YamlMap> read(Path file, List<String> problems) {
        return YamlFile.read(file, SECTIONS, problems);
    }

    /// The file that holds for `path`: beside it, or in a folder above, up to the root of the repository. Outside of a
    /// repository only beside it: what lies above there belongs to somebody else.
    public static Optional<Path> above(Path path) {
        var start = path.toAbsolutePath().normalize();
        var first = Files.isDirectory(start) ? start : start.getParent();
        Optional<Path> nearest = Optional.empty();
        for (var folder = first; folder != null; folder = folder.getParent()) {
            var file = folder.resolve(NAME);
            var mayCount = nearest.isEmpty() && Files.isRegularFile(file);
            nearest = mayCount ? Optional.of(file) : nearest;
            if (Files.exists(folder.resolve(".git"))) {
                return nearest;
            }
        }
        return nearest.filter(file -> first != null && file.startsWith(first));
    }
}
