package dev.tautline.link.reader.compose;

import dev.tautline.link.Variable;
import dev.tautline.link.reader.compose.Project.Service;
import dev.tautline.link.reader.format.NamedFiles;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The variables of a service: its image's, then those of its `env_file`s, then its `environment`, each over
/// the ones before.
final class ServiceEnvironment {
    private final Service service;
    private final NamedFiles files;
    private final Map<String, Written> variables = new LinkedHashMap<>();

    private ServiceEnvironment(Service service, NamedFiles files) {
        this.service = service;
        this.files = files;
    }

    static List<Variable> of(Service service, Optional<Dockerfile> dockerfile, NamedFiles files) {
        var environment = new ServiceEnvironment(service, files);
        dockerfile.ifPresent(file -> environment.variables.putAll(file.environment()));
        environment.readFiles();
        environment.readOwn();
        return environment.variables.entrySet().stream()
                .map(entry -> Variable.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void readFiles() {
        service.tree().at("env_file").ifPresent(tree -> {
            read(tree);
            tree.items().forEach(this::read);
        });
    }

    /// A path, or `path:` with options.
    private void read(YamlTree item) {
        path(service, item)
                .flatMap(name -> files.find(service.folder(), name.text()))
                .ifPresent(source -> Projects.resolved(service.values(), source, variables));
    }

    private static Optional<Written> path(Service service, YamlTree item) {
        return service.values().text(item).or(() -> service.values().text(item, "path"));
    }

    /// The first `env_file` that is not there, such as one that is kept out of the repository.
    static Optional<Written> unseenFile(Service service, NamedFiles files) {
        return service.tree().at("env_file").stream()
                .flatMap(tree -> tree.items().isEmpty() ? Stream.of(tree) : tree.items().stream())
                .flatMap(item -> path(service, item).stream())
                .filter(name -> files.find(service.folder(), name.text()).isEmpty())
                .map(name -> new Written(name.key(), name.text(), name.origin(), List.of(name.text())))
                .findFirst();
    }

    private void readOwn() {
        service.tree()
                .at("environment")
                .map(tree -> Merge.uniform("environment", tree))
                .ifPresent(tree -> tree.entries().forEach((name, value) -> variables.put(name, value(name, value))));
    }

    /// A name without a value is passed on from whoever starts Compose.
    private Written value(String name, YamlTree tree) {
        return service.values()
                .text(tree)
                .map(text -> new Written(name, text.text(), text.origin(), text.unresolved()))
                .or(() -> Optional.ofNullable(service.values().values().get(name)))
                .orElseGet(() -> new Written(name, "${" + name + "}", tree.origin(), List.of(name)));
    }
}
