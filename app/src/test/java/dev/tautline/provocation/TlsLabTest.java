package dev.tautline.provocation;

import static dev.tautline.provocation.Climbs.assertFails;
import static dev.tautline.provocation.Climbs.climb;
import static dev.tautline.provocation.Ground.POSTGRESQL;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.cli.TestCertificate;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import dev.tautline.settings.SslMode;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Encryption and certificates, on a server whose certificate is exchanged while it runs.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TlsLabTest {
    private ProbedCluster server;
    private TestCertificate good;
    private Path root;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path shared) throws Exception {
        folder = shared;
        server = ProbedCluster.start(Cluster.builder());
        good = TestCertificate.create(folder, "db.test", "-1d", 90);
        root = good.writeCertificate(folder.resolve("root.crt"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @Provokes(value = FailureKind.TLS_NOT_OFFERED, on = POSTGRESQL)
    void refusesToGoOnWithoutTls() {
        assertFails(server.target().withSslMode(SslMode.REQUIRE), Step.TLS, FailureKind.TLS_NOT_OFFERED);
    }

    @Test
    @Provokes(
            value = {FailureKind.CERTIFICATE_UNKNOWN_AUTHORITY, FailureKind.CERTIFICATE_NAME_MISMATCH},
            on = POSTGRESQL)
    void tellsAnUnknownAuthorityFromAnotherName() throws Exception {
        var stranger = TestCertificate.create(folder, "stranger.test", "-1d", 90);
        var strict = server.named("db.test").withSslMode(SslMode.VERIFY_FULL).withRootCertificate(root);
        var elsewhere = server.named("elsewhere.test").withRootCertificate(root);
        try (var _ = server.tls(good)) {
            var result = climb(strict);
            assertThat(result.failure()).isEmpty();
            assertThat(requireNonNull(result.certificate()).names()).contains("db.test");
            assertThat(requireNonNull(result.certificate()).daysLeft(result.at()))
                    .isBetween(87L, 89L);

            assertFails(
                    strict.withRootCertificate(stranger.writeCertificate(folder.resolve("stranger.crt"))),
                    Step.TLS,
                    FailureKind.CERTIFICATE_UNKNOWN_AUTHORITY);
            assertFails(elsewhere.withSslMode(SslMode.VERIFY_FULL), Step.TLS, FailureKind.CERTIFICATE_NAME_MISMATCH);
            assertThat(climb(elsewhere.withSslMode(SslMode.VERIFY_CA)).failure())
                    .isEmpty();
        }
    }

    @Test
    @Provokes(value = FailureKind.ROOT_CERTIFICATE_UNREADABLE, on = POSTGRESQL)
    void namesARootCertificateThatCannotBeRead() {
        try (var _ = server.tls(good)) {
            var blind = server.named("db.test").withRootCertificate(folder.resolve("absent"));
            assertFails(blind.withSslMode(SslMode.VERIFY_CA), Step.TLS, FailureKind.ROOT_CERTIFICATE_UNREADABLE);
        }
    }

    @Test
    @Provokes(
            value = {FailureKind.CERTIFICATE_EXPIRED, FailureKind.CERTIFICATE_NOT_YET_VALID},
            on = POSTGRESQL)
    void tellsAnExpiredCertificateFromOneOfTheFuture() throws Exception {
        var old = TestCertificate.create(folder, "old.test", "-10d", 5);
        var strict = server.named("old.test")
                .withSslMode(SslMode.VERIFY_FULL)
                .withRootCertificate(old.writeCertificate(folder.resolve("old.crt")));
        try (var _ = server.tls(old)) {
            assertFails(strict, Step.TLS, FailureKind.CERTIFICATE_EXPIRED);
            assertThat(climb(strict.withSslMode(SslMode.REQUIRE)).failure()).isEmpty();
        }
        var early = TestCertificate.create(folder, "early.test", "+10d", 5);
        try (var _ = server.tls(early)) {
            assertFails(
                    server.named("early.test")
                            .withSslMode(SslMode.VERIFY_FULL)
                            .withRootCertificate(early.writeCertificate(folder.resolve("early.crt"))),
                    Step.TLS,
                    FailureKind.CERTIFICATE_NOT_YET_VALID);
        }
    }

    /// The server speaks only what this JDK has switched off.
    @Test
    @Provokes(value = FailureKind.TLS_HANDSHAKE_FAILED, on = POSTGRESQL)
    void namesAHandshakeWithNothingInCommon() {
        try (var _ = server.tls(good);
                var _ = server.setting("ssl_min_protocol_version", "TLSv1");
                var _ = server.setting("ssl_max_protocol_version", "TLSv1.1")) {
            assertFails(server.target().withSslMode(SslMode.REQUIRE), Step.TLS, FailureKind.TLS_HANDSHAKE_FAILED);
        }
    }

    @Test
    @Provokes(value = FailureKind.HBA_NO_ENTRY, on = POSTGRESQL)
    void followsTheDriverToTheOtherEncryption() {
        try (var _ = server.tls(good);
                var _ = server.hostRules("hostnossl all all all scram-sha-256\nhostssl all postgres all reject")) {
            assertThat(climb(server.target().withSslMode(SslMode.PREFER)).failure())
                    .isEmpty();
            assertFails(server.target().withSslMode(SslMode.REQUIRE), Step.AUTHENTICATE, FailureKind.HBA_NO_ENTRY);
        }
    }

    @Test
    @Provokes(value = FailureKind.CLIENT_CERTIFICATE_MISSING, on = POSTGRESQL)
    void namesACertificateThatWasNotShown() {
        try (var _ = server.tls(good);
                var _ = server.hostRules("hostssl all all all cert")) {
            assertFails(
                    server.target().withSslMode(SslMode.REQUIRE),
                    Step.AUTHENTICATE,
                    FailureKind.CLIENT_CERTIFICATE_MISSING);
        }
    }
}
