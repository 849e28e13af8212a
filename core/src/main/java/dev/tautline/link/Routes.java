package dev.tautline.link;

import dev.tautline.link.Route.Certainty;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Product;
import dev.tautline.settings.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Follows each address of each client's URL through the hops to the servers. A hop or server is found by a
/// name under which it is reached; one that nothing names is taken where it is the only one that fits.
public final class Routes {
    /// Application, pooler, balancer, proxy: more in a row than anybody runs; also ends a cycle.
    private static final int MAX_HOPS = 4;
    /// Where servers of PostgreSQL and MySQL listen by default.
    private static final Set<Integer> SERVER_PORTS = Set.of(5432, 3306);

    private final Link link;

    /// The services of Compose behind each port of the machine.
    private final Map<Integer, List<Workload.Key>> publishers = new HashMap<>();

    private Routes(Link link) {
        this.link = link;
        link.platform().workloads().stream()
                .filter(workload -> workload.kind() == Workload.Kind.COMPOSE_SERVICE)
                .forEach(workload -> workload.containers().stream()
                        .flatMap(container -> container.ports().stream())
                        .flatMap(port -> port.published().stream())
                        .flatMap(port -> ValueType.COUNT.read(port.text()).stream())
                        .distinct()
                        .forEach(port -> publishers
                                .computeIfAbsent(port, any -> new ArrayList<>())
                                .add(workload.key())));
    }

    /// One route for each address of each client whose URL is known; addresses that are not resolved have none,
    /// unless a server is known by just what stands there.
    public static List<Route> of(Link link) {
        var routes = new Routes(link);
        return link.clients().stream()
                .flatMap(client -> client.url().stream()
                        .flatMap(url -> url.hosts().stream())
                        .filter(address -> address.isResolved() || routes.isReference(address))
                        .map(address -> routes.follow(client, address)))
                .toList();
    }

    /// `${aws_db_instance.shop.address}`, of a database that the same files make.
    private boolean isReference(HostPort address) {
        return link.servers().stream()
                .anyMatch(server -> server.names().contains(address.host().toLowerCase(Locale.ROOT)));
    }

    private Route follow(Client client, HostPort address) {
        var walk = new Walk(client);
        walk.to(address, client.url().flatMap(JdbcUrl::database));
        return new Route(client, address, List.copyOf(walk.hops), List.copyOf(walk.servers), walk.certainty);
    }

    private final class Walk {
        private final Client client;
        private final List<Hop> hops = new ArrayList<>();
        /// By identity: the value of a hop with thousands of targets takes long to compare.
        private final Set<Hop> onTheWay = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Set<Server> servers = new LinkedHashSet<>();
        private Certainty certainty = Certainty.NAMED;

        Walk(Client client) {
            this.client = client;
        }

        void to(HostPort address, Optional<String> database) {
            var hop = hopAt(address);
            if (hop.isPresent()) {
                if (hops.size() < MAX_HOPS && onTheWay.add(hop.get())) {
                    hops.add(hop.get());
                    hop.get()
                            .targetsFor(database)
                            .forEach(target -> target.address()
                                    .filter(HostPort::isResolved)
                                    .ifPresent(next -> to(next, database)));
                }
                return;
            }
            servers.addAll(serversAt(address));
        }

        private Optional<Hop> hopAt(HostPort address) {
            var open =
                    link.hops().stream().filter(hop -> !onTheWay.contains(hop)).toList();
            return open.stream()
                    .filter(hop -> isPublished(hop.workload(), address)
                            || (isNamed(hop.names(), address) && listens(hop, address)))
                    .filter(hop -> reaches(hop.workload()))
                    .min(Comparator.comparing(hop -> !isNear(hop.workload())))
                    .or(() -> isNamedServer(address)
                            ? Optional.empty()
                            : only(
                                    open,
                                    hop -> hop.names().isEmpty() && hop.ports().contains(address.port()),
                                    SERVER_PORTS.contains(address.port()) ? Certainty.PORT : Certainty.ONLY));
        }

        private boolean isNamedServer(HostPort address) {
            return link.servers().stream()
                    .anyMatch(server -> isNamed(server.names(), address) || isPublished(server.workload(), address));
        }

        /// `localhost:5433` of a client that no workload runs: what publishes that port, if only one thing does.
        private boolean isPublished(Optional<Workload> other, HostPort address) {
            return hops.isEmpty()
                    && client.workload().isEmpty()
                    && address.isLoopback()
                    && other.isPresent()
                    && publishers(address.port()).equals(List.of(other.get().key()));
        }

        private List<Workload.Key> publishers(int port) {
            return publishers.getOrDefault(port, List.of());
        }

        private List<Server> serversAt(HostPort address) {
            var named = link.servers().stream()
                    .filter(server -> isPublished(server.workload(), address)
                            || (isNamed(server.names(), address) && reaches(server.workload())))
                    .toList();
            var near =
                    named.stream().filter(server -> isNear(server.workload())).toList();
            if (!near.isEmpty()) {
                return near;
            }
            return named.isEmpty()
                    ? only(
                                    link.servers(),
                                    server -> isNameless(server, address) && speaksTo(server.product()),
                                    Certainty.ONLY)
                            .stream()
                            .toList()
                    : named;
        }

        /// Names hold within one set of files; the same name in another is something else.
        private boolean isNear(Optional<Workload> other) {
            return client.workload().isPresent()
                    && client.workload().map(Workload::unit).equals(other.map(Workload::unit));
        }

        private boolean reaches(Optional<Workload> other) {
            return client.workload().isEmpty()
                    || other.isEmpty()
                    || client.workload().get().mayReach(other.get());
        }

        private <T> Optional<T> only(List<T> all, Predicate<T> fits, Certainty found) {
            var fitting = all.stream().filter(fits).toList();
            if (fitting.size() != 1) {
                return Optional.empty();
            }
            certainty = found.compareTo(certainty) > 0 ? found : certainty;
            return Optional.of(fitting.getFirst());
        }

        private boolean speaksTo(Product product) {
            return client.url()
                    .filter(url ->
                            product == Product.POSTGRESQL ? url.isPostgres() : !url.isPostgres() && !url.isSqlServer())
                    .isPresent();
        }
    }

    private static boolean listens(Hop hop, HostPort address) {
        return hop.ports().isEmpty() || hop.ports().contains(address.port());
    }

    /// Of what a cloud names, another name of one's own may lead there, but no other name of the cloud's.
    private static boolean isNameless(Server server, HostPort address) {
        return server.names().isEmpty()
                || (server.names().stream().allMatch(NamePattern::isOne) && !NamePattern.isMadeByCloud(address.host()));
    }

    private static boolean isNamed(Set<String> names, HostPort address) {
        var host = address.host().toLowerCase(Locale.ROOT);
        return names.contains(host) || names.stream().anyMatch(name -> NamePattern.fits(name, host));
    }
}
