package dev.tautline.lab.fault;

import dev.tautline.lab.postgres.Node;
import dev.tautline.lab.proxy.TcpProxy;

/// The way from a published name through a proxy to a node.
public record Route(String name, Node node, TcpProxy proxy) {
    /// `name:port`, as clients are configured with it.
    public String hostAndPort() {
        return "%s:%d".formatted(name, proxy.address().getPort());
    }
}
