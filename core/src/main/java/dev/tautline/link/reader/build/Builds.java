package dev.tautline.link.reader.build;

import dev.tautline.link.Libraries;
import dev.tautline.link.reader.format.Build;
import dev.tautline.settings.Problem;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Finds what applications are built of, by the build files in their folders, or by the jars that lie there.
public final class Builds {
    private final MavenFiles mavenFiles;
    private final GradleFiles gradleFiles;
    private final Map<Path, Build> found = new HashMap<>();

    public Builds(Collection<Problem> problems) {
        this.mavenFiles = new MavenFiles(problems);
        this.gradleFiles = new GradleFiles(problems);
    }

    /// The build of the application whose configuration belongs to `home`.
    public Build in(Path home) {
        var known = found.get(home);
        if (known == null) {
            known = mavenFiles
                    .in(home)
                    .<BuildFile>map(pom -> pom)
                    .or(() -> gradleFiles.in(home))
                    .or(() -> JarNames.in(home))
                    .map(Builds::of)
                    .orElse(Build.UNKNOWN);
            found.put(home, known);
        }
        return known;
    }

    private static Build of(BuildFile build) {
        return new Build(BuildVersions.of(build), new Libraries(Optional.of(build.libraries()), build.excluded()));
    }
}
