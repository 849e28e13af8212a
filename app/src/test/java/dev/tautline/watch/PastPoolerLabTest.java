package dev.tautline.watch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tautline.lab.Injection;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.postgres.PgBouncer;
import dev.tautline.lab.postgres.StopMode;
import dev.tautline.probe.Expectation;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Resolver;
import dev.tautline.settings.Secret;
import dev.tautline.watch.WatchConfig.Target;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What becomes of a PgBouncer whose console nobody may read: the guard has met it on one route, and another route
/// leads past it to the same server.
@Tag("lab")
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class PastPoolerLabTest {
    private static final String PASSWORD = "Anchor-chain-9";

    private static Cluster cluster;
    private static PgBouncer pooler;
    private static WatchUnderTest watch;

    @BeforeAll
    static void start() {
        assumeTrue(PgBouncer.program().isPresent() || System.getenv("CI") != null, "no PgBouncer here");
        cluster = Cluster.builder().start();
        cluster.primary().execute("CREATE ROLE tautline LOGIN PASSWORD '" + PASSWORD + "' IN ROLE pg_monitor");
        pooler = PgBouncer.before(cluster.primary())
                .setting("pool_mode", "session")
                .setting("default_pool_size", "5")
                .user("tautline", PASSWORD)
                .start();
        watch = WatchUnderTest.start(
                List.of(
                        new Target("db-1", target(cluster.primary().address().getPort()), null),
                        new Target("pooler", target(pooler.address().getPort()), null)),
                List.of(),
                Resolver.system());
        watch.awaitLongCalm();
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
    void aPoolerThatWasStopped() {
        names(pooler.stopped(), "pooler-down", "pooler");
    }

    @Test
    void aPoolerThatWasKilled() {
        names(pooler.killed(), "pooler-down", "pooler");
    }

    @Test
    void aPoolerThatStandsStill() {
        names(pooler.frozen(), "pooler-down", "pooler");
    }

    @Test
    void aPoolerThatIsPaused() {
        names(pooler.paused(), "pooler-pool-too-small", "pooler");
    }

    @Test
    void aPoolerThatMayOpenNoFurtherConnection() {
        namesOnceStarted(pooler.restartedWith("max_db_connections", "1"), "pooler-pool-too-small");
    }

    @Test
    void aPoolerWithASmallPool() {
        namesOnceStarted(pooler.restartedWith("default_pool_size", "1"), "pooler-pool-too-small");
    }

    @Test
    void aPoolerThatLooksForTheServerWhereItIsNot() {
        namesOnceStarted(pooler.restartedWith("*", "host=127.0.0.99 port=1"), "pooler-without-server");
    }

    @Test
    void aPoolerThatLooksForTheServerAtANameThatNobodyKnows() {
        namesOnceStarted(pooler.restartedWith("*", "host=nobody.invalid port=5432"), "pooler-without-server");
    }

    @Test
    void aPoolerThatLooksForTheServerWhereNobodyAnswers() {
        namesOnceStarted(pooler.restartedWith("*", "host=192.0.2.1 port=5432"), "pooler-without-server");
    }

    @Test
    void aPoolerWithAFormerPassword() {
        var server = cluster.primary().address();
        namesOnceStarted(
                pooler.restartedWith(
                        "*", "host=127.0.0.1 port=%d user=tautline password=former".formatted(server.getPort())),
                "pooler-without-server");
    }

    /// Sooner than the guard gives up the question.
    @Test
    void aPoolerThatGivesUpOnItsClientsInTheQueue() {
        namesOnceStarted(pooler.restartedWith("default_pool_size", "1\nquery_wait_timeout = 0.3"), "pooler-exhausted");
    }

    @Test
    void aServerThatIsDownBehindThePooler() {
        cluster.primary().stop(StopMode.FAST);
        names(Injection.healedBy(cluster.primary()::start), "server-down", "db-1");
    }

    @Test
    void aServerThatIsFrozenBehindThePooler() {
        names(cluster.primary().freeze(), "server-frozen", "db-1");
    }

    private static void names(Injection fault, String cause, String subject) {
        try (fault) {
            watch.awaitNamedAtOnce(cause, subject);
        } finally {
            watch.awaitLongCalm();
        }
    }

    /// Who starts a pooler again has it down for a moment, and on a slow machine that is long enough to be named.
    private static void namesOnceStarted(Injection fault, String cause) {
        try (fault) {
            watch.awaitNamedAfter("The pooler is down", cause, "pooler");
        } finally {
            watch.awaitLongCalm();
        }
    }

    private static ProbeTarget target(int port) {
        return ProbeTarget.of("127.0.0.1", port, "postgres", "tautline")
                .withPassword(Secret.of(PASSWORD))
                .expecting(Expectation.PRIMARY);
    }
}
