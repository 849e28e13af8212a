package dev.tautline.lab.fault;

import dev.tautline.lab.Injection;
import dev.tautline.lab.name.HostsFile;
import dev.tautline.lab.postgres.Node;
import dev.tautline.lab.proxy.TcpProxy;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All ways to the nodes of a cluster, by published name. Thread-safe. Closing it withdraws names and ends
/// proxies.
public final class Routes implements AutoCloseable {
    private record Opened(Route route, Injection publication) {}

    private final HostsFile hosts;
    private final Map<String, Opened> routes = new ConcurrentSkipListMap<>();

    public Routes(HostsFile hosts) {
        this.hosts = hosts;
    }

    /// Publishes a name for a proxy that listens on an address of this machine (any 127.x.y.z; port 0 takes
    /// a free one) and forwards to the node.
    public Route open(String name, Node node, InetSocketAddress listen) {
        var proxy = TcpProxy.open(listen, node.address());
        try {
            var route = new Route(name, node, proxy);
            var publication = hosts.publish(name, proxy.address().getAddress());
            routes.put(name, new Opened(route, publication));
            return route;
        } catch (RuntimeException failure) {
            proxy.close();
            throw failure;
        }
    }

    public Route route(String name) {
        var opened = routes.get(name);
        if (opened == null) {
            throw new UnknownRoute(name, routes.keySet());
        }
        return opened.route();
    }

    /// All routes, ordered by name.
    public Collection<Route> all() {
        return routes.values().stream().map(Opened::route).toList();
    }

    public List<Route> to(Node node) {
        return all().stream().filter(route -> route.node() == node).toList();
    }

    public HostsFile hosts() {
        return hosts;
    }

    /// A JDBC URL over the published names, in this order; it needs a JVM that resolves by [#hosts].
    public String jdbcUrl(String database, String... names) {
        var addresses =
                Stream.of(names).map(this::route).map(Route::hostAndPort).collect(Collectors.joining(","));
        return "jdbc:postgresql://%s/%s".formatted(addresses, database);
    }

    @Override
    public void close() {
        for (var opened : routes.values()) {
            opened.publication().close();
            opened.route().proxy().close();
        }
        routes.clear();
    }
}
