package dev.tautline.link.reader.compose;

import dev.tautline.link.Container;
import dev.tautline.link.HealthProbe;
import dev.tautline.link.Instances;
import dev.tautline.link.Workload;
import dev.tautline.link.reader.format.NamedFiles;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.ComposeKeys;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Settings;
import dev.tautline.settings.ValueType;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One service of a project as a workload with one container.
final class ServiceWorkload {
    /// The label that Compose itself gives to the containers of a service.
    static final String LABEL = "com.docker.compose.service";

    private final Project project;
    private final Project.Service service;
    private final NamedFiles files;
    private final Sources sources;

    ServiceWorkload(Project project, Project.Service service, NamedFiles files, Sources sources) {
        this.project = project;
        this.service = service;
        this.files = files;
        this.sources = sources;
    }

    Workload read() {
        return new Workload(
                service.name(),
                "",
                project.unit(),
                Workload.Kind.COMPOSE_SERVICE,
                project.stage(),
                Map.of(LABEL, service.name()),
                List.of(container()),
                new ServiceNetworks(project, service).names(),
                dependencies(),
                instances(),
                settings(),
                service.tree().origin());
    }

    private Container container() {
        var build = new ServiceBuild(service, files);
        return new Container(
                service.name(),
                service.values().text(service.tree(), "image"),
                build.folder(),
                ServiceEnvironment.of(service, build.dockerfile(), files),
                ServicePorts.of(service),
                ServiceMounts.of(service),
                probe().stream().toList(),
                command(build.dockerfile()),
                settings(),
                service.tree().origin());
    }

    /// An entrypoint written here also takes the image's command away.
    private List<Written> command(Optional<Dockerfile> dockerfile) {
        var words = new Words(service.values(), sources);
        var entrypoint = words.at(service.tree(), "entrypoint");
        var command = words.at(service.tree(), "command");
        if (entrypoint.isEmpty() && command.isEmpty()) {
            return dockerfile.map(Dockerfile::command).orElse(List.of());
        }
        return Stream.concat(entrypoint.stream(), command.stream()).toList();
    }

    private List<Workload.Dependency> dependencies() {
        return service
                .tree()
                .at("depends_on")
                .map(tree -> Merge.uniform("depends_on", tree).entries())
                .orElse(Map.of())
                .entrySet()
                .stream()
                .map(entry -> new Workload.Dependency(
                        entry.getKey(),
                        entry.getValue().text("condition").map(Written::text).orElse("service_started"),
                        entry.getValue().origin()))
                .toList();
    }

    private Optional<HealthProbe> probe() {
        var check = service.tree().at("healthcheck");
        var isOff = check.flatMap(tree -> tree.text("disable"))
                .map(disabled -> disabled.text().equals("true"))
                .orElse(false);
        return check.filter(tree -> !isOff)
                .flatMap(tree -> command(tree)
                        .filter(written -> !written.text().equals("NONE"))
                        .map(what -> new HealthProbe(
                                HealthProbe.Kind.HEALTH, HealthProbe.How.COMMAND, what, settings(), tree.origin())));
    }

    private Optional<Written> command(YamlTree healthcheck) {
        var words = service.values().texts(healthcheck, "test");
        return words.stream()
                .findFirst()
                .map(first -> new Written(
                        first.key(),
                        words.stream()
                                .map(Written::text)
                                .filter(word -> !word.equals("CMD") && !word.equals("CMD-SHELL"))
                                .collect(Collectors.joining(" ")),
                        first.origin(),
                        words.stream()
                                .flatMap(word -> word.unresolved().stream())
                                .toList()));
    }

    private Settings settings() {
        var settings = Settings.builder(Versions.UNKNOWN);
        ComposeKeys.VOCABULARY.keys().forEach(key -> value(key).ifPresent(written -> settings.put(key, written)));
        ServiceEnvironment.unseenFile(service, files).ifPresent(file -> settings.put(ComposeKeys.ENV_FILE, file));
        return settings.build();
    }

    private Optional<Written> value(SettingKey<?> key) {
        return at(key.name())
                .or(() -> key.aliases().stream()
                        .flatMap(alias -> at(alias).stream())
                        .findFirst());
    }

    private Optional<Written> at(String path) {
        var written = service.values().texts(service.tree(), path.split("\\.", -1));
        return written.stream()
                .findFirst()
                .map(first -> new Written(
                        first.key(),
                        written.stream().map(Written::text).collect(Collectors.joining(",")),
                        first.origin(),
                        first.unresolved()));
    }

    /// `deploy.mode: global` runs one on every node, and how many nodes there are no file says.
    private Instances instances() {
        var replicas = service.values()
                .text(service.tree(), "deploy", "replicas")
                .or(() -> service.values().text(service.tree(), "scale"));
        var isGlobal = service.tree()
                .text("deploy", "mode")
                .map(mode -> mode.text().startsWith("global"))
                .orElse(false);
        var most = isGlobal
                ? Optional.<Integer>empty()
                : replicas.map(written -> Optional.of(written)
                                .filter(Written::isResolved)
                                .flatMap(known -> ValueType.COUNT.read(known.text())))
                        .orElse(Optional.of(1));
        return new Instances(most, surge(), replicas.stream().toList());
    }

    private int surge() {
        var settings = settings();
        var startsFirst = settings.get(ComposeKeys.UPDATE_ORDER)
                .knownValue()
                .map(order -> order.equals("start-first"))
                .orElse(false);
        return startsFirst
                ? settings.get(ComposeKeys.UPDATE_PARALLELISM).knownValue().orElse(1)
                : 0;
    }
}
