package dev.tautline.ground;

import dev.tautline.lab.fault.ClientUnderTest;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.PaymentProvider;
import dev.tautline.lab.fault.Surroundings;
import dev.tautline.lab.fault.Visitors;
import dev.tautline.lab.net.FreePorts;
import dev.tautline.lab.postgres.NodeRole;
import dev.tautline.lab.postgres.PgBouncer;
import dev.tautline.lab.proxy.ProxyFault;
import dev.tautline.lab.proxy.TcpProxy;
import dev.tautline.shoppers.Crowd;
import dev.tautline.stage.GuardSettings;
import dev.tautline.stage.Opened;
import dev.tautline.stage.Passwords;
import dev.tautline.stage.Stage;
import dev.tautline.stage.StageOptions;
import dev.tautline.stage.TautHome;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Everything put up as a [Ground] says, people shopping included. Closing it leaves no process, port or file. For one
/// thread.
///
/// ```
/// people ── balancer ── shop-1 … ──┬── (pooler) ── route's proxy ── PostgreSQL
///                          guard ──┘
///                        shop-1 … ──── proxy ── payment simulator
/// ```
public final class ShopGround implements Surroundings, AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final String POOLER = "pooler.chandlery.test";

    private final Opened parts = new Opened();
    private final FreePorts ports = new FreePorts(new Random());
    private final Stage stage;
    private final Lab lab;
    private final TcpProxy paymentPath;
    private final @Nullable PgBouncer pooler;
    private final Shops shops;
    private final Crowd crowd;

    private ShopGround(Ground ground, TautHome home, long seed, Consumer<String> tell) {
        try {
            tell.accept("starting a cluster of %d".formatted(1 + ground.standbys()));
            this.stage = parts.add(
                    Stage.open(StageOptions.temporary(ground.standbys()).withTls(ground.tls()), home));
            stage.conductNames();
            this.lab = stage.lab(this);
            move(ground.roundTrip());
            tell.accept("creating the shop's schema");
            stage.migrate();
            this.pooler = ground.pooler() ? parts.add(openPooler()) : null;
            this.paymentPath = parts.add(openPaymentPath());
            var provider = "http://127.0.0.1:" + paymentPath.address().getPort();
            this.shops = parts.add(new Shops(stage, ports, ground.instances(), shopDatabase(), provider, tell));
            this.crowd = parts.add(new Crowd(shops.url(), seed, ground.visits(), LONGEST, shops::warmUp));
            crowd.arrive();
            tell.accept("%d visits a second".formatted(ground.visits()));
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /// Puts it up, without a guard.
    ///
    /// @param tell takes each step as it begins
    public static ShopGround open(Ground ground, TautHome home, long seed, Consumer<String> tell) {
        return new ShopGround(ground, home, seed, tell);
    }

    /// All of it as one, to inject faults into.
    public Lab lab() {
        return lab;
    }

    public Stage stage() {
        return stage;
    }

    /// Visits of the people there that broke off or saw a slow page, by their own count; the slow first pages of an
    /// instance that has just been started harm nobody.
    public long harmed() {
        return crowd.harmed();
    }

    /// Gives a port of loopback that is free.
    public int freePort() {
        return ports.next(LOOPBACK);
    }

    /// A page of each instance by its name that fails when the shop does.
    public Map<String, URI> pages() {
        return shops.pages();
    }

    /// Starts the guard in a process of its own; it is told names and URLs, and nothing of what will happen.
    ///
    /// @return its dashboard
    public URI startGuard() {
        var targets = new ArrayList<>(stage.guardTargets());
        var before = pooler;
        if (before != null) {
            targets.replaceAll(
                    node -> node.expected() == NodeRole.PRIMARY ? node.behind(poolerUrl(before, "pgbouncer")) : node);
            targets.add(new GuardSettings.Target("pooler", poolerUrl(before), NodeRole.PRIMARY));
        }
        return stage.startGuard(new GuardSettings(freePort(), targets, shops.agents()))
                .url();
    }

    @Override
    public List<ClientUnderTest> clients() {
        return List.copyOf(shops.clients());
    }

    @Override
    public Optional<Visitors> visitors() {
        return Optional.of(crowd::come);
    }

    @Override
    public Optional<PaymentProvider> payments() {
        return Optional.of(delay -> paymentPath.inject(new ProxyFault.Latency(Duration.ZERO, delay, Duration.ZERO)));
    }

    @Override
    public Optional<PgBouncer> pooler() {
        return Optional.ofNullable(pooler);
    }

    @Override
    public void close() {
        parts.close();
    }

    private void move(Duration roundTrip) {
        var distance = ProxyFault.Latency.roundTrip(roundTrip, Duration.ZERO);
        stage.routes().forEach(route -> parts.add(route.proxy().inject(distance)));
    }

    private TcpProxy openPaymentPath() {
        int port = freePort();
        stage.startPayments(port);
        return TcpProxy.open(new InetSocketAddress(LOOPBACK, 0), new InetSocketAddress(LOOPBACK, port));
    }

    /// It passes the options of sessions by: a pooler keeps sessions for whoever comes. The guard may read its console.
    private PgBouncer openPooler() {
        var builder = PgBouncer.before(stage.cluster().primary())
                .setting("ignore_startup_parameters", "extra_float_digits,options")
                .setting("stats_users", Passwords.Use.GUARD.role());
        for (var use : List.of(Passwords.Use.SHOP, Passwords.Use.GUARD)) {
            builder.user(use.role(), stage.passwords().of(use).reveal());
        }
        var started = builder.start();
        stage.names().publish(POOLER, started.address().getAddress());
        return started;
    }

    private String shopDatabase() {
        return pooler == null ? stage.databaseUrl() : poolerUrl(pooler);
    }

    private static String poolerUrl(PgBouncer pooler) {
        return poolerUrl(pooler, "chandlery");
    }

    private static String poolerUrl(PgBouncer pooler, String database) {
        return "jdbc:postgresql://%s:%d/%s?sslmode=disable"
                .formatted(POOLER, pooler.address().getPort(), database);
    }
}
