package dev.tautline.link.reader.build;

import dev.tautline.link.Libraries;
import dev.tautline.link.reader.format.Build;
import dev.tautline.settings.Problem;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/// Finds what applications are built of, by the build files in their folders.
public final class Builds {
    private final MavenFiles mavenFiles;

    public Builds(Collection<Problem> problems) {
        this.mavenFiles = new MavenFiles(problems);
    }

    /// The build of the application whose configuration belongs to `home`.
    public Build in(Path home) {
        return mavenFiles.in(home).map(Builds::of).orElse(Build.UNKNOWN);
    }

    private static Build of(MavenFile pom) {
        return new Build(BuildVersions.of(pom), new Libraries(Optional.of(pom.libraries()), pom.excluded()));
    }
}
