package dev.tautline.ground;

import dev.tautline.lab.fault.ClientUnderTest;
import dev.tautline.lab.fault.PaymentProvider;
import dev.tautline.lab.fault.Surroundings;
import dev.tautline.lab.fault.Visitors;
import dev.tautline.lab.proxy.ProxyFault;
import dev.tautline.lab.proxy.TcpProxy;
import dev.tautline.shoppers.Crowd;
import dev.tautline.stage.Stage;
import dev.tautline.stage.StoreProcess;
import dev.tautline.stage.StoreSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One instance of the shop as `taut up` has it, on ports that people know, under the lab's hands: it is deployed anew
/// with
/// other settings, people shop there, and its payment provider can be slowed. Thread-safe; closing it sends the people
/// home, the stage stops the shop.
///
/// ```
/// people ── shop-1 ── route's proxy ── PostgreSQL
///           shop-1 ── proxy ── payment simulator
/// ```
public final class OneShop implements Surroundings, AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Stage stage;
    private final StoreSettings usual;
    private final TcpProxy paymentPath;
    private final Optional<Crowd> crowd;
    private volatile StoreProcess running;
    private volatile boolean closed;

    /// Starts it and lets people come.
    ///
    /// @param given how it runs when nothing strikes; its payment URL is that of the provider itself
    /// @param visits begun each second; 0 for none
    public OneShop(Stage stage, StoreSettings given, long seed, int visits) {
        this.stage = stage;
        var provider = URI.create(given.paymentUrl());
        this.paymentPath = TcpProxy.open(
                new InetSocketAddress(LOOPBACK, 0), new InetSocketAddress(provider.getHost(), provider.getPort()));
        this.usual = given.payingAt("http://127.0.0.1:" + paymentPath.address().getPort());
        this.running = started();
        this.crowd = visits == 0 ? Optional.empty() : Optional.of(new Crowd(running.shopUrl(), seed, visits, LONGEST));
        crowd.ifPresent(Crowd::arrive);
    }

    /// The instance that serves now.
    public StoreProcess running() {
        return running;
    }

    @Override
    public List<ClientUnderTest> clients() {
        return List.of(new ShopClient(usual, this::deploy));
    }

    @Override
    public Optional<Visitors> visitors() {
        return crowd.map(people -> people::come);
    }

    @Override
    public Optional<PaymentProvider> payments() {
        return Optional.of(delay -> paymentPath.inject(new ProxyFault.Latency(Duration.ZERO, delay, Duration.ZERO)));
    }

    /// What would heal by a deployment needs none any more. Closing it again does nothing.
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        crowd.ifPresent(Crowd::close);
        paymentPath.close();
    }

    private StoreProcess started() {
        try {
            return stage.startStore(usual);
        } catch (RuntimeException failed) {
            paymentPath.close();
            throw failed;
        }
    }

    /// Settings with which it does not start are taken back: a shop that is gone is nothing that healing would mend.
    private synchronized void deploy(StoreSettings settings) {
        if (closed) {
            return;
        }
        running.close();
        try {
            running = stage.startStore(settings);
        } catch (RuntimeException failed) {
            running = stage.startStore(usual);
            throw failed;
        }
    }
}
