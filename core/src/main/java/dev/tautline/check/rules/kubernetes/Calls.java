package dev.tautline.check.rules.kubernetes;

import dev.tautline.link.Client;
import dev.tautline.link.Link;
import dev.tautline.link.Workload;
import dev.tautline.settings.HostPort;
import java.util.stream.Stream;

/// One address that one client on Kubernetes calls.
record Calls(Client client, Workload from, HostPort address) {
    static Stream<Calls> in(Link link) {
        return link.clients().stream()
                .flatMap(client -> Pods.of(client).stream()
                        .flatMap(from -> client.url().stream()
                                .flatMap(url -> url.hosts().stream())
                                .filter(HostPort::isResolved)
                                .map(address -> new Calls(client, from, address))));
    }
}
