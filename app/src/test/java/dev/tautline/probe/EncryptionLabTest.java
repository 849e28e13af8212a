package dev.tautline.probe;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.cli.TestCertificate;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.postgres.Node;
import dev.tautline.probe.SslModeOutlook.Verdict;
import dev.tautline.probe.evidence.Authentication;
import dev.tautline.probe.evidence.Encryption;
import dev.tautline.settings.Secret;
import dev.tautline.settings.SslMode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// TLS and log-in on a real server with a certificate that expires in five days.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EncryptionLabTest {
    private static final String PASSWORD = "Anchor-chain-9";
    private static final String STORE_PASSWORD = "not-secret";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ITERATIONS = 60_000;

    private final Ladder ladder = new Ladder(Clock.systemUTC(), StepTimeouts.each(Duration.ofSeconds(5)), host ->
            new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")});

    private Path folder;
    private Cluster cluster;
    private Node primary;
    private ServerTls tls;
    private Path root;

    @BeforeAll
    void start(@TempDir Path emptyFolder) throws Exception {
        folder = emptyFolder;
        cluster = Cluster.builder().start();
        primary = cluster.primary();
        primary.execute("CREATE ROLE app LOGIN PASSWORD '" + PASSWORD + "'");
        primary.execute("CREATE ROLE keyholder LOGIN");
        primary.execute("SET password_encryption = 'md5'; CREATE ROLE old LOGIN PASSWORD '" + PASSWORD + "'");
        primary.execute(
                "SET scram_iterations = " + ITERATIONS + "; CREATE ROLE costly LOGIN PASSWORD '" + PASSWORD + "'");
        primary.execute("CREATE ROLE trusting LOGIN");
        primary.execute("CREATE ROLE plain LOGIN PASSWORD '" + PASSWORD + "'");
        var hba = Path.of(primary.query("SHOW hba_file").getFirst());
        Files.writeString(hba, """
                hostssl all keyholder all cert
                host all old all md5
                host all trusting all trust
                host all plain all password
                """ + Files.readString(hba));
        var server = TestCertificate.create(folder, "db.test", "-10d", 15);
        root = server.writeCertificate(folder.resolve("root.crt"));
        var client = TestCertificate.create(folder, "keyholder", "-1d", 90);
        Files.writeString(folder.resolve("client.crt"), client.certificate());
        writeKeyStore(client);
        Files.write(owned("client.pk8"), der(client.key()));
        tls = new ServerTls(primary, server.certificate(), server.key());
        tls.write("clients.crt", client.certificate());
        primary.execute("ALTER SYSTEM SET ssl_ca_file = 'clients.crt'");
        ServerTls.reload(primary);
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void readsTheChainAndWarnsOfItsEnd() {
        var result = passed(target().withSslMode(SslMode.REQUIRE));
        var certificate = requireNonNull(result.certificate());

        assertThat(certificate.names()).contains("db.test");
        assertThat(certificate.issuers()).containsExactly("CN=db.test");
        assertThat(certificate.isFor("db.test")).isTrue();
        assertThat(certificate.isFor("elsewhere.test")).isFalse();
        assertThat(kinds(result)).containsExactly(RemarkKind.CERTIFICATE_EXPIRES_SOON);
    }

    @Test
    void tellsWhatEachSslmodeWouldDo() {
        var named = passed(target().withSslMode(SslMode.REQUIRE).withRootCertificate(root));
        assertThat(verdicts(named))
                .containsEntry(SslMode.DISABLE, Verdict.UNKNOWN)
                .containsEntry(SslMode.PREFER, Verdict.WORKS)
                .containsEntry(SslMode.VERIFY_FULL, Verdict.WORKS);

        var elsewhere =
                passed(named("elsewhere.test").withSslMode(SslMode.REQUIRE).withRootCertificate(root));
        assertThat(verdicts(elsewhere))
                .containsEntry(SslMode.VERIFY_CA, Verdict.WORKS)
                .containsEntry(SslMode.VERIFY_FULL, Verdict.FAILS);
        assertThat(requireNonNull(
                                SslModeOutlook.of(elsewhere, Clock.systemUTC()).get(SslMode.VERIFY_FULL))
                        .why())
                .contains("db.test");

        var plain = passed(target().withSslMode(SslMode.DISABLE));
        assertThat(verdicts(plain))
                .containsEntry(SslMode.DISABLE, Verdict.WORKS)
                .containsEntry(SslMode.VERIFY_FULL, Verdict.UNKNOWN);
    }

    @Test
    void shakesHandsWithoutAsking() {
        var result = passed(target().withSslMode(SslMode.REQUIRE).withTls(TlsOptions.DEFAULT.withDirect()));

        assertThat(result.seen(Encryption.class).orElseThrow().direct()).isTrue();
    }

    @Test
    void saysThatAServerWithoutTlsTakesNoHandshakeWithoutAsking() throws IOException {
        primary.execute("ALTER SYSTEM SET ssl = off");
        ServerTls.reload(primary);
        var failed = failed(target().withSslMode(SslMode.REQUIRE).withTls(TlsOptions.DEFAULT.withDirect()));
        primary.execute("ALTER SYSTEM SET ssl = on");
        ServerTls.reload(primary);

        assertThat(failed).isEqualTo(FailureKind.DIRECT_TLS_NOT_SPOKEN);
    }

    @Test
    void logsInByCertificateWithEachKindOfKeyFile() {
        var keyFile = TlsOptions.DEFAULT.withKey(folder.resolve("client.crt"), folder.resolve("client.pk8"), null);
        var keyStore = TlsOptions.DEFAULT.withKey(null, folder.resolve("client.p12"), Secret.of(STORE_PASSWORD));
        for (var options : List.of(keyFile, keyStore)) {
            var result = passed(as("keyholder").withTls(options));

            assertThat(result.seen(Encryption.class).orElseThrow().clientSubject())
                    .isEqualTo("CN=keyholder");
            assertThat(result.seen(Authentication.class).orElseThrow().method()).isEqualTo("none");
            assertThat(kinds(result)).doesNotContain(RemarkKind.WEAK_AUTHENTICATION);
        }
    }

    @Test
    void saysThatTheKeyCannotBeRead() {
        var absent = TlsOptions.DEFAULT.withKey(folder.resolve("client.crt"), folder.resolve("absent.pk8"), null);
        assertThat(failed(as("keyholder").withTls(absent))).isEqualTo(FailureKind.CLIENT_KEY_UNREADABLE);

        var otherPassword = TlsOptions.DEFAULT.withKey(null, folder.resolve("client.p12"), Secret.of("another"));
        assertThat(failed(as("keyholder").withTls(otherPassword))).isEqualTo(FailureKind.CLIENT_KEY_UNREADABLE);
    }

    @Test
    void countsTheIterationsOfScramAndNamesTheHashingThatIsSlow() {
        var usual = passed(target()).seen(Authentication.class).orElseThrow();
        assertThat(usual.method()).isEqualTo("scram-sha-256");
        assertThat(usual.iterations()).isEqualTo(4096);
        assertThat(usual.mechanisms()).containsExactly("SCRAM-SHA-256-PLUS", "SCRAM-SHA-256");

        var costly = passed(as("costly")).seen(Authentication.class).orElseThrow();
        assertThat(costly.iterations()).isEqualTo(ITERATIONS);
        assertThat(costly.answering()).isGreaterThan(usual.answering());
    }

    @Test
    void remarksOnWeakMethods() {
        assertThat(kinds(passed(as("old")))).contains(RemarkKind.WEAK_AUTHENTICATION);
        assertThat(kinds(passed(as("trusting")))).contains(RemarkKind.WEAK_AUTHENTICATION);
        assertThat(kinds(passed(as("plain").withSslMode(SslMode.DISABLE)))).contains(RemarkKind.PASSWORD_IN_THE_CLEAR);
        assertThat(kinds(passed(as("plain").withSslMode(SslMode.REQUIRE))))
                .doesNotContain(RemarkKind.PASSWORD_IN_THE_CLEAR);
    }

    @Test
    void demandsChannelBindingAsTheDriverDoes() {
        var bound = TlsOptions.DEFAULT.withChannelBinding();

        assertThat(failed(as("old").withSslMode(SslMode.REQUIRE).withTls(bound)))
                .isEqualTo(FailureKind.CHANNEL_BINDING_NOT_OFFERED);
        assertThat(failed(target().withSslMode(SslMode.DISABLE).withTls(bound)))
                .isEqualTo(FailureKind.CHANNEL_BINDING_NOT_OFFERED);
        passed(target().withSslMode(SslMode.REQUIRE).withTls(bound));
    }

    /// The driver looks for the alias `user` (PKCS12KeyManager).
    private void writeKeyStore(TestCertificate client) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var certificate = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der(client.certificate())));
        var key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der(client.key())));
        store.setKeyEntry("user", key, STORE_PASSWORD.toCharArray(), new Certificate[] {certificate});
        try (var out = Files.newOutputStream(owned("client.p12"))) {
            store.store(out, STORE_PASSWORD.toCharArray());
        }
    }

    /// The driver takes no key that others may read.
    private Path owned(String name) throws IOException {
        return Files.createFile(
                folder.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static byte[] der(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }

    private static Map<SslMode, Verdict> verdicts(LadderResult result) {
        var verdicts = new TreeMap<SslMode, Verdict>();
        SslModeOutlook.of(result, Clock.systemUTC()).forEach((mode, outlook) -> verdicts.put(mode, outlook.verdict()));
        return verdicts;
    }

    private static List<RemarkKind> kinds(LadderResult result) {
        return result.remarks().stream().map(Remark::kind).toList();
    }

    private LadderResult passed(ProbeTarget target) {
        var result = ladder.climb(target, Deadline.after(PATIENCE));
        assertThat(result.failure()).isEmpty();
        return result;
    }

    private FailureKind failed(ProbeTarget target) {
        return ladder.climb(target, Deadline.after(PATIENCE))
                .failure()
                .orElseThrow()
                .failure()
                .kind();
    }

    private ProbeTarget target() {
        return as("app");
    }

    private ProbeTarget named(String host) {
        return ProbeTarget.of(host, primary.address().getPort(), "postgres", "app")
                .withPassword(Secret.of(PASSWORD));
    }

    private ProbeTarget as(String user) {
        return ProbeTarget.of("db.test", primary.address().getPort(), "postgres", user)
                .withPassword(Secret.of(PASSWORD));
    }
}
