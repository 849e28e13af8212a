package dev.tautline.link;

import dev.tautline.settings.HostPort;
import java.util.List;
import java.util.Optional;

/// The way from one client to one address of its URL: the hops in between, in order, and the servers that
/// may answer at the end. What is not known is left out; `certainty` says how it was found.
public record Route(Client client, HostPort address, List<Hop> hops, List<Server> servers, Certainty certainty) {
    /// By what hops and servers were found; the last one that applies counts.
    public enum Certainty {
        /// By a name under which they are reached.
        NAMED,
        /// One of them is the only one that fits.
        ONLY,
        /// A hop fits by nothing but its port, and that is one on which servers listen, too.
        PORT
    }

    public Route {
        hops = List.copyOf(hops);
        servers = List.copyOf(servers);
    }

    public boolean isCertain() {
        return certainty == Certainty.NAMED;
    }

    /// The first pooler on the way.
    public Optional<Hop> pooler() {
        return hops.stream().filter(hop -> hop.kind() == Hop.Kind.POOLER).findFirst();
    }
}
