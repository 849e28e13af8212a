package dev.tautline.replay;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.name.PublishedAddressChanged;
import dev.tautline.lab.net.FreePorts;
import dev.tautline.lab.proxy.ProxyFault;
import dev.tautline.lab.proxy.SilentAddress;
import dev.tautline.lab.proxy.SourcePinningBalancer;
import dev.tautline.lab.proxy.SourcePinningBalancer.Pinning;
import dev.tautline.stage.GuardSettings;
import dev.tautline.stage.Stage;
import dev.tautline.stage.StoreProcess;
import dev.tautline.stage.StoreSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Three instances of the shop behind a balancer that pins users, on a cluster some way off, watched by a guard in a
/// process of its own. Closing it stops everything. For one thread.
final class RunningShop implements AutoCloseable {
    private static final int INSTANCES = 3;
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final Stage stage;
    private final FreePorts ports;
    private final List<StoreProcess> stores = new ArrayList<>();
    private final List<AutoCloseable> closing = new ArrayList<>();
    private final SourcePinningBalancer balancer;

    RunningShop(Stage stage, Outage outage, FreePorts ports, Consumer<String> tell) {
        this.stage = stage;
        this.ports = ports;
        try {
            var distance = ProxyFault.Latency.roundTrip(outage.roundTrip(), Duration.ZERO);
            stage.routes().forEach(route -> closing.add(route.proxy().inject(distance)));
            tell.accept("creating the shop's schema");
            stage.migrate();
            var payments = stage.startPayments(freePort());
            for (int number = 1; number <= INSTANCES; number++) {
                tell.accept("starting shop-" + number);
                var basis = new StoreSettings(
                        "shop-" + number, freePort(), freePort(), stage.databaseUrl("db-1"), payments.url());
                stores.add(stage.startStore(outage.healthy(behindBalancer(basis), stage)));
            }
            this.balancer = balance();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    Stage stage() {
        return stage;
    }

    URI shopUrl() {
        return URI.create("http://127.0.0.1:" + balancer.address().getPort() + "/");
    }

    /// Starts the guard in a process of its own; it is told names and URLs, and nothing of what will happen.
    URI startGuard() {
        return stage.startGuard(new GuardSettings(freePort(), stage.guardTargets(), agents()))
                .url();
    }

    StoreSettings settings(int index) {
        return stores.get(index).settings();
    }

    /// Stops one instance as a deployment does and starts it with other settings; returns when it is ready again. Its
    /// users are served by the others meanwhile.
    void redeploy(int index, StoreSettings settings) {
        stores.get(index).close();
        stores.set(index, stage.startStore(settings));
    }

    /// Publishes a node at an address where nothing answers; the node itself stays where it is. Closing the answer
    /// publishes it where it is.
    Injection publishWhereNothingAnswers(String node) {
        var route = stage.route(node);
        var address = route.proxy().address();
        var silent = SilentAddress.open(new InetSocketAddress(unused(address), address.getPort()));
        closing.add(silent);
        return stage.lab()
                .inject(new PublishedAddressChanged(
                        route.name(), silent.address().getAddress()));
    }

    @Override
    public void close() {
        for (var part : closing.reversed()) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException("cannot take down " + part, e);
            }
        }
        closing.clear();
    }

    /// A connection that lies idle would keep its user on the instance that stood in during a deployment. And the shops
    /// of these outages had no catalogue in memory: each page asked the database and failed with it.
    private static StoreSettings behindBalancer(StoreSettings basis) {
        return basis.with("chandlery.resilient", "false").with("server.tomcat.keep-alive-timeout", "1s");
    }

    private SourcePinningBalancer balance() {
        var upstreams = stores.stream()
                .map(store -> new InetSocketAddress(LOOPBACK, store.settings().port()))
                .toList();
        var opened = SourcePinningBalancer.open(
                new InetSocketAddress(LOOPBACK, freePort()), upstreams, Pinning.NEXT_WHEN_REFUSED);
        closing.add(opened);
        return opened;
    }

    private Map<String, URI> agents() {
        var agents = new LinkedHashMap<String, URI>();
        stores.forEach(store -> agents.put(store.name(), store.agentUrl()));
        return agents;
    }

    private int freePort() {
        return ports.next(LOOPBACK);
    }

    /// An address of the same loopback net that no node has.
    private static InetAddress unused(InetSocketAddress own) {
        var bytes = own.getAddress().getAddress();
        bytes[3] = (byte) 199;
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
