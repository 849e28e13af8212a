package dev.tautline.ground;

import dev.tautline.diagnosis.InstanceView;
import dev.tautline.lab.net.FreePorts;
import dev.tautline.lab.proxy.SourcePinningBalancer;
import dev.tautline.lab.proxy.SourcePinningBalancer.Pinning;
import dev.tautline.stage.Stage;
import dev.tautline.stage.StoreProcess;
import dev.tautline.stage.StoreSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// The instances of the shop behind a balancer, which keeps each person on one of them. For one thread.
final class Shops implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final Stage stage;
    private final List<StoreProcess> running = new ArrayList<>();
    private final SourcePinningBalancer balancer;
    private volatile long servingSince = System.nanoTime();

    /// Starts so many of them, one after another.
    Shops(Stage stage, FreePorts ports, int instances, String databaseUrl, String paymentUrl, Consumer<String> tell) {
        this.stage = stage;
        for (int number = 1; number <= instances; number++) {
            tell.accept("starting shop-" + number);
            running.add(stage.startStore(behindBalancer(new StoreSettings(
                    "shop-" + number, ports.next(LOOPBACK), ports.next(LOOPBACK), databaseUrl, paymentUrl))));
        }
        this.balancer = SourcePinningBalancer.open(
                new InetSocketAddress(LOOPBACK, ports.next(LOOPBACK)),
                running.stream()
                        .map(shop ->
                                new InetSocketAddress(LOOPBACK, shop.settings().port()))
                        .toList(),
                Pinning.NEXT_WHEN_REFUSED);
    }

    /// Where people shop.
    URI url() {
        return URI.create("http://127.0.0.1:" + balancer.address().getPort() + "/");
    }

    /// Each instance by its name, with its agent.
    Map<String, URI> agents() {
        var agents = new LinkedHashMap<String, URI>();
        running.forEach(shop -> agents.put(shop.name(), shop.agentUrl()));
        return agents;
    }

    /// A page of each instance by its name that fails when the shop does.
    Map<String, URI> pages() {
        var pages = new LinkedHashMap<String, URI>();
        running.forEach(shop -> pages.put(shop.name(), shop.managementUrl("health/readiness-buy")));
        return pages;
    }

    List<ShopClient> clients() {
        return IntStream.range(0, running.size())
                .mapToObj(index -> new ShopClient(running.get(index).settings(), settings -> redeploy(index, settings)))
                .toList();
    }

    /// Returns when the instance is ready again.
    void redeploy(int index, StoreSettings settings) {
        running.get(index).close();
        running.set(index, stage.startStore(settings));
        servingSince = System.nanoTime();
    }

    /// One of them was started so short a time ago that it is slow by itself.
    boolean warmUp() {
        return System.nanoTime() - servingSince < InstanceView.WARM_UP.toNanos();
    }

    @Override
    public void close() {
        balancer.close();
    }

    /// A connection that lies idle would keep its user on the instance that stood in during a deployment.
    private static StoreSettings behindBalancer(StoreSettings basis) {
        return FeltShop.of(basis).with("server.tomcat.keep-alive-timeout", "1s");
    }
}
