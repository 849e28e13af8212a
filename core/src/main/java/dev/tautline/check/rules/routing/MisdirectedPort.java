package dev.tautline.check.rules.routing;

import dev.tautline.link.Port;
import dev.tautline.link.Route;
import dev.tautline.link.Workload;
import java.util.Optional;
import java.util.stream.Stream;

/// A URL's port on which the service of the same Compose project that it leads to does not listen.
record MisdirectedPort(Destination destination, int port) {
    static Optional<MisdirectedPort> of(Route route) {
        var port = route.address().port();
        return Destination.of(route)
                .filter(found -> route.client()
                        .workload()
                        .filter(client -> isBeside(client, found.workload()))
                        .isPresent())
                .filter(found -> !found.ports().isEmpty() && !found.ports().contains(port))
                .filter(found ->
                        ports(found).noneMatch(open -> open.container().text().equals(String.valueOf(port))))
                .map(found -> new MisdirectedPort(found, port));
    }

    private static boolean isBeside(Workload client, Workload database) {
        return client.kind() == Workload.Kind.COMPOSE_SERVICE
                && client.unit().equals(database.unit())
                && Stream.concat(client.networks().stream(), database.networks().stream())
                        .noneMatch(ComposeNetworks::isMode);
    }

    private static Stream<Port> ports(Destination destination) {
        return destination.workload().containers().stream().flatMap(container -> container.ports().stream());
    }

    /// The mapping that publishes it on the host.
    Optional<Port> published() {
        return ports(destination)
                .filter(open -> open.published()
                        .map(published -> published.text().equals(String.valueOf(port)))
                        .orElse(false))
                .findFirst();
    }
}
