package dev.tautline.stage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// The repository's root, in which the built shop lies.
public record TautHome(Path root) {
    /// From the property `taut.home`, which the launcher sets, else the nearest folder at or above the working
    /// directory that holds `mvnw` and `store`.
    public static TautHome find(Properties properties) {
        var named = properties.getProperty("taut.home");
        if (named != null) {
            return new TautHome(Path.of(named).toAbsolutePath().normalize());
        }
        var start = Path.of(properties.getProperty("user.dir")).toAbsolutePath();
        for (var folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw")) && Files.isDirectory(folder.resolve("store"))) {
                return new TautHome(folder);
            }
        }
        throw new StageRefused(
                "the repository of Tautline is neither %s nor above it: run ./taut, or set -Dtaut.home=DIRECTORY"
                        .formatted(start));
    }

    /// The shop's program; refused when it has not been built.
    public Path storeJar() {
        var jar = root.resolve("store").resolve("target").resolve("chandlery.jar");
        if (!Files.isRegularFile(jar) || !Files.isDirectory(jar.resolveSibling("lib"))) {
            throw new StageRefused(
                    "%s is not built: run ./mvnw -B -Dmaven.test.skip=true package in %s".formatted(jar, root));
        }
        return jar;
    }
}
