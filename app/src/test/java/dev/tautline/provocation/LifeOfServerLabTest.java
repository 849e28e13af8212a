package dev.tautline.provocation;

import static dev.tautline.provocation.Climbs.assertFails;
import static dev.tautline.provocation.Climbs.assertFallsSilent;
import static dev.tautline.provocation.Climbs.assertSilenceMeans;
import static dev.tautline.provocation.Climbs.awaitFails;
import static dev.tautline.provocation.Climbs.climb;
import static dev.tautline.provocation.Ground.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.Deadline;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.postgres.Node;
import dev.tautline.lab.postgres.StopMode;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// A primary as it starts, stops, crashes and hangs. Every test leaves it running.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LifeOfServerLabTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private ProbedCluster server;
    private Node primary;

    @BeforeAll
    void start() {
        server = ProbedCluster.start(Cluster.builder());
        primary = server.primary();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @Provokes(
            value = {FailureKind.ACCEPTED_THEN_SILENT, FailureKind.CONNECTION_REFUSED},
            on = POSTGRESQL)
    void tellsAFrozenServerFromAStoppedOne() {
        try (var _ = primary.freeze()) {
            var failed = assertFallsSilent(server.target(), FailureKind.ACCEPTED_THEN_SILENT, Step.TLS);
            assertThat(failed.failure().provenFine()).anyMatch(fine -> fine.startsWith("connect: "));
        }
        primary.stop(StopMode.FAST);
        assertFails(server.target(), Step.CONNECT, FailureKind.CONNECTION_REFUSED);
        primary.start();
        assertThat(climb(server.target()).failure()).isEmpty();
    }

    /// In the middle of a climb, so that there were answers; what only this session waits for is told apart.
    @Test
    @Provokes(
            value = {FailureKind.ACCEPTED_THEN_SILENT, FailureKind.STEP_TIMED_OUT},
            on = POSTGRESQL)
    void tellsAServerThatIsFrozenMeanwhileFromASessionThatWaits() {
        try (var _ = server.whenAskedForTheRole("PERFORM pg_sleep(30)")) {
            var waiting = assertSilenceMeans(server.target(), FailureKind.STEP_TIMED_OUT, Step.QUERY);
            assertThat(waiting.failure().words()).contains("a new connection is answered");

            server.endSessionsOfApp();
            var freezing = CompletableFuture.supplyAsync(() -> {
                server.await("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'", "1");
                return primary.freeze();
            });
            try {
                // Long enough for the freezing to come first.
                assertSilenceMeans(
                        server.target(), FailureKind.ACCEPTED_THEN_SILENT, Step.QUERY, Duration.ofSeconds(4));
            } finally {
                freezing.join().close();
            }
        }
        server.endSessionsOfApp();
    }

    /// A smart shutdown waits for the sessions that are open.
    @Test
    @Provokes(value = FailureKind.SHUTTING_DOWN, on = POSTGRESQL)
    void namesAShutdownThatWaits() throws SQLException {
        CompletableFuture<Void> stopped;
        try (var _ = server.session("postgres")) {
            stopped = CompletableFuture.runAsync(() -> primary.stop(StopMode.SMART));
            awaitFails(server.target(), FailureKind.SHUTTING_DOWN);
            assertFails(server.target(), Step.AUTHENTICATE, FailureKind.SHUTTING_DOWN);
        }
        stopped.join();
        primary.start();
    }

    /// Recovery from an archive that takes its time.
    @Test
    @Provokes(value = FailureKind.STARTING_UP, on = POSTGRESQL)
    void namesAServerThatReplaysItsLog() throws IOException {
        var held = server.dataDirectory(primary).resolve("held");
        primary.execute("ALTER SYSTEM SET restore_command = 'while [ -e held ]; do sleep 0.1; done; false'");
        server.shell("touch held recovery.signal");
        primary.stop(StopMode.FAST);
        var started = CompletableFuture.runAsync(primary::start);
        awaitFails(server.target(), FailureKind.STARTING_UP);
        assertFails(server.target(), Step.AUTHENTICATE, FailureKind.STARTING_UP);
        Files.delete(held);
        started.join();
        // It takes sessions before the recovery has ended, and writes only after it.
        server.await("SELECT pg_is_in_recovery()", "f");
        primary.execute("ALTER SYSTEM RESET restore_command");
    }

    /// One backend is killed. Another, whose clock stands still, cannot obey the order to end, so that the recovery
    /// waits.
    @Test
    @Provokes(value = FailureKind.CRASH_RECOVERY, on = POSTGRESQL)
    void namesTheRecoveryFromACrash() throws SQLException {
        try (var _ = server.session("postgres", "SET application_name = 'victim'");
                var _ = server.session("postgres", "SET application_name = 'stubborn'")) {
            var stubborn = backend("stubborn");
            var victim = backend("victim");
            server.shell("kill -STOP " + stubborn);
            try {
                kill(victim);
                awaitFails(server.target(), FailureKind.CRASH_RECOVERY);
                var failed = assertFails(server.target(), Step.AUTHENTICATE, FailureKind.CRASH_RECOVERY);
                assertThat(failed.failure().code()).isEqualTo("57P03");
            } finally {
                kill(stubborn);
            }
        }
        awaitHealth();
    }

    /// The server says why it ends the session, and the driver sees only the end.
    @Test
    @Provokes(value = FailureKind.CRASH_RECOVERY, on = POSTGRESQL)
    void hearsOfTheCrashWhileASessionIsOpen() throws SQLException {
        try (var _ = server.session("postgres", "SET application_name = 'victim'");
                var _ = server.whenAskedForTheRole("PERFORM pg_sleep(30)")) {
            var victim = backend("victim");
            var killing = CompletableFuture.runAsync(() -> {
                server.await("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'", "1");
                kill(victim);
            });
            var failed = assertFails(server.target(), FailureKind.CRASH_RECOVERY);
            assertThat(failed.failure().code()).isEqualTo("57P02");
            killing.join();
            awaitHealth();
        }
    }

    private long backend(String application) {
        return Long.parseLong(
                primary.query("SELECT pid FROM pg_stat_activity WHERE application_name = '" + application + "'")
                        .getFirst());
    }

    private static void kill(long pid) {
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }

    private void awaitHealth() {
        var probe = ProbedCluster.target("127.0.0.1", primary.address().getPort(), "postgres", "app");
        Deadline.in(PATIENCE).await("the server to be well", () -> climb(probe).passed());
    }
}
