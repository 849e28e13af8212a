package dev.tautline.provocation;

import static dev.tautline.provocation.Climbs.assertFails;
import static dev.tautline.provocation.Climbs.assertFallsSilent;
import static dev.tautline.provocation.Climbs.assertSilenceMeans;
import static dev.tautline.provocation.Climbs.climb;
import static dev.tautline.provocation.Ground.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tautline.lab.postgres.Cluster;
import dev.tautline.probe.Expectation;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.SessionOptions;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepTimeouts;
import dev.tautline.settings.Secret;
import dev.tautline.settings.SslMode;
import dev.tautline.targets.Expectations;
import dev.tautline.targets.Probing;
import dev.tautline.targets.Target;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// Who we are, and whether the server believes it. Every test leaves the server as it found it.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LogInLabTest {
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
    @Provokes(value = FailureKind.PASSWORD_REFUSED, on = POSTGRESQL)
    void namesARefusedPasswordWhicheverReasonTheServerKeepsToItself() {
        assertFails(server.target().withPassword(Secret.of("wrong")), Step.AUTHENTICATE, FailureKind.PASSWORD_REFUSED);
        assertFails(server.as("nobody", "shop"), Step.AUTHENTICATE, FailureKind.PASSWORD_REFUSED);
        try (var _ =
                server.changed("ALTER ROLE app VALID UNTIL 'yesterday'", "ALTER ROLE app VALID UNTIL 'infinity'")) {
            assertFails(server.target(), Step.AUTHENTICATE, FailureKind.PASSWORD_REFUSED);
        }
        try (var _ = server.changed(
                "ALTER ROLE app PASSWORD 'rotated'", "ALTER ROLE app PASSWORD '" + ProbedCluster.PASSWORD + "'")) {
            assertFails(server.target(), Step.AUTHENTICATE, FailureKind.PASSWORD_REFUSED);
        }
        assertThat(climb(server.target()).failure()).isEmpty();
    }

    /// The server tells the two no more than a wrong password; somebody else who is in may look into the catalogue.
    @Test
    @Provokes(
            value = {FailureKind.PASSWORD_EXPIRED, FailureKind.ROLE_UNKNOWN, FailureKind.PASSWORD_REFUSED},
            on = POSTGRESQL)
    void tellsAnExpiredPasswordFromAWrongOneWhereAnotherLoginSees() throws InterruptedException {
        try (var _ = server.changed(
                "CREATE ROLE stale LOGIN PASSWORD '" + ProbedCluster.PASSWORD + "' VALID UNTIL 'yesterday'",
                "DROP ROLE stale")) {
            var results = side(
                    server.as("stale", "shop"),
                    server.as("nobody", "shop"),
                    server.as(server.cluster().superuser().user(), "shop"),
                    server.target());

            assertThat(results)
                    .containsExactly(
                            Optional.of(FailureKind.PASSWORD_EXPIRED),
                            Optional.of(FailureKind.ROLE_UNKNOWN),
                            Optional.of(FailureKind.PASSWORD_REFUSED),
                            Optional.empty());
        }
    }

    private static List<Optional<FailureKind>> side(ProbeTarget... targets) throws InterruptedException {
        var all = Stream.of(targets)
                .map(target -> new Target(
                        target.user(), List.of(target), Expectation.ANY, Expectations.NONE, Optional.empty()))
                .toList();
        return new Probing(Clock.systemUTC(), StepTimeouts.each(StepTimeouts.DEFAULT), Duration.ofSeconds(10))
                .all(all, _ -> {}).stream()
                        .map(result -> result.hosts().getFirst().ladder().failure())
                        .map(failure -> failure.map(failed -> failed.failure().kind()))
                        .toList();
    }

    /// The limit is the application's own to raise.
    @Test
    void hashesAsOftenAsTheApplicationIsWillingTo() {
        var version = server.primary().query("SHOW server_version_num").getFirst();
        assumeTrue(Integer.parseInt(version) >= 160_000, "scram_iterations came with PostgreSQL 16");
        try (var _ = server.changed(
                "SET scram_iterations = 100001; CREATE ROLE diligent LOGIN PASSWORD '" + ProbedCluster.PASSWORD + "'",
                "DROP ROLE diligent")) {
            var target = server.as("diligent", "shop").withSession(new SessionOptions(null, null, 200_000));
            assertThat(climb(target).failure()).isEmpty();
        }
    }

    @Test
    @Provokes(value = FailureKind.SCRAM_ITERATIONS_REFUSED, on = POSTGRESQL)
    void namesAPasswordThatIsHashedTooOften() {
        var version = server.primary().query("SHOW server_version_num").getFirst();
        assumeTrue(Integer.parseInt(version) >= 160_000, "scram_iterations came with PostgreSQL 16");
        try (var _ = server.changed(
                "SET scram_iterations = 150000; CREATE ROLE thorough LOGIN PASSWORD '" + ProbedCluster.PASSWORD + "'",
                "DROP ROLE thorough")) {
            var failed =
                    assertFails(server.as("thorough", "shop"), Step.AUTHENTICATE, FailureKind.SCRAM_ITERATIONS_REFUSED);
            assertThat(failed.failure().words()).contains("150,000");
        }
    }

    @Test
    @Provokes(value = FailureKind.PASSWORD_MISSING, on = POSTGRESQL)
    void namesAMissingPassword() {
        assertFails(server.target().withPassword(null), Step.AUTHENTICATE, FailureKind.PASSWORD_MISSING);
    }

    @Test
    @Provokes(
            value = {FailureKind.HBA_NO_ENTRY_WITHOUT_TLS, FailureKind.HBA_REJECTS},
            on = POSTGRESQL)
    void tellsAMissingHostRuleFromARejectingOne() {
        try (var _ = server.hostRules("host postgres all all scram-sha-256")) {
            assertFails(server.target(), Step.AUTHENTICATE, FailureKind.HBA_NO_ENTRY_WITHOUT_TLS);
        }
        try (var _ = server.hostRules("host shop app all reject\nhost all all all scram-sha-256")) {
            assertFails(server.target(), Step.AUTHENTICATE, FailureKind.HBA_REJECTS);
        }
    }

    /// Nobody answers for identities on this machine (port 113, RFC 1413).
    @Test
    @Provokes(value = FailureKind.IDENTITY_SERVICE_REFUSED, on = POSTGRESQL)
    void namesTheServiceThatDoesNotVouch() {
        try (var _ = server.hostRules("host all all all ident")) {
            var failed = assertFails(server.target(), Step.AUTHENTICATE, FailureKind.IDENTITY_SERVICE_REFUSED);
            assertThat(failed.failure().words()).contains("Ident authentication failed");
        }
    }

    /// A RADIUS server that is there and says nothing; PostgreSQL waits 3 s for each.
    @Test
    @Provokes(value = FailureKind.IDENTITY_SERVICE_SILENT, on = POSTGRESQL)
    void tellsASilentServiceBehindTheServerFromTheServer() throws SocketException {
        try (var radius = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
                var _ = server.hostRules(
                        "host all all all radius radiusservers=\"127.0.0.1\" radiussecrets=\"s\" radiusports=\""
                                + radius.getLocalPort() + "\"")) {
            var failed = assertSilenceMeans(server.target(), FailureKind.IDENTITY_SERVICE_SILENT, Step.AUTHENTICATE);
            assertThat(failed.failure().words()).contains("password in the clear", "a new connection is answered");
            assertFallsSilent(server.target(), FailureKind.IDENTITY_SERVICE_SILENT, Step.AUTHENTICATE);
        }
    }

    /// Only where the server asks for no password does it say what is wrong with a role.
    @Test
    @Provokes(
            value = {FailureKind.ROLE_UNKNOWN, FailureKind.ROLE_CANNOT_LOG_IN},
            on = POSTGRESQL)
    void tellsRolesApartWhereTheServerDoes() {
        try (var _ = server.hostRules("host all all all trust");
                var _ = server.changed("CREATE ROLE crew NOLOGIN", "DROP ROLE crew")) {
            assertFails(server.as("crew", "shop"), Step.SESSION, FailureKind.ROLE_CANNOT_LOG_IN);
            assertFails(server.as("nobody", "shop"), Step.SESSION, FailureKind.ROLE_UNKNOWN);
        }
    }

    @Test
    @Provokes(value = FailureKind.AUTHENTICATION_REFUSED, on = POSTGRESQL)
    void showsTheWordsOfARefusalThatHasNoOtherName() {
        var failed = assertFails(server.as("", "shop"), Step.AUTHENTICATE, FailureKind.AUTHENTICATION_REFUSED);

        assertThat(failed.failure().words()).contains("no PostgreSQL user name");
    }

    /// As VACUUM FULL of that catalogue does, for instance.
    @Test
    @Provokes(value = FailureKind.LOG_IN_UNANSWERED, on = POSTGRESQL)
    void tellsALogInThatHangsFromAServerThatDoes() throws SQLException {
        try (var _ = server.session("postgres", "BEGIN", "LOCK TABLE pg_authid IN ACCESS EXCLUSIVE MODE")) {
            assertFallsSilent(server.target(), FailureKind.LOG_IN_UNANSWERED, Step.AUTHENTICATE);
            var mute = server.target().withSslMode(SslMode.DISABLE);
            assertFallsSilent(mute, FailureKind.ACCEPTED_THEN_SILENT, Step.AUTHENTICATE);
            var failed = assertSilenceMeans(mute, FailureKind.LOG_IN_UNANSWERED, Step.AUTHENTICATE);
            assertThat(failed.failure().words()).contains("the server is up");
        }
        assertThat(climb(server.target()).failure()).isEmpty();
    }
}
