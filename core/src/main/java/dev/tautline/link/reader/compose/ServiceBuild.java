package dev.tautline.link.reader.compose;

import dev.tautline.link.reader.compose.Project.Service;
import dev.tautline.link.reader.format.NamedFiles;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a service's image is built of: the folder of its application, and its Dockerfile.
final class ServiceBuild {
    /// `orders/target/orders.jar`, `orders/build/libs/*.jar`, `orders/src`.
    private static final Pattern OF_APPLICATION =
            Pattern.compile("(?:\\./)?(?<folder>[\\w./-]+?)/(?:target|build/libs|build/quarkus-app|src)(?:/.*)?");

    private final Service service;
    private final Optional<String> context;
    private final Optional<Dockerfile> dockerfile;

    ServiceBuild(Service service, NamedFiles files) {
        this.service = service;
        this.context = service.tree().at("build").flatMap(this::context);
        this.dockerfile = context.flatMap(folder -> NamedFiles.resolve(service.folder(), folder))
                .flatMap(folder -> files.find(folder, text("dockerfile").orElse("Dockerfile")))
                .map(source -> Dockerfile.read(source, text("target")));
    }

    /// `build: ./orders`, or `build: {context: ./orders}`, by default the project's folder.
    private Optional<String> context(YamlTree build) {
        var written = service.values().text(build).or(() -> service.values().text(build, "context"));
        return written.isEmpty() && build instanceof YamlTree.Entries
                ? Optional.of(".")
                : written.filter(Written::isResolved).map(Written::text);
    }

    private Optional<String> text(String key) {
        return service.values()
                .text(service.tree(), "build", key)
                .filter(Written::isResolved)
                .map(Written::text);
    }

    Optional<Dockerfile> dockerfile() {
        return dockerfile;
    }

    /// The folder of the application that goes into the image: what the Dockerfile copies from below the
    /// build's folder, where its own folder is, or the build's folder.
    Optional<String> folder() {
        return context.filter(root -> NamedFiles.resolve(service.folder(), root).isPresent())
                .map(root -> copiedFrom()
                        .or(this::besideDockerfile)
                        .flatMap(inside -> NamedFiles.resolve(Path.of("").resolve(root), inside))
                        .map(Path::toString)
                        .orElse(root));
    }

    private Optional<String> copiedFrom() {
        var folders = dockerfile.stream()
                .flatMap(file -> file.copied().stream())
                .map(OF_APPLICATION::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group("folder"))
                .distinct()
                .toList();
        return folders.size() == 1 ? Optional.of(folders.getFirst()) : Optional.empty();
    }

    private Optional<String> besideDockerfile() {
        return text("dockerfile")
                .flatMap(name -> NamedFiles.resolve(Path.of(""), name))
                .filter(path -> path.getNameCount() > 1)
                .flatMap(path -> Optional.ofNullable(path.getParent()))
                .map(Path::toString)
                .filter(folder -> !folder.contains("docker") && !folder.startsWith(".."));
    }
}
