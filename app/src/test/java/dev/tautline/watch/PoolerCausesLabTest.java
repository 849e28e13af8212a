package dev.tautline.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tautline.cli.TestCertificate;
import dev.tautline.diagnosis.PoolerView.Pool;
import dev.tautline.lab.Injection;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.postgres.PgBouncer;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Resolver;
import dev.tautline.settings.Secret;
import dev.tautline.settings.SslMode;
import dev.tautline.watch.WatchConfig.Target;
import dev.tautline.watch.pooler.PoolerLook;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong in a PgBouncer whose console the guard may read, while the server behind it is sound.
@Tag("lab")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PoolerCausesLabTest {
    private static final String PASSWORD = "Anchor-chain-9";
    private static final int POOL = 2;

    private static Cluster cluster;
    private static PgBouncer pooler;
    private static WatchUnderTest watch;

    @BeforeAll
    static void start() {
        assumeTrue(PgBouncer.program().isPresent() || System.getenv("CI") != null, "no PgBouncer here");
        cluster = Cluster.builder().start();
        cluster.primary().execute("CREATE ROLE tautline LOGIN PASSWORD '" + PASSWORD + "' IN ROLE pg_monitor");
        cluster.primary().execute("CREATE ROLE shop LOGIN PASSWORD '" + PASSWORD + "'");
        pooler = PgBouncer.before(cluster.primary())
                .setting("pool_mode", "session")
                .setting("default_pool_size", String.valueOf(POOL))
                .setting("stats_users", "tautline")
                .user("tautline", PASSWORD)
                .user("shop", PASSWORD)
                .start();
        var server = target(cluster.primary().address().getPort(), "postgres");
        watch = WatchUnderTest.start(
                List.of(new Target("db-1", server, console("tautline"))), List.of(), Resolver.system());
        watch.awaitCalm();
    }

    @AfterAll
    static void stop() {
        if (watch != null) {
            watch.close();
            pooler.close();
            cluster.close();
        }
    }

    @Test
    void namesAPoolThatIsTooSmallAndAPauseAndADeadPooler() {
        names(crowd(), "pooler-pool-too-small");
        names(pausedWithSomebodyWaiting(), "pooler-paused");
        names(pooler.stopped(), "pooler-down");
    }

    @Test
    void readsTheConsoleWithoutBeingItsAdministrator() throws SQLException {
        try (var look = new PoolerLook(console("tautline"));
                var ignored = connect()) {
            var sample = look.sample();

            assertThat(ignored.isValid(2)).isTrue();
            assertThat(sample.settings()).containsEntry("pool_mode", "session").containsEntry("default_pool_size", "2");
            assertThat(sample.pools())
                    .filteredOn(pool -> pool.user().equals("shop"))
                    .singleElement()
                    .satisfies(pool -> assertThat(pool.size()).isEqualTo(POOL))
                    .extracting(Pool::mode, Pool::clientsActive, Pool::paused)
                    .containsExactly("session", 1, false);
        }
    }

    /// Nobody may listen to what the guard is told, where its URL says so.
    @Test
    void readsTheConsoleOverTlsThatItsUrlAsksFor(@TempDir Path folder) throws Exception {
        var certificate = TestCertificate.create(folder, "localhost", "-1d", 90);
        var root = Files.writeString(folder.resolve("root.crt"), certificate.certificate());
        try (var demanding = PgBouncer.before(cluster.primary())
                .setting("stats_users", "tautline")
                .setting("client_tls_sslmode", "require")
                .setting("client_tls_cert_file", "${directory}/pooler.crt")
                .setting("client_tls_key_file", "${directory}/pooler.key")
                .file("pooler.crt", certificate.certificate())
                .file("pooler.key", certificate.key())
                .user("tautline", PASSWORD)
                .start()) {
            var verified = ProbeTarget.of("localhost", demanding.address().getPort(), "pgbouncer", "tautline")
                    .withPassword(Secret.of(PASSWORD))
                    .withSslMode(SslMode.VERIFY_FULL)
                    .withRootCertificate(root);

            assertThat(settingsOf(verified)).containsKey("default_pool_size");
            assertThat(settingsOf(
                            verified.at("db.invalid", verified.port()).dialling(InetAddress.getLoopbackAddress())))
                    .as("the address is dialled, and the name verified")
                    .isEmpty();
            assertThat(settingsOf(verified.withSslMode(SslMode.DISABLE))).isEmpty();
        }
    }

    private static Map<String, String> settingsOf(ProbeTarget console) {
        try (var look = new PoolerLook(console)) {
            return look.sample().settings();
        } catch (SQLException refused) {
            return Map.of();
        }
    }

    @Test
    void aChangedSettingIsOnTheTimeline() {
        try (var _ = pooler.restartedWith("default_pool_size", "3")) {
            watch.awaitChange("db-1's pooler", "default_pool_size", "3");
        }
        watch.awaitCalm();
    }

    @Test
    void aConsoleThatRefusesTheGuardIsNotDown() throws SQLException {
        try (var look = new PoolerLook(console("shop"))) {
            assertThat(look.sample().refused()).contains("not allowed");
        }
    }

    private static void names(Injection fault, String cause) {
        try (fault) {
            watch.awaitNamed(cause, "db-1");
        }
        watch.awaitCalm();
    }

    /// Clients that keep every server connection, and one more.
    private static Injection crowd() {
        var sessions = new ArrayList<Connection>();
        for (int i = 0; i < POOL; i++) {
            sessions.add(connect());
        }
        var waiting = waiting();
        return Injection.healedBy(() -> {
            sessions.forEach(PoolerCausesLabTest::close);
            end(waiting);
        });
    }

    private static Injection pausedWithSomebodyWaiting() {
        var pause = pooler.paused();
        var waiting = waiting();
        return Injection.healedBy(() -> {
            pause.close();
            end(waiting);
        });
    }

    private static Thread waiting() {
        return Thread.ofVirtual().start(() -> close(connect()));
    }

    private static void end(Thread waiting) {
        try {
            assertThat(waiting.join(Duration.ofSeconds(20)))
                    .as("it was served at last")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Connection connect() {
        try {
            var connection = DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + pooler.address().getPort() + "/postgres", "shop", PASSWORD);
            connection.createStatement().execute("SELECT 1");
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(Connection session) {
        try {
            session.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProbeTarget console(String user) {
        return ProbeTarget.of("127.0.0.1", pooler.address().getPort(), "pgbouncer", user)
                .withPassword(Secret.of(PASSWORD));
    }

    private static ProbeTarget target(int port, String database) {
        return ProbeTarget.of("127.0.0.1", port, database, "tautline").withPassword(Secret.of(PASSWORD));
    }
}
