package dev.tautline.targets;

import dev.tautline.link.Client;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the files that a client names for TLS as the client itself would: absolute paths as they are, relative ones
/// from the folder in which it is started, which is that of its build or that of its configuration.
final class TlsFiles {
    private static final List<String> BUILD_FILES = List.of("pom.xml", "build.gradle", "build.gradle.kts");

    private TlsFiles() {}

    static Optional<Path> find(String written, Client client) {
        var path = Path.of(written);
        if (path.isAbsolute()) {
            return Optional.of(path).filter(Files::isReadable);
        }
        return folders(client.application().home().toAbsolutePath().normalize())
                .map(folder -> folder.resolve(path))
                .filter(Files::isReadable)
                .findFirst();
    }

    private static Stream<Path> folders(Path home) {
        return Stream.concat(
                Stream.iterate(home, folder -> folder != null, Path::getParent)
                        .filter(TlsFiles::holdsABuild)
                        .limit(1),
                Stream.of(home));
    }

    private static boolean holdsABuild(Path folder) {
        return BUILD_FILES.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
    }
}
