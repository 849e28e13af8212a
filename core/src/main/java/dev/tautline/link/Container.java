package dev.tautline.link;

import dev.tautline.settings.Origin;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.Optional;

/// One container of a workload. `build` is the folder that its image is built from, where a file says so.
public record Container(
        String name,
        Optional<Written> image,
        Optional<String> build,
        List<Variable> environment,
        List<Port> ports,
        List<Mount> mounts,
        List<HealthProbe> probes,
        List<Written> command,
        Settings settings,
        Origin origin) {
    public Container {
        environment = List.copyOf(environment);
        ports = List.copyOf(ports);
        mounts = List.copyOf(mounts);
        probes = List.copyOf(probes);
        command = List.copyOf(command);
    }

    /// The same container with other mounts.
    public Container mounting(List<Mount> others) {
        return new Container(name, image, build, environment, ports, others, probes, command, settings, origin);
    }

    public <T> Setting<T> get(SettingKey<T> key) {
        return settings.get(key);
    }

    /// An environment variable; where its name is given twice, the last one is in force.
    public Optional<Variable> variable(String name) {
        return environment.reversed().stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst();
    }

    /// The image without registry, path, tag and digest: `postgres` of
    /// `docker.io/library/postgres:18@sha256:…`.
    public Optional<String> imageName() {
        return image.filter(Written::isResolved)
                .map(written -> written.text()
                        .replaceFirst("@.*$", "")
                        .replaceFirst("^.*/", "")
                        .replaceFirst(":.*$", ""));
    }

    /// The tag of the image: `18` of `postgres:18`.
    public Optional<String> imageTag() {
        return image.filter(Written::isResolved)
                .map(written -> written.text().replaceFirst("@.*$", "").replaceFirst("^.*/", ""))
                .filter(name -> name.contains(":"))
                .map(name -> name.substring(name.indexOf(':') + 1));
    }
}
