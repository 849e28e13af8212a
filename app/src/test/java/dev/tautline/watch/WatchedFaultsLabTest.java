package dev.tautline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.Deadline;
import dev.tautline.lab.Injection;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.postgres.Node;
import dev.tautline.lab.postgres.StopMode;
import dev.tautline.lab.proxy.Direction;
import dev.tautline.lab.proxy.ProxyFault;
import dev.tautline.lab.proxy.TcpProxy;
import dev.tautline.probe.Expectation;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.settings.Secret;
import dev.tautline.watch.WatchConfig.Target;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Real faults on a real cluster behind real proxies, and a watch that is told nothing. Each is named by an
/// incident and then healed; the last one leaves the cluster with two primaries.
@Tag("lab")
@Timeout(120)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Execution(ExecutionMode.SAME_THREAD)
class WatchedFaultsLabTest {
    private static final String PASSWORD = "Bollard&rope?4";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Cluster cluster;
    private static TcpProxy primaryProxy;
    private static TcpProxy standbyProxy;
    private static NamesOfTest names;
    private static WatchUnderTest watch;

    @BeforeAll
    static void start() throws UnknownHostException {
        cluster = Cluster.builder()
                .standbys(1)
                .setting("max_connections", 24)
                .setting("superuser_reserved_connections", 3)
                .setting("wal_receiver_status_interval", "1s")
                .start();
        primary().execute("CREATE ROLE tautline LOGIN PASSWORD '" + PASSWORD + "' IN ROLE pg_monitor");
        primary().execute("CREATE ROLE crowd LOGIN PASSWORD '" + PASSWORD + "'");
        primary().execute("CREATE DATABASE shop");
        cluster.awaitReplay(PATIENCE);
        primaryProxy = proxy("127.0.1.1", primary());
        standbyProxy = proxy("127.0.1.2", standby());
        names = new NamesOfTest(Map.of("db.test", List.of(primaryProxy.address().getAddress())));
        watch = WatchUnderTest.start(
                List.of(
                        new Target("db-1", target(primaryProxy).expecting(Expectation.PRIMARY)),
                        new Target(standby().name(), target(standbyProxy)),
                        new Target("named", named())),
                List.of(),
                names);
        watch.awaitCalm();
    }

    @AfterAll
    static void stop() {
        watch.close();
        primaryProxy.close();
        standbyProxy.close();
        cluster.close();
    }

    @Test
    @Order(1)
    void tellsWhatHappensToNewConnectionsFromWhatHappensToAll() {
        names(
                standbyProxy.inject(new ProxyFault.NoSynAnswer()),
                "new-connections-blocked",
                standby().name());
        names(
                standbyProxy.inject(new ProxyFault.Refuse()),
                "new-connections-blocked",
                standby().name());
        names(
                standbyProxy.inject(new ProxyFault.AcceptThenSilence()),
                "new-sessions-unanswered",
                standby().name());
        names(cut(standbyProxy), "host-unreachable", standby().name());
        names(
                standbyProxy.inject(new ProxyFault.Stall(Direction.TO_CLIENT)),
                "silent-path",
                standby().name());
    }

    @Test
    @Order(2)
    void tellsAFrozenServerFromAResettingProxyFromAStoppedServer() {
        names(primary().freeze(), "server-frozen", "db-1");
        names(
                standbyProxy.inject(new ProxyFault.Reset()),
                "balancer-without-server",
                standby().name());
        names(stopped(), "server-down", "db-1");
    }

    @Test
    @Order(3)
    void namesWhatTheRoleOrTheDatabaseIsRefusedFor() {
        names(role("NOLOGIN", "LOGIN"), "role-cannot-log-in", "db-1");
        names(role("PASSWORD 'another'", "PASSWORD '" + PASSWORD + "'"), "password-refused", "db-1");
        names(role("CONNECTION LIMIT 1", "CONNECTION LIMIT -1"), "role-connection-limit", "db-1");
        names(
                executed("ALTER DATABASE shop ALLOW_CONNECTIONS false", "ALTER DATABASE shop ALLOW_CONNECTIONS true"),
                "database-missing",
                "db-1");
        names(crowd(), "connection-slots-used-up", "db-1");
    }

    @Test
    @Order(4)
    void namesWhatBecameOfTheName() throws UnknownHostException {
        names(names.withdraw("db.test"), "name-unknown", "named");
        var nowhere = InetAddress.getByName("127.0.1.77");
        var good = primaryProxy.address().getAddress();
        names(names.publish("db.test", List.of(good, nowhere)), "one-address-dead", "named");
        names(names.publish("db.test", List.of(nowhere)), "wrong-published-address", "named");
    }

    @Test
    @Order(5)
    void namesWhoPlaysTheWrongPart() {
        names(setting("default_transaction_read_only", "on"), "read-only-by-setting", "db-1");
        primaryProxy.retarget(standby().address());
        names(Injection.healedBy(() -> primaryProxy.retarget(primary().address())), "standby-behind-endpoint", "db-1");
        standby().promote();
        watch.awaitNamed("split-roles", "db-1");
    }

    private static void names(Injection fault, String cause, String subject) {
        try (fault) {
            watch.awaitNamed(cause, subject);
        }
        watch.awaitCalm();
    }

    private static Node primary() {
        return cluster.nodes().getFirst();
    }

    private static Node standby() {
        return cluster.nodes().getLast();
    }

    private static TcpProxy proxy(String address, Node node) {
        return TcpProxy.open(new InetSocketAddress(address, 0), node.address());
    }

    private static ProbeTarget target(TcpProxy proxy) {
        return target(proxy.address().getHostString(), proxy.address().getPort());
    }

    private static ProbeTarget named() {
        return target("db.test", primaryProxy.address().getPort());
    }

    private static ProbeTarget target(String host, int port) {
        return ProbeTarget.of(host, port, "shop", "tautline").withPassword(Secret.of(PASSWORD));
    }

    private static Injection cut(TcpProxy proxy) {
        var faults = List.of(
                proxy.inject(new ProxyFault.NoSynAnswer()),
                proxy.inject(new ProxyFault.Stall(Direction.TO_CLIENT)),
                proxy.inject(new ProxyFault.Stall(Direction.TO_UPSTREAM)));
        return Injection.healedBy(() -> faults.reversed().forEach(Injection::close));
    }

    private static Injection stopped() {
        var refusal = primaryProxy.inject(new ProxyFault.Refuse());
        primary().stop(StopMode.FAST);
        return Injection.healedBy(() -> {
            primary().start();
            refusal.close();
        });
    }

    private static Injection role(String change, String back) {
        return executed("ALTER ROLE tautline " + change, "ALTER ROLE tautline " + back);
    }

    private static Injection executed(String change, String back) {
        primary().execute(change);
        return Injection.healedBy(() -> primary().execute(back));
    }

    private static Injection setting(String name, String value) {
        primary().execute("ALTER SYSTEM SET " + name + " = '" + value + "'");
        primary().reload();
        return Injection.healedBy(() -> {
            primary().execute("ALTER SYSTEM RESET " + name);
            primary().reload();
        });
    }

    /// Somebody else takes every ordinary slot, also those that the canary has for a moment.
    private static Injection crowd() {
        var sessions = new ArrayList<Connection>();
        var end = Deadline.in(PATIENCE);
        int refusals = 0;
        while (refusals < 20 && !end.isPassed()) {
            try {
                sessions.add(DriverManager.getConnection(primary().jdbcUrl("shop"), "crowd", PASSWORD));
                refusals = 0;
            } catch (SQLException full) {
                refusals++;
            }
        }
        assertThat(refusals).as("refusals in a row").isEqualTo(20);
        return Injection.healedBy(() -> sessions.forEach(WatchedFaultsLabTest::close));
    }

    private static void close(AutoCloseable session) {
        try {
            session.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
