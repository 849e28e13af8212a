package dev.tautline.check.rules.routing;

import dev.tautline.link.Hop;
import dev.tautline.link.Route;
import dev.tautline.link.Server;
import dev.tautline.link.Workload;
import dev.tautline.settings.MySqlKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Product;
import java.util.Optional;
import java.util.Set;

/// The workload that a client's URL leads to first, and the ports that it is known to listen on; empty ports
/// where that is not known.
record Destination(Workload workload, String label, Set<Integer> ports) {
    static Optional<Destination> of(Route route) {
        if (!route.isCertain()) {
            return Optional.empty();
        }
        return route.hops().isEmpty()
                ? route.servers().stream().findFirst().flatMap(Destination::of)
                : of(route.hops().getFirst());
    }

    private static Optional<Destination> of(Hop hop) {
        return hop.workload().map(workload -> new Destination(workload, hop.label(), hop.ports()));
    }

    private static Optional<Destination> of(Server server) {
        var key = server.product() == Product.POSTGRESQL ? PostgresKeys.PORT : MySqlKeys.PORT;
        var ports = server.get(key).knownValue().map(Set::of).orElse(Set.of());
        return server.workload().map(workload -> new Destination(workload, server.label(), ports));
    }
}
