package dev.tautline.link.reader.format;

import dev.tautline.settings.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds what a file of a server includes. Such a path is one on the machine that the file is copied to, so an
/// absolute one is taken as it is only below the same top folder; else a file of its name beside the including
/// one is meant.
public final class Included {
    /// More files than anybody keeps in one `conf.d`.
    private static final int MAX_FILES = 200;

    private Included() {}

    public static Optional<Path> file(Path from, String target) {
        return find(from, target, Files::isRegularFile);
    }

    /// The files with an ending in an included folder, in the order of their names; empty when there is no such
    /// folder.
    public static Optional<List<Path>> folder(Path from, String target, String ending) {
        return find(from, target, Files::isDirectory).map(folder -> files(folder, ending));
    }

    /// The name of an included file that is not there, as a value that nothing here resolves.
    public static Written unseen(Written target) {
        var name = target.text().replaceAll("[${}:]", " ").strip();
        return new Written(target.key(), "${" + name + "}", target.origin(), List.of(name));
    }

    private static Optional<Path> find(Path from, String target, Predicate<Path> exists) {
        try {
            var file = from.toAbsolutePath().normalize();
            var folder = Optional.ofNullable(file.getParent()).orElse(file);
            var wanted = Path.of(target);
            var isForeign = wanted.isAbsolute()
                    && (wanted.getNameCount() == 0 || !wanted.getName(0).equals(file.getName(0)));
            return Optional.ofNullable(isForeign ? wanted.getFileName() : wanted)
                    .map(path -> folder.resolve(path).normalize())
                    .filter(exists)
                    .map(found -> likeNamed(from, found));
        } catch (InvalidPathException notPath) {
            return Optional.empty();
        }
    }

    /// A path from where `from` is named: whoever reads `pg/postgresql.conf` looks for `pg/conf.d/memory.conf`.
    private static Path likeNamed(Path from, Path found) {
        return from.isAbsolute() ? found : Path.of("").toAbsolutePath().relativize(found);
    }

    private static List<Path> files(Path folder, String ending) {
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(ending)
                            && !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .limit(MAX_FILES)
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
