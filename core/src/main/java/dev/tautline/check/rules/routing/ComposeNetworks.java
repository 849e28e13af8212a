package dev.tautline.check.rules.routing;

import dev.tautline.link.Client;
import dev.tautline.link.Workload;
import java.util.Collections;
import java.util.Optional;

/// The networks of the services of one Compose project.
final class ComposeNetworks {
    private ComposeNetworks() {}

    /// Whether it is no network of the project's own, but a mode such as `host` or `service:db`.
    static boolean isMode(String network) {
        return network.equals("host")
                || network.equals("none")
                || network.equals("bridge")
                || network.startsWith("service:")
                || network.startsWith("container:");
    }

    /// The client's service, where it is on networks of which all are the project's own.
    static Optional<Workload> ownProject(Client client) {
        return client.workload().filter(ComposeNetworks::isOwn);
    }

    static boolean isOwn(Workload workload) {
        return workload.kind() == Workload.Kind.COMPOSE_SERVICE
                && workload.networks().stream()
                        .noneMatch(network -> isMode(network) || network.startsWith("external:"));
    }

    static boolean areApart(Workload one, Workload other) {
        return isOwn(one)
                && isOwn(other)
                && one.unit().equals(other.unit())
                && Collections.disjoint(one.networks(), other.networks());
    }
}
