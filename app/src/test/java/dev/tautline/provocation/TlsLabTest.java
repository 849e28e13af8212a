package dev.tautline.provocation;

import static dev.tautline.provocation.Climbs.assertFails;
import static dev.tautline.provocation.Climbs.climb;
import static dev.tautline.provocation.Ground.POSTGRESQL;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.cli.TestCertificate;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.Remark;
import dev.tautline.probe.RemarkKind;
import dev.tautline.probe.Step;
import dev.tautline.probe.TlsOptions;
import dev.tautline.settings.SslMode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
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
            var failed = assertFails(
                    blind.withSslMode(SslMode.VERIFY_CA), Step.TLS, FailureKind.ROOT_CERTIFICATE_UNREADABLE);
            assertThat(failed.failure().words()).endsWith("absent: there is no such file");
        }
    }

    @Test
    @Timeout(20)
    void namesARootCertificateThatNeverEnds() {
        try (var _ = server.tls(good)) {
            var endless = server.named("db.test").withRootCertificate(Path.of("/dev/zero"));
            var failed = assertFails(
                    endless.withSslMode(SslMode.VERIFY_CA), Step.TLS, FailureKind.ROOT_CERTIFICATE_UNREADABLE);
            assertThat(failed.failure().words()).endsWith("/dev/zero: it is longer than 8 MiB, or never ends");
        }
    }

    @Test
    @Provokes(
            value = {FailureKind.CERTIFICATE_EXPIRED, FailureKind.CERTIFICATE_NOT_YET_VALID},
            on = POSTGRESQL)
    void tellsAnExpiredCertificateFromOneOfTheFuture() throws Exception {
        var authority = TestCertificate.create(folder, "authority.test", "-20d", 90)
                .writeCertificate(folder.resolve("authority.crt"));
        var old = TestCertificate.signedBy("authority.test", folder, "old.test", "-10d", 5);
        var strict = server.named("old.test").withSslMode(SslMode.VERIFY_FULL).withRootCertificate(authority);
        try (var _ = server.tls(old)) {
            assertFails(strict, Step.TLS, FailureKind.CERTIFICATE_EXPIRED);
            assertThat(climb(strict.withSslMode(SslMode.REQUIRE)).failure()).isEmpty();
        }
        var early = TestCertificate.signedBy("authority.test", folder, "early.test", "+10d", 5);
        try (var _ = server.tls(early)) {
            assertFails(
                    server.named("early.test").withSslMode(SslMode.VERIFY_FULL).withRootCertificate(authority),
                    Step.TLS,
                    FailureKind.CERTIFICATE_NOT_YET_VALID);
        }
    }

    /// What the root certificate file itself holds is taken as it is, by the driver as well; OpenSSL would refuse it.
    @Test
    void takesAnExpiredCertificateThatIsItsOwnAuthorityAsTheDriverDoes() throws Exception {
        var old = TestCertificate.create(folder, "localhost", "-10d", 5);
        var root = old.writeCertificate(folder.resolve("own.crt"));
        try (var _ = server.tls(old)) {
            var result = climb(
                    server.named("localhost").withSslMode(SslMode.VERIFY_FULL).withRootCertificate(root));
            assertThat(result.failure()).isEmpty();
            assertThat(result.remarks()).extracting(Remark::kind).contains(RemarkKind.CERTIFICATE_EXPIRED_UNNOTICED);
            var url = server.primary().jdbcUrl("shop").replace("127.0.0.1", "localhost");
            try (var session = DriverManager.getConnection(
                    url + "?sslmode=verify-full&sslrootcert=" + root, "app", ProbedCluster.PASSWORD)) {
                assertThat(session.isValid(5)).isTrue();
            }
        }
    }

    /// OpenSSL looks at the dates of what it trusts, Java does not: psql fails where the application works.
    @Test
    void remarksOnAnAuthorityThatHasExpiredInTheClientsOwnFile() throws Exception {
        var authority =
                TestCertificate.create(folder, "spent.test", "-20d", 10).writeCertificate(folder.resolve("spent.crt"));
        var signed = TestCertificate.signedBy("spent.test", folder, "signed.test", "-1d", 90);
        var strict =
                server.named("signed.test").withSslMode(SslMode.VERIFY_FULL).withRootCertificate(authority);
        try (var _ = server.tls(signed)) {
            var result = climb(strict);
            assertThat(result.failure()).isEmpty();
            assertThat(result.remarks())
                    .filteredOn(remark -> remark.kind() == RemarkKind.AUTHORITY_EXPIRED_UNNOTICED)
                    .singleElement()
                    .extracting(Remark::words)
                    .asString()
                    .contains("CN=spent.test");
        }
    }

    /// Whether only the client has it, or the server shows it as well.
    @Test
    void remarksOnAnAuthorityThatEndsBeforeTheCertificateThatItSigned() throws Exception {
        var authority = TestCertificate.create(folder, "ending.test", "-20d", 40);
        var file = authority.writeCertificate(folder.resolve("ending.crt"));
        var signed = TestCertificate.signedBy("ending.test", folder, "lasting.test", "-1d", 90);
        var strict =
                server.named("lasting.test").withSslMode(SslMode.VERIFY_FULL).withRootCertificate(file);
        try (var _ = server.tls(signed)) {
            assertEndsSoon(climb(strict));
            assertThat(ofAuthorities(climb(strict.withSslMode(SslMode.REQUIRE))))
                    .isEmpty();
        }
        var chain = new TestCertificate(signed.certificate() + authority.certificate(), signed.key(), signed.store());
        try (var _ = server.tls(chain)) {
            assertEndsSoon(climb(strict.withSslMode(SslMode.REQUIRE)));
        }
        try (var _ = server.tls(good)) {
            assertThat(ofAuthorities(climb(server.named("db.test")
                            .withSslMode(SslMode.VERIFY_FULL)
                            .withRootCertificate(root))))
                    .isEmpty();
        }
    }

    private static void assertEndsSoon(LadderResult result) {
        assertThat(result.failure()).isEmpty();
        assertThat(ofAuthorities(result))
                .singleElement()
                .asString()
                .matches("the authority CN=ending.test expires in (19|20) days");
    }

    private static List<String> ofAuthorities(LadderResult result) {
        return result.remarks().stream()
                .filter(remark -> remark.kind() == RemarkKind.AUTHORITY_EXPIRES_SOON)
                .map(Remark::words)
                .toList();
    }

    @Test
    @Provokes(value = FailureKind.CLIENT_CERTIFICATE_REFUSED, on = POSTGRESQL)
    void tellsAnExpiredCertificateOfTheClientFromAGoodOne() throws Exception {
        var app = TestCertificate.signedBy("db.test", folder, "app", "-1d", 9);
        var expired = TestCertificate.signedBy("db.test", folder, "app.expired", "-10d", 5);
        var target = server.target().withSslMode(SslMode.REQUIRE);
        try (var _ = server.tls(good);
                var _ = server.hostRules("hostssl all all all cert")) {
            var passed = climb(target.withTls(shown("app", app)));
            assertThat(passed.failure()).isEmpty();
            assertThat(passed.remarks())
                    .filteredOn(remark -> remark.kind() == RemarkKind.CLIENT_CERTIFICATE_EXPIRES_SOON)
                    .singleElement()
                    .satisfies(remark -> assertThat(remark.words()).contains("CN=app"));
            var failed = assertFails(
                    target.withTls(shown("expired", expired)),
                    Step.AUTHENTICATE,
                    FailureKind.CLIENT_CERTIFICATE_REFUSED);
            assertThat(failed.failure().words()).contains("expired");
        }
    }

    @Test
    void namesTheKeyOfAnotherCertificate() throws Exception {
        var one = TestCertificate.signedBy("db.test", folder, "one", "-1d", 90);
        var other = TestCertificate.signedBy("db.test", folder, "other", "-1d", 90);
        var mixed = TlsOptions.DEFAULT.withKey(
                one.writeCertificate(folder.resolve("mixed.crt")), other.writeKey(folder.resolve("mixed.pk8")), null);
        try (var _ = server.tls(good);
                var _ = server.hostRules("hostssl all all all cert")) {
            assertFails(
                    server.target().withSslMode(SslMode.REQUIRE).withTls(mixed),
                    Step.AUTHENTICATE,
                    FailureKind.CLIENT_CERTIFICATE_REFUSED);
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

    /// The driver shows no certificate of an authority that the server does not list, so the server finds none.
    @Test
    @Provokes(
            value = {FailureKind.CLIENT_CERTIFICATE_MISSING, FailureKind.CLIENT_CERTIFICATE_REFUSED},
            on = POSTGRESQL)
    void tellsAMissingCertificateOfTheClientFromARefusedOne() throws Exception {
        var stranger = TestCertificate.create(folder, "unheard-of.test", "-1d", 90);
        var target = server.target().withSslMode(SslMode.REQUIRE);
        try (var _ = server.tls(good);
                var _ = server.hostRules("hostssl all all all cert")) {
            assertFails(target, Step.AUTHENTICATE, FailureKind.CLIENT_CERTIFICATE_MISSING);
            var keptBack = assertFails(
                    target.withTls(shown("unknown", stranger)),
                    Step.AUTHENTICATE,
                    FailureKind.CLIENT_CERTIFICATE_MISSING);
            assertThat(keptBack.failure().cause()).contains("unknown.crt was kept back");
            assertFails(
                    target.withTls(shown("other-name", good)),
                    Step.AUTHENTICATE,
                    FailureKind.CLIENT_CERTIFICATE_REFUSED);
        }
    }

    @Test
    @Provokes(value = FailureKind.CLIENT_KEY_UNREADABLE, on = POSTGRESQL)
    void namesAKeyThatCannotBeRead() {
        var absent = TlsOptions.DEFAULT.withKey(root, folder.resolve("absent.pk8"), null);
        try (var _ = server.tls(good)) {
            assertFails(
                    server.target().withSslMode(SslMode.REQUIRE).withTls(absent),
                    Step.TLS,
                    FailureKind.CLIENT_KEY_UNREADABLE);
        }
    }

    /// A device and a pipe that nobody writes to.
    @Test
    void readsNoFileOfTheClientThatNeverEnds() throws Exception {
        var pipe = folder.resolve("pipe.pk8");
        assertThat(new ProcessBuilder("mkfifo", "-m", "600", pipe.toString())
                        .start()
                        .waitFor())
                .isZero();
        var zero = Path.of("/dev/zero");
        try (var _ = server.tls(good)) {
            var target = server.target().withSslMode(SslMode.REQUIRE);
            for (var options : List.of(
                    TlsOptions.DEFAULT.withKey(root, pipe, null), TlsOptions.DEFAULT.withKey(zero, pipe, null))) {
                var failed = assertFails(target.withTls(options), Step.TLS, FailureKind.CLIENT_KEY_UNREADABLE);
                assertThat(failed.failure().words()).contains("a device or a pipe");
                assertThat(failed.failure().next()).contains(pipe.toString());
            }
            for (var endless : List.of(zero, pipe)) {
                var verifying = target.withSslMode(SslMode.VERIFY_CA).withRootCertificate(endless);
                var failed = assertFails(verifying, Step.TLS, FailureKind.ROOT_CERTIFICATE_UNREADABLE);
                assertThat(failed.failure().next()).isEqualTo("ls -lL " + endless);
            }
        }
    }

    @Test
    @Provokes(
            value = {FailureKind.DIRECT_TLS_NOT_SPOKEN, FailureKind.CHANNEL_BINDING_NOT_OFFERED},
            on = POSTGRESQL)
    void namesWhatAServerWithoutTlsCannotDo() {
        var direct = server.target().withSslMode(SslMode.REQUIRE).withTls(TlsOptions.DEFAULT.withDirect());
        assertFails(direct, Step.TLS, FailureKind.DIRECT_TLS_NOT_SPOKEN);

        var bound = server.target().withSslMode(SslMode.DISABLE).withTls(TlsOptions.DEFAULT.withChannelBinding());
        assertFails(bound, Step.AUTHENTICATE, FailureKind.CHANNEL_BINDING_NOT_OFFERED);
    }

    private TlsOptions shown(String name, TestCertificate certificate) throws IOException {
        return TlsOptions.DEFAULT.withKey(
                certificate.writeCertificate(folder.resolve(name + ".crt")),
                certificate.writeKey(folder.resolve(name + ".pk8")),
                null);
    }
}
