package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Container;
import dev.tautline.link.Port;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the containers of a pod: those that run all the time, the first one first. Those that only run
/// before them are left out, unless they stay as sidecars (Kubernetes documentation, "Sidecar Containers").
final class PodReader {
    private final YamlTree pod;
    private final EnvironmentReader environment;
    private final MountReader mounts;

    PodReader(Manifest manifest, YamlTree pod, Stored stored) {
        this.pod = pod;
        this.environment = new EnvironmentReader(stored, manifest.namespace());
        this.mounts = new MountReader(manifest, pod);
    }

    List<Container> containers() {
        var sidecars = pod.items("initContainers").stream()
                .filter(container -> container
                        .text("restartPolicy")
                        .map(Written::text)
                        .filter("Always"::equals)
                        .isPresent());
        return Stream.concat(pod.items("containers").stream(), sidecars)
                .map(this::container)
                .toList();
    }

    private Container container(YamlTree container) {
        return new Container(
                container.text("name").map(Written::text).orElse(""),
                Values.field(container, "image"),
                Optional.empty(),
                environment.of(container),
                container.items("ports").stream()
                        .flatMap(port -> port(port).stream())
                        .toList(),
                mounts.of(container),
                ProbeReader.of(container),
                Stream.of("command", "args")
                        .flatMap(key -> container.items(key).stream())
                        .flatMap(item -> item.text().stream())
                        .map(Values::templates)
                        .toList(),
                Values.settings(container, "").build(),
                container.at("name").orElse(container).origin());
    }

    private static Optional<Port> port(YamlTree port) {
        return Values.field(port, "containerPort")
                .map(written -> new Port(
                        port.text("name").map(Written::text),
                        written,
                        Values.field(port, "hostPort"),
                        port.text("hostIP").map(Written::text)));
    }
}
