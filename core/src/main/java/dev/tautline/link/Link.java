package dev.tautline.link;

import java.util.List;

/// Everything known about how services reach their databases, whoever found it out: files, probes or the agent.
/// The same client appears once per profile that it can run with.
public record Link(
        List<Client> clients, List<Hop> hops, List<Server> servers, Platform platform, Certificates certificates) {
    public Link {
        clients = List.copyOf(clients);
        hops = List.copyOf(hops);
        servers = List.copyOf(servers);
    }

    /// A link without certificates.
    public Link(List<Client> clients, List<Hop> hops, List<Server> servers, Platform platform) {
        this(clients, hops, servers, platform, Certificates.NONE);
    }

    public static Link of(Client... clients) {
        return new Link(List.of(clients), List.of(), List.of(), Platform.EMPTY);
    }
}
