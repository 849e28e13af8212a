package dev.tautline.provocation;

import static dev.tautline.provocation.Climbs.assertFails;
import static dev.tautline.provocation.Climbs.assertFallsSilent;
import static dev.tautline.provocation.Ground.POSTGRESQL;
import static dev.tautline.provocation.Ground.SOCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tautline.lab.Injection;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.proxy.ProxyFault.Latency;
import dev.tautline.lab.proxy.TcpProxy;
import dev.tautline.probe.Expectation;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Step;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// The session is open, and then a question fails, or its answer is not the wanted one. Every test leaves the server as
/// it found it.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class QuestionLabTest {
    private ProbedCluster server;

    @BeforeAll
    void start() {
        server = ProbedCluster.start(Cluster.builder());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @Provokes(value = FailureKind.STEP_TIMED_OUT, on = POSTGRESQL)
    void namesAQuestionThatIsNotAnsweredInTime() {
        try (var _ = server.whenAskedForTheRole("PERFORM pg_sleep(30)")) {
            assertFallsSilent(server.target(), FailureKind.STEP_TIMED_OUT, Step.QUERY, Step.ROLE);
            server.endSessionsOfApp();
        }
    }

    @Test
    @Provokes(value = FailureKind.STATEMENT_CANCELLED, on = POSTGRESQL)
    void namesAStatementTimeout() {
        try (var _ = server.whenAskedForTheRole("PERFORM pg_sleep(30)");
                var _ = server.changed(
                        "ALTER ROLE app SET statement_timeout = 200", "ALTER ROLE app RESET statement_timeout")) {
            var failed = assertFails(server.target(), FailureKind.STATEMENT_CANCELLED);
            assertThat(failed.failure().words()).contains("statement timeout");
        }
    }

    /// The questions come slower than the limit allows.
    @Test
    @Provokes(value = FailureKind.SESSION_TIME_LIMIT, on = POSTGRESQL)
    void namesALimitOnIdleSessions() {
        var version = server.primary().query("SHOW server_version_num").getFirst();
        assumeTrue(Integer.parseInt(version) >= 140_000, "idle_session_timeout came with PostgreSQL 14");
        try (var proxy = proxy();
                var _ = proxy.inject(Latency.roundTrip(Duration.ofMillis(60), Duration.ZERO));
                var _ = server.changed(
                        "ALTER ROLE app SET idle_session_timeout = 20", "ALTER ROLE app RESET idle_session_timeout")) {
            assertThat(assertFails(through(proxy), FailureKind.SESSION_TIME_LIMIT)
                            .failure()
                            .code())
                    .isEqualTo("57P05");
        }
    }

    @Test
    @Provokes(value = FailureKind.TERMINATED_BY_ADMINISTRATOR, on = POSTGRESQL)
    void namesASessionThatSomebodyEnded() {
        try (var _ = server.whenAskedForTheRole("PERFORM pg_terminate_backend(pg_backend_pid())")) {
            assertFails(server.target(), FailureKind.TERMINATED_BY_ADMINISTRATOR);
        }
    }

    @Test
    @Provokes(value = FailureKind.QUESTION_NOT_PERMITTED, on = POSTGRESQL)
    void namesAPrivilegeThatWasTakenFromEverybody() {
        for (var what : List.of("SELECT ON pg_database", "EXECUTE ON FUNCTION pg_is_in_recovery()")) {
            server.primary().executeIn("shop", "REVOKE " + what + " FROM PUBLIC");
            try (var _ = Injection.healedBy(() -> server.primary().executeIn("shop", "GRANT " + what + " TO PUBLIC"))) {
                var failed = assertFails(server.target(), FailureKind.QUESTION_NOT_PERMITTED);
                assertThat(failed.failure().words()).contains("permission denied");
            }
        }
    }

    @Test
    @Provokes(value = FailureKind.SERVER_ERROR, on = POSTGRESQL)
    void showsTheWordsOfAnErrorThatHasNoOtherName() {
        try (var _ = server.whenAskedForTheRole("PERFORM 1 / 0")) {
            var failed = assertFails(server.target(), FailureKind.SERVER_ERROR);
            assertThat(failed.failure().code()).isEqualTo("22012");
            assertThat(failed.failure().words()).contains("division by zero");
        }
    }

    /// A device between the two forgets the connection while the server works.
    @Test
    @Provokes(value = FailureKind.CONNECTION_LOST, on = SOCKET)
    void namesAConnectionThatThePathCut() throws InterruptedException {
        try (var proxy = proxy();
                var _ = server.whenAskedForTheRole("PERFORM pg_sleep(30)")) {
            var cut = Thread.ofVirtual().start(() -> {
                server.await("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'", "1");
                proxy.dropConnections();
            });
            assertFails(through(proxy), FailureKind.CONNECTION_LOST);
            cut.join();
            server.endSessionsOfApp();
        }
    }

    @Test
    @Provokes(value = FailureKind.READ_ONLY_BY_SETTING, on = POSTGRESQL)
    void tellsAReadOnlyPrimaryFromAStandby() {
        try (var _ = server.changed(
                "ALTER DATABASE shop SET default_transaction_read_only = on",
                "ALTER DATABASE shop RESET default_transaction_read_only")) {
            assertFails(server.target().expecting(Expectation.PRIMARY), Step.ROLE, FailureKind.READ_ONLY_BY_SETTING);
        }
    }

    @Test
    @Provokes(value = FailureKind.PRIMARY_WHERE_STANDBY_EXPECTED, on = POSTGRESQL)
    void namesAPrimaryAtTheAddressOfAStandby() {
        assertFails(
                server.target().expecting(Expectation.STANDBY), Step.ROLE, FailureKind.PRIMARY_WHERE_STANDBY_EXPECTED);
    }

    private TcpProxy proxy() {
        var free = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
        return TcpProxy.open(free, server.primary().address());
    }

    private static ProbeTarget through(TcpProxy proxy) {
        return ProbedCluster.target("127.0.0.1", proxy.address().getPort(), "shop", "app");
    }
}
