package dev.tautline.link.reader.compose;

import dev.tautline.link.Container;
import dev.tautline.link.Variable;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Versions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A `Dockerfile` beside an application: what its image gives every container, unless whoever starts it says
/// otherwise. Those that a Compose file names are read with it once more.
public final class DockerfileFormat implements Format {
    /// Folders in which a Dockerfile of the project above lies.
    private static final List<Path> INNER = List.of(Path.of("src", "main", "docker"), Path.of("docker"));

    @Override
    public boolean mayBe(Path file) {
        return file.endsWith("Dockerfile") || file.endsWith("Containerfile") || file.endsWith("Dockerfile.jvm");
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var dockerfile = Dockerfile.read(source, Optional.empty());
        var variables = dockerfile.environment().entrySet().stream()
                .map(entry -> Variable.of(entry.getKey(), entry.getValue()))
                .toList();
        if (variables.isEmpty() && dockerfile.command().isEmpty()) {
            return false;
        }
        facts.image(
                context(source.file()),
                new Container(
                        "image",
                        Optional.empty(),
                        Optional.of("."),
                        variables,
                        List.of(),
                        List.of(),
                        List.of(),
                        dockerfile.command(),
                        Settings.builder(Versions.UNKNOWN).build(),
                        source.place(1, 1, "")));
        return true;
    }

    private static Path context(Path file) {
        var folder = Optional.ofNullable(file.toAbsolutePath().normalize().getParent())
                .orElse(Path.of(""));
        return INNER.stream()
                .filter(folder::endsWith)
                .findFirst()
                .flatMap(inner -> above(folder, inner.getNameCount()))
                .orElse(folder);
    }

    private static Optional<Path> above(Path folder, int levels) {
        var at = Optional.of(folder);
        for (int i = 0; i < levels; i++) {
            at = at.flatMap(inner -> Optional.ofNullable(inner.getParent()));
        }
        return at;
    }
}
