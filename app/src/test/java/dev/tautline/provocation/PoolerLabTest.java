package dev.tautline.provocation;

import static dev.tautline.provocation.Climbs.assertFails;
import static dev.tautline.provocation.Climbs.assertFallsSilent;
import static dev.tautline.provocation.Climbs.assertSilenceMeans;
import static dev.tautline.provocation.Climbs.assertWriteFails;
import static dev.tautline.provocation.Climbs.climb;
import static dev.tautline.provocation.Climbs.climbAndWrite;
import static dev.tautline.provocation.Ground.PGBOUNCER;
import static dev.tautline.provocation.ProbedCluster.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tautline.cli.TestCertificate;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.postgres.PgBouncer;
import dev.tautline.lab.postgres.PgBouncerBuilder;
import dev.tautline.lab.postgres.StopMode;
import dev.tautline.probe.Comparison;
import dev.tautline.probe.Expectation;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.SessionOptions;
import dev.tautline.probe.Step;
import dev.tautline.probe.evidence.Intermediary;
import dev.tautline.settings.SslMode;
import dev.tautline.targets.Expectations;
import dev.tautline.targets.Explored;
import dev.tautline.targets.HostResult;
import dev.tautline.targets.Target;
import dev.tautline.targets.TargetResult;
import dev.tautline.targets.TwoWays;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a pooler says in the server's place. Every test starts a PgBouncer of its own.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PoolerLabTest {
    private ProbedCluster server;

    @TempDir
    private Path folder;

    @BeforeAll
    void start() {
        assumeTrue(
                PgBouncer.program().isPresent() || System.getenv("CI") != null,
                "PgBouncer is not installed (Debian: apt-get install pgbouncer)");
        server = ProbedCluster.start(Cluster.builder());
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void letsAHealthyLadderPassAndIsSeen() {
        try (var pooler = pooler().start()) {
            var result = climb(through(pooler));
            assertThat(result.failure()).isEmpty();
            assertThat(TwoWays.among(
                            List.of(found("shop", result), found("server", climb(server.target()))), List.of()))
                    .singleElement()
                    .satisfies(ways -> {
                        assertThat(ways.through()).isEqualTo("shop");
                        assertThat(ways.past()).isEqualTo("server");
                        assertThat(ways.comparison().verdict()).isEqualTo(Comparison.Verdict.BOTH_PASS);
                    });
            assertThat(result.seen(Intermediary.class)).map(Intermediary::kind).contains(Intermediary.Kind.POOLER);
        }
    }

    @Test
    @Provokes(value = FailureKind.POOLER_FULL, on = PGBOUNCER)
    void namesAPoolerThatTakesNoMoreClients() throws SQLException {
        try (var pooler = pooler().setting("max_client_conn", "1").start();
                var _ = DriverManager.getConnection(url(pooler), "app", PASSWORD)) {
            assertFails(through(pooler), Step.AUTHENTICATE, FailureKind.POOLER_FULL);
        }
    }

    @Test
    @Provokes(value = FailureKind.POOLER_WAIT_TIMED_OUT, on = PGBOUNCER)
    void namesAPoolWithoutAFreeServerConnection() throws SQLException {
        try (var pooler = pooler().setting("default_pool_size", "1")
                        .setting("query_wait_timeout", "1")
                        .start();
                var holder = DriverManager.getConnection(url(pooler), "app", PASSWORD)) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("SELECT 1");
            assertFails(through(pooler), FailureKind.POOLER_WAIT_TIMED_OUT);
        }
    }

    /// A pooler that has had no session yet cannot tell of one; later it does that by itself, and only questions wait.
    @Test
    @Provokes(
            value = {FailureKind.LOG_IN_UNANSWERED, FailureKind.STEP_TIMED_OUT},
            on = PGBOUNCER)
    void tellsWhereAPausedPoolerFallsSilent() {
        try (var pooler = pooler().start()) {
            try (var _ = pooler.paused()) {
                assertFallsSilent(through(pooler), FailureKind.LOG_IN_UNANSWERED, Step.AUTHENTICATE);
            }
            assertThat(climb(through(pooler)).failure()).isEmpty();
            try (var _ = pooler.paused()) {
                assertFallsSilent(through(pooler), FailureKind.STEP_TIMED_OUT, Step.QUERY);
            }
        }
    }

    /// Before the pooler has had a session, and after.
    @Test
    @Provokes(value = FailureKind.POOLER_KEEPS_WAITING, on = PGBOUNCER)
    void tellsAPoolerThatWaitsForItsServerFromAServerThatWaits() {
        try (var pooler = pooler().start()) {
            server.primary().stop(StopMode.FAST);
            try {
                assertSilenceMeans(through(pooler), FailureKind.POOLER_KEEPS_WAITING, Step.AUTHENTICATE);
            } finally {
                server.primary().start();
            }
        }
        try (var pooler = pooler().start()) {
            assertThat(climb(through(pooler)).failure()).isEmpty();
            try (var _ = pooler.paused()) {
                assertSilenceMeans(through(pooler), FailureKind.POOLER_KEEPS_WAITING, Step.QUERY);
            }
        }
    }

    @Test
    @Provokes(value = FailureKind.POOLER_NOT_IN_HBA, on = PGBOUNCER)
    void namesAPoolerThatTheServersRulesKeepOut() {
        for (var rules : List.of("host all app all reject", "host all other all scram-sha-256")) {
            try (var pooler = pooler().start();
                    var _ = server.hostRules(rules)) {
                var failed = assertFails(through(pooler), FailureKind.POOLER_NOT_IN_HBA);
                assertThat(failed.failure().words()).contains("pg_hba.conf");
            }
        }
    }

    @Test
    @Provokes(value = FailureKind.POOLER_DATABASE_UNKNOWN, on = PGBOUNCER)
    void tellsAPoolersDatabaseLineFromTheServersDatabase() {
        try (var pooler = pooler().onlyDatabase("stock", "").start()) {
            assertFails(through(pooler), Step.AUTHENTICATE, FailureKind.POOLER_DATABASE_UNKNOWN);
        }
        try (var pooler = pooler().onlyDatabase("shop", "dbname=gone").start()) {
            var failed = assertFails(through(pooler), FailureKind.POOLER_DATABASE_UNKNOWN);
            assertThat(failed.failure().words()).contains("gone");
        }
    }

    @Test
    @Provokes(value = FailureKind.POOLER_WITHOUT_SERVER, on = PGBOUNCER)
    void namesAPoolerWhoseServerIsDown() {
        try (var pooler = pooler().setting("server_login_retry", "30")
                .setting("client_login_timeout", "1")
                .start()) {
            server.primary().stop(StopMode.FAST);
            try {
                assertFails(through(pooler), FailureKind.POOLER_WITHOUT_SERVER);
            } finally {
                server.primary().start();
            }
        }
    }

    @Test
    @Provokes(value = FailureKind.POOLER_LOG_IN_REFUSED, on = PGBOUNCER)
    void namesAPoolerThatTheServerRefuses() {
        try (var pooler =
                pooler().onlyDatabase("shop", "user=app password=outdated").start()) {
            var failed = assertFails(through(pooler), FailureKind.POOLER_LOG_IN_REFUSED);
            assertThat(failed.failure().words()).contains("password authentication failed");
        }
    }

    @Test
    @Provokes(value = FailureKind.POOLER_PASSWORD_REFUSED, on = PGBOUNCER)
    void tellsThePoolersListFromTheServers() {
        try (var pooler =
                PgBouncer.before(server.primary()).user("app", "outdated").start()) {
            assertFails(through(pooler), Step.AUTHENTICATE, FailureKind.POOLER_PASSWORD_REFUSED);
        }
        try (var pooler = PgBouncer.before(server.primary()).start()) {
            assertFails(through(pooler), Step.AUTHENTICATE, FailureKind.POOLER_PASSWORD_REFUSED);
        }
    }

    @Test
    @Provokes(value = FailureKind.POOLER_REJECTS_LOG_IN, on = PGBOUNCER)
    void namesARuleOfThePooler() {
        try (var pooler = pooler().setting("auth_type", "hba")
                .setting("auth_hba_file", "${directory}/rules")
                .file("rules", "host all all 127.0.0.1/32 reject\n")
                .start()) {
            assertFails(through(pooler), Step.AUTHENTICATE, FailureKind.POOLER_REJECTS_LOG_IN);
        }
    }

    @Test
    @Provokes(value = FailureKind.STARTUP_PARAMETER_REFUSED, on = PGBOUNCER)
    void namesAParameterThatThePoolerRefuses() {
        try (var pooler = pooler().setting("ignore_startup_parameters", "").start()) {
            var failed = assertFails(through(pooler), Step.AUTHENTICATE, FailureKind.STARTUP_PARAMETER_REFUSED);
            assertThat(failed.failure().words()).contains("extra_float_digits");
        }
    }

    /// Words of the application's own URL that a server takes.
    @Test
    void sendsWhatTheUrlAsksForAsTheApplicationWould() {
        var target = server.target().withSession(new SessionOptions("-c statement_timeout=5s", "public", null));
        assertThat(climb(target).failure()).isEmpty();
        try (var pooler = pooler().start()) {
            var failed = assertFails(
                    through(pooler).withSession(target.session()),
                    Step.AUTHENTICATE,
                    FailureKind.STARTUP_PARAMETER_REFUSED);
            assertThat(failed.failure().words()).containsAnyOf("options", "search_path");
        }
    }

    @Test
    @Provokes(value = FailureKind.POOLER_CONSOLE, on = PGBOUNCER)
    void tellsTheConsoleFromADatabase() {
        try (var pooler = pooler().start()) {
            var port = pooler.address().getPort();
            var failed = assertFails(
                    ProbedCluster.target("127.0.0.1", port, "pgbouncer", "app"),
                    Step.AUTHENTICATE,
                    FailureKind.POOLER_CONSOLE);
            assertThat(failed.failure().words()).contains("not allowed");
        }
        for (var mayUse : List.of("stats_users", "admin_users")) {
            try (var pooler = pooler().setting(mayUse, "app").start()) {
                var port = pooler.address().getPort();
                assertFails(
                        ProbedCluster.target("127.0.0.1", port, "pgbouncer", "app"),
                        Step.SESSION,
                        FailureKind.POOLER_CONSOLE);
            }
        }
    }

    /// A pooler that knows any database by `*` passes on what the server says.
    @Test
    @Provokes(value = FailureKind.DATABASE_UNKNOWN, on = PGBOUNCER)
    void tellsAMissingDatabaseBehindThePooler() {
        try (var pooler = pooler().start()) {
            assertFails(
                    ProbedCluster.target("127.0.0.1", pooler.address().getPort(), "nothere", "app"),
                    FailureKind.DATABASE_UNKNOWN);
        }
    }

    /// Through which one can read all day.
    @Test
    @Provokes(value = FailureKind.POOLER_FORBIDS_TRANSACTIONS, on = PGBOUNCER)
    void namesAPoolerThatRefusesTransactions() {
        try (var pooler = pooler().setting("pool_mode", "statement").start()) {
            assertThat(climb(through(pooler)).failure()).isEmpty();
            assertWriteFails(through(pooler), FailureKind.POOLER_FORBIDS_TRANSACTIONS);
        }
        try (var pooler = pooler().setting("pool_mode", "transaction").start()) {
            assertThat(climbAndWrite(through(pooler)).failure()).isEmpty();
        }
    }

    @Test
    @Provokes(value = FailureKind.TLS_DEMANDED, on = PGBOUNCER)
    void namesAPoolerThatWantsTls() throws Exception {
        var certificate = TestCertificate.create(folder, "pooler.test", "-1d", 90);
        try (var pooler = pooler().setting("client_tls_sslmode", "require")
                .setting("client_tls_cert_file", "${directory}/pooler.crt")
                .setting("client_tls_key_file", "${directory}/pooler.key")
                .file("pooler.crt", certificate.certificate())
                .file("pooler.key", certificate.key())
                .start()) {
            assertFails(through(pooler).withSslMode(SslMode.DISABLE), Step.AUTHENTICATE, FailureKind.TLS_DEMANDED);
            assertThat(climb(through(pooler).withSslMode(SslMode.REQUIRE)).failure())
                    .isEmpty();
        }
    }

    private static TargetResult found(String name, LadderResult ladder) {
        var hosts = List.of(new HostResult(ladder, List.of(), Explored.NOTHING));
        return new TargetResult(
                new Target(name, List.of(ladder.target()), Expectation.ANY, Expectations.NONE, Optional.empty()),
                hosts);
    }

    private PgBouncerBuilder pooler() {
        return PgBouncer.before(server.primary()).user("app", PASSWORD);
    }

    private static ProbeTarget through(PgBouncer pooler) {
        return ProbedCluster.target("127.0.0.1", pooler.address().getPort(), "shop", "app");
    }

    private static String url(PgBouncer pooler) {
        return "jdbc:postgresql://127.0.0.1:" + pooler.address().getPort() + "/shop?sslmode=disable";
    }
}
