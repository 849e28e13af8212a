package dev.tautline.link;

import dev.tautline.settings.HostPort;
import java.util.List;
import java.util.Optional;

/// The way from one client to one address of its URL: the hops in between, in order, and the servers that
/// may answer at the end. What is not known is left out; `isCertain` is false where a hop or server was not
/// found by its name but is the only one that fits.
public record Route(Client client, HostPort address, List<Hop> hops, List<Server> servers, boolean isCertain) {
    public Route {
        hops = List.copyOf(hops);
        servers = List.copyOf(servers);
    }

    /// The first pooler on the way.
    public Optional<Hop> pooler() {
        return hops.stream().filter(hop -> hop.kind() == Hop.Kind.POOLER).findFirst();
    }
}
