package dev.tautline.check.policy;

import java.nio.file.Path;

/// Paths as a file names them that is shared between machines: below its own folder, with forward slashes.
final class Paths {
    private Paths() {}

    static Path below(Path base, Path file) {
        return base.toAbsolutePath()
                .normalize()
                .relativize(file.toAbsolutePath().normalize());
    }

    static String written(Path base, Path file) {
        return below(base, file).toString().replace('\\', '/');
    }
}
