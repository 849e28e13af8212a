package dev.tautline.check.rules.kubernetes;

import dev.tautline.finding.Evidence;
import dev.tautline.link.Client;
import dev.tautline.link.DatabaseImage;
import dev.tautline.link.HealthProbe;
import dev.tautline.link.Link;
import dev.tautline.link.Workload;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the rules of this family ask about pods.
final class Pods {
    private static final Set<String> SERVERS = Set.of("postgres", "mysqld", "mariadbd", "docker-entrypoint.sh");
    private static final Set<Integer> DATABASE_PORTS = Set.of(5432, 6432, 3306, 6033);

    private Pods() {}

    /// Whether Kubernetes runs it, not Compose.
    static boolean runs(Workload workload) {
        return workload.isInCluster();
    }

    static Stream<Workload> in(Link link) {
        return link.platform().workloads().stream().filter(Pods::runs);
    }

    /// The workload of a client, where it runs on Kubernetes.
    static Optional<Workload> of(Client client) {
        return client.workload().filter(Pods::runs);
    }

    static Stream<HealthProbe> probes(Workload workload, HealthProbe.Kind kind) {
        return workload.containers().stream()
                .flatMap(container -> container.probes().stream())
                .filter(probe -> probe.kind() == kind);
    }

    /// The database that a workload serves. A job, or a container with a command of its own, only uses the
    /// image's tools.
    static Optional<DatabaseImage> database(Workload workload) {
        return runs(workload) && !workload.isJob()
                ? DatabaseImage.of(workload).filter(image -> isServer(image))
                : Optional.empty();
    }

    private static boolean isServer(DatabaseImage image) {
        return image.container().command().stream()
                .findFirst()
                .map(first -> first.text().replaceFirst("^.*/", ""))
                .map(word -> word.startsWith("-") || SERVERS.contains(word))
                .orElse(true);
    }

    static boolean isDatabasePort(int port) {
        return DATABASE_PORTS.contains(port);
    }

    /// What told how many copies run.
    static Evidence copies(Workload workload) {
        return workload.instances().read().stream()
                .findFirst()
                .map(read -> new Evidence("replicas", read.shown(), read.origin()))
                .orElseGet(() -> new Evidence("replicas", "1", workload.origin()));
    }
}
