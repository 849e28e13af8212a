package dev.tautline.link;

import dev.tautline.settings.Origin;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Something that a platform runs, once or several times: a service of Compose, a Deployment, a unit of systemd.
/// `unit` names the set of files that belong together (a Compose project, an overlay, a chart); names hold
/// within one unit and namespace. `networks` are those of Compose: `external:` before the name of one that
/// something else makes; `host`, `none` and `service:NAME` are the modes of that name.
public record Workload(
        String name,
        String namespace,
        String unit,
        Kind kind,
        Stage stage,
        Map<String, String> labels,
        List<Container> containers,
        List<String> networks,
        List<Dependency> dependencies,
        Instances instances,
        Settings settings,
        Origin origin) {
    /// What the platform calls it.
    public enum Kind {
        COMPOSE_SERVICE,
        DEPLOYMENT,
        STATEFUL_SET,
        DAEMON_SET,
        JOB,
        CRON_JOB,
        POD,
        ECS_TASK,
        /// A process on the machine itself, not in a container.
        SYSTEMD_SERVICE
    }

    /// Another workload that must be there first; `condition` is as Compose writes it, `service_started` by
    /// default.
    public record Dependency(String name, String condition, Origin origin) {}

    public Workload {
        labels = Map.copyOf(labels);
        containers = List.copyOf(containers);
        networks = List.copyOf(networks);
        dependencies = List.copyOf(dependencies);
    }

    /// The same workload, known to be at another stage.
    public Workload at(Stage other) {
        return new Workload(
                name,
                namespace,
                unit,
                kind,
                other,
                labels,
                containers,
                networks,
                dependencies,
                instances,
                settings,
                origin);
    }

    /// The same workload with other containers.
    public Workload running(List<Container> others) {
        return new Workload(
                name,
                namespace,
                unit,
                kind,
                stage,
                labels,
                others,
                networks,
                dependencies,
                instances,
                settings,
                origin);
    }

    /// Whether both are the same declaration, however much is known of each.
    public boolean isSameAs(Workload other) {
        return key().equals(other.key());
    }

    /// What tells one declaration from another, however much is known of it.
    public Key key() {
        return new Key(kind, name, namespace, unit);
    }

    /// Kind and name, within one unit and namespace.
    public record Key(Kind kind, String name, String namespace, String unit) {}

    /// The workload in a person's words: `deployment shop/orders`.
    public String label() {
        var words = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }

    public <T> Setting<T> get(SettingKey<T> key) {
        return settings.get(key);
    }

    /// The value in force of an environment variable in the first container that has it.
    public Optional<Variable> variable(String name) {
        return containers.stream()
                .flatMap(container -> container.variable(name).stream())
                .findFirst();
    }

    /// Whether the other may be found by name from here. Projects of Compose see each other only on a network
    /// that neither makes; whatever else is in between, no file tells.
    public boolean mayReach(Workload other) {
        return unit.equals(other.unit)
                || kind != Kind.COMPOSE_SERVICE
                || other.kind != Kind.COMPOSE_SERVICE
                || networks.stream().anyMatch(network -> network.startsWith("external:"));
    }

    /// Whether Kubernetes runs it.
    public boolean isInCluster() {
        return switch (kind) {
            case DEPLOYMENT, STATEFUL_SET, DAEMON_SET, JOB, CRON_JOB, POD -> true;
            case COMPOSE_SERVICE, ECS_TASK, SYSTEMD_SERVICE -> false;
        };
    }

    /// Runs to its end, rather than for ever.
    public boolean isJob() {
        return kind == Kind.JOB || kind == Kind.CRON_JOB;
    }
}
