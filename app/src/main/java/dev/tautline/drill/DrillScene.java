package dev.tautline.drill;

import dev.tautline.lab.Deadline;
import dev.tautline.lab.Injection;
import dev.tautline.lab.net.FreePorts;
import dev.tautline.lab.postgres.Node;
import dev.tautline.lab.postgres.StopMode;
import dev.tautline.lab.proxy.ProxyFault;
import dev.tautline.lab.statement.Cut;
import dev.tautline.lab.statement.CuttingProxy;
import dev.tautline.stage.PaymentSimulatorProcess;
import dev.tautline.stage.Stage;
import dev.tautline.stage.StageOptions;
import dev.tautline.stage.StoreProcess;
import dev.tautline.stage.StoreSettings;
import dev.tautline.stage.TautHome;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The shop with its cluster and provider, every process as in life, and what can be broken of it. The standby confirms
/// each commit, for a promise that must survive the loss of the primary needs that
/// (PostgreSQL 18, 26.2.8 "Synchronous Replication"). For one thread, except `shopUrl`.
///
/// ```
/// shop ── route's proxy ── cutting proxy ── PostgreSQL
/// ```
final class DrillScene implements AutoCloseable {
    private static final Duration STREAMING = Duration.ofSeconds(60);

    private final Stage stage;
    private final FreePorts ports = new FreePorts(new Random());
    private final Map<Node, CuttingProxy> cutters = new HashMap<>();
    private final PaymentSimulatorProcess payments;
    private StoreProcess store;
    private @Nullable Clerk clerk;
    private boolean failedOver;

    private DrillScene(Stage stage, Consumer<String> tell) {
        this.stage = stage;
        for (var node : stage.cluster().nodes()) {
            var cutter = CuttingProxy.before(node.address());
            cutters.put(node, cutter);
            stage.route(node.name()).proxy().retarget(cutter.address());
        }
        tell.accept("creating the shop's schema");
        stage.migrate();
        stage.cluster().awaitStreaming(STREAMING);
        confirmByStandby(stage.cluster().primary(), "'*'");
        this.payments = stage.startPayments(freePort());
        tell.accept("starting the shop");
        this.store = stage.startStore(settings());
    }

    static DrillScene open(TautHome home, Consumer<String> tell) {
        tell.accept("starting a cluster with a standby");
        var stage = Stage.open(StageOptions.temporary(1), home);
        try {
            return new DrillScene(stage, tell);
        } catch (RuntimeException failed) {
            stage.close();
            throw failed;
        }
    }

    private StoreSettings settings() {
        var overrides = new LinkedHashMap<String, String>();
        overrides.put("spring.datasource.hikari.maximum-pool-size", "8");
        overrides.put("spring.datasource.hikari.connection-timeout", "1000");
        overrides.put("spring.datasource.hikari.validation-timeout", "500");
        overrides.put("spring.datasource.hikari.data-source-properties.hostRecheckSeconds", "1");
        overrides.put("chandlery.browse.datasource.url", stage.databaseUrl() + "&targetServerType=preferSecondary");
        overrides.put("chandlery.browse.datasource.hikari.maximum-pool-size", "4");
        overrides.put("chandlery.browse.datasource.hikari.connection-timeout", "1000");
        overrides.put("chandlery.browse.datasource.hikari.validation-timeout", "500");
        overrides.put("chandlery.browse.datasource.hikari.data-source-properties.hostRecheckSeconds", "1");
        overrides.put("chandlery.catalogue.refresh", "500ms");
        // Short waits, so that a seed takes seconds: the order of events is the same.
        overrides.put("chandlery.payment.answer-timeout", "1s");
        overrides.put("chandlery.settlement.check-after", "2500ms");
        overrides.put("chandlery.settlement.hold-for", "8s");
        overrides.put("chandlery.settlement.pause", "200ms");
        return new StoreSettings(
                "shop-1",
                freePort(),
                freePort(),
                stage.databaseUrl(),
                payments.url(),
                overrides,
                // It is killed and started so often that quick starts count for more than quick code.
                List.of("-XX:TieredStopAtLevel=1"));
    }

    URI shopUrl() {
        return store.shopUrl();
    }

    /// Somebody who works here and may do everything; invited and signed in at the first call, while all is well.
    Clerk clerk(HttpClient http) {
        var known = clerk;
        if (known == null) {
            var email = "clerk@example.org";
            var invitation = stage.invite(store, email, "admin");
            known = Clerk.signedIn(invitation, email, new Browser(shopUrl(), http), InstantSource.system());
            clerk = known;
        }
        return known;
    }

    Node primary() {
        return stage.cluster().primary();
    }

    boolean canFailOver() {
        return !failedOver;
    }

    EvidenceReader reader(HttpClient http) {
        return new EvidenceReader(
                http,
                URI.create(payments.url() + "/ledger"),
                store.managementUrl("metrics/chandlery.intake.depth"),
                store.managementUrl("health"));
    }

    void arm(Cut cut, int n) {
        cutter().arm(cut, n);
    }

    int made(Cut cut) {
        return cutters.values().stream().mapToInt(cutter -> cutter.made(cut)).sum();
    }

    void dropAll() {
        stage.routes().forEach(route -> route.proxy().dropConnections());
    }

    Injection cutOffPrimary() {
        var proxy = stage.route(primary().name()).proxy();
        var refused = proxy.inject(new ProxyFault.Refuse());
        proxy.dropConnections();
        return refused;
    }

    void crashPrimary() {
        primary().stop(StopMode.IMMEDIATE);
    }

    void startPrimary() {
        primary().start();
    }

    /// The primary dies and stays dead, and the standby takes over, which waits for nobody's confirmation.
    void failOver() {
        var standby = stage.cluster().standbys().getFirst();
        crashPrimary();
        standby.promote();
        failedOver = true;
    }

    void killShop() {
        store.process().kill();
    }

    void startShop() {
        store.close();
        store = stage.startStore(store.settings());
    }

    boolean shopRuns() {
        return store.process().isAlive();
    }

    /// Delivers goods, so that each article has this many pieces to sell.
    void restock(List<String> skus, int pieces) {
        for (var sku : skus) {
            primary().executeIn("chandlery", """
                    WITH delivered AS (
                        UPDATE stock SET on_hand = on_hand + greatest(0, %d - (on_hand - held)) WHERE sku = '%s'
                        RETURNING sku, on_hand)
                    INSERT INTO stock_ledger (sku, delta, reason)
                    SELECT sku, on_hand - (SELECT coalesce(sum(delta), 0) FROM stock_ledger l WHERE l.sku = delivered.sku),
                        'RECEIVED'
                    FROM delivered
                    WHERE on_hand > (SELECT coalesce(sum(delta), 0) FROM stock_ledger l WHERE l.sku = delivered.sku)""".formatted(pieces, sku));
        }
    }

    void awaitSelling(EvidenceReader reader, Duration most) {
        Deadline.in(most).await("the shop to sell over its database", reader::sellsOverDatabase);
    }

    void awaitSettled(EvidenceReader reader, Duration most) {
        Deadline.in(most).await("everything to settle", () -> reader.unsettled(primary()) == 0);
    }

    @Override
    public void close() {
        stage.close();
        cutters.values().forEach(CuttingProxy::close);
    }

    private CuttingProxy cutter() {
        return java.util.Objects.requireNonNull(cutters.get(primary()), "every node has a cutter");
    }

    private static void confirmByStandby(Node primary, String names) {
        primary.execute("ALTER SYSTEM SET synchronous_standby_names = " + names);
        primary.reload();
    }

    private int freePort() {
        return ports.next(InetAddress.getLoopbackAddress());
    }
}
