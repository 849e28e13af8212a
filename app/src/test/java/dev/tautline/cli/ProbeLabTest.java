package dev.tautline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.postgres.Node;
import dev.tautline.lab.postgres.StopMode;
import dev.tautline.probe.Deadline;
import dev.tautline.probe.Expectation;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Ladder;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepResult.Failed;
import dev.tautline.probe.StepTimeouts;
import dev.tautline.settings.Secret;
import dev.tautline.settings.SslMode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Each diagnosis provoked on a real server. Every test leaves the cluster as it found it.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ProbeLabTest {
    private static final int SLOTS = 12;
    private static final int RESERVED = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String PASSWORD = "Anchor&chain?9";

    private final Ladder ladder = ladder(StepTimeouts.each(StepTimeouts.DEFAULT));
    private Cluster cluster;
    private Node primary;

    @TempDir
    private Path folder;

    @BeforeAll
    void start() {
        cluster = Cluster.builder()
                .standbys(1)
                .setting("max_connections", SLOTS)
                .setting("superuser_reserved_connections", RESERVED)
                .setting("max_wal_senders", 2)
                .start();
        primary = cluster.primary();
        primary.execute("CREATE ROLE app LOGIN PASSWORD '" + PASSWORD + "'");
        primary.execute("CREATE DATABASE shop");
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void passesEveryStepOnAHealthyPrimary() {
        var result = climb(target().expecting(Expectation.PRIMARY));

        assertThat(result.failure()).isEmpty();
        assertThat(requireNonNull(result.server()).version()).startsWith("18.");
        assertThat(requireNonNull(result.server()).clockSkew().abs()).isLessThan(Duration.ofSeconds(1));
        assertThat(requireNonNull(result.role()).inRecovery()).isFalse();
        assertThat(requireNonNull(result.role()).timeline()).isEqualTo(1);
        assertThat(requireNonNull(result.role()).systemIdentifier()).isNotNull();
        assertThat(requireNonNull(result.capacity()).maximum()).isEqualTo(SLOTS);
        assertThat(requireNonNull(result.capacity()).reserved()).isEqualTo(RESERVED);
    }

    @Test
    void takesOneConnectionAndGivesItBack() {
        var sessions = "SELECT sessions FROM pg_stat_database WHERE datname = 'shop'";
        climb(target());
        awaitQuery("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'taut'", "0");
        long before = Long.parseLong(primary.query(sessions).getFirst());
        climb(target());
        awaitQuery(sessions, Long.toString(before + 1));
    }

    @Test
    void namesARefusedPassword() {
        assertFails(target().withPassword(Secret.of("wrong")), Step.AUTHENTICATE, FailureKind.PASSWORD_REFUSED);
    }

    @Test
    void namesAMissingPassword() {
        assertFails(target().withPassword(null), Step.AUTHENTICATE, FailureKind.PASSWORD_MISSING);
    }

    @Test
    void namesAMissingDatabaseAndSaysThatThePasswordWasFine() {
        var failed = assertFails(as("app", "nothere"), Step.SESSION, FailureKind.DATABASE_UNKNOWN);

        assertThat(failed.failure().provenFine()).anyMatch(fine -> fine.startsWith("authenticate: scram"));
        assertThat(failed.failure().words()).contains("\"nothere\" does not exist");
    }

    @Test
    void tellsTheFourLimitsOnConnectionsApart() throws SQLException {
        primary.execute("ALTER ROLE app CONNECTION LIMIT 0");
        assertFails(target(), Step.SESSION, FailureKind.ROLE_CONNECTION_LIMIT);
        primary.execute("ALTER ROLE app CONNECTION LIMIT -1");

        primary.execute("ALTER DATABASE shop CONNECTION LIMIT 0");
        assertFails(target(), Step.SESSION, FailureKind.DATABASE_CONNECTION_LIMIT);
        primary.execute("ALTER DATABASE shop CONNECTION LIMIT -1");

        try (var crowd = new Crowd()) {
            crowd.fill("app", PASSWORD, SLOTS - RESERVED);
            assertFails(target(), Step.SESSION, FailureKind.ONLY_RESERVED_SLOTS_LEFT);
            var superuser = cluster.superuser();
            crowd.fill(superuser.user(), superuser.password().reveal(), RESERVED);
            assertFails(target(), Step.AUTHENTICATE, FailureKind.CONNECTION_SLOTS_USED_UP);
        }
    }

    @Test
    void tellsPrivilegeClosedDatabaseAndRolesApart() throws IOException {
        primary.execute("CREATE DATABASE closed ALLOW_CONNECTIONS false");
        primary.execute("CREATE DATABASE forbidden");
        primary.execute("REVOKE CONNECT ON DATABASE forbidden FROM PUBLIC");
        primary.execute("CREATE ROLE crew NOLOGIN");
        try (var hba = new HostRules("host all all all trust")) {
            assertFails(as("app", "closed"), Step.SESSION, FailureKind.DATABASE_CLOSED);
            assertFails(as("app", "forbidden"), Step.SESSION, FailureKind.CONNECT_PRIVILEGE_MISSING);
            assertFails(as("crew", "shop"), Step.SESSION, FailureKind.ROLE_CANNOT_LOG_IN);
            assertFails(as("nobody", "shop"), Step.SESSION, FailureKind.ROLE_UNKNOWN);
            assertThat(hba).isNotNull();
        }
    }

    @Test
    void tellsAMissingHostRuleFromARejectingOne() throws IOException {
        try (var hba = new HostRules("host postgres all all scram-sha-256")) {
            assertFails(target(), Step.AUTHENTICATE, FailureKind.HBA_NO_ENTRY_WITHOUT_TLS);
            assertThat(hba).isNotNull();
        }
        try (var hba = new HostRules("host shop app all reject\nhost all all all scram-sha-256")) {
            assertFails(target(), Step.AUTHENTICATE, FailureKind.HBA_REJECTS);
            assertThat(hba).isNotNull();
        }
    }

    @Test
    void comparesTheRoleWithTheExpectation() {
        var standby = target(cluster.standbys().getFirst());
        cluster.awaitStreaming(PATIENCE);
        var found = climb(standby.expecting(Expectation.STANDBY));
        assertThat(found.failure()).isEmpty();
        assertThat(requireNonNull(found.role()).replicationLag()).isNotNull();
        assertThat(requireNonNull(found.role()).timeline()).isEqualTo(1);

        assertFails(standby.expecting(Expectation.PRIMARY), Step.ROLE, FailureKind.STANDBY_WHERE_PRIMARY_EXPECTED);
        assertFails(target().expecting(Expectation.STANDBY), Step.ROLE, FailureKind.PRIMARY_WHERE_STANDBY_EXPECTED);
    }

    @Test
    void tellsAReadOnlyPrimaryFromAStandby() {
        primary.execute("ALTER DATABASE shop SET default_transaction_read_only = on");
        assertFails(target().expecting(Expectation.PRIMARY), Step.ROLE, FailureKind.READ_ONLY_BY_SETTING);
        primary.execute("ALTER DATABASE shop RESET default_transaction_read_only");
    }

    @Test
    void refusesToGoOnWithoutTls() {
        assertFails(target().withSslMode(SslMode.REQUIRE), Step.TLS, FailureKind.TLS_NOT_OFFERED);
    }

    @Test
    void judgesTheCertificateAsSslmodeDemands() throws Exception {
        var good = TestCertificate.create(folder, "db.test", "-1d", 90);
        var root = good.writeCertificate(folder.resolve("root.crt"));
        var other = TestCertificate.create(folder, "other.test", "-10d", 5);
        var wrongRoot = other.writeCertificate(folder.resolve("wrong.crt"));
        try (var tls = new ServerTls(good)) {
            var strict = named("db.test").withSslMode(SslMode.VERIFY_FULL).withRootCertificate(root);
            var result = climb(strict);
            assertThat(result.failure()).isEmpty();
            assertThat(requireNonNull(result.certificate()).names()).contains("db.test");
            assertThat(requireNonNull(result.certificate()).daysLeft(result.at()))
                    .isBetween(87L, 89L);

            assertFails(strict.withRootCertificate(wrongRoot), Step.TLS, FailureKind.CERTIFICATE_UNKNOWN_AUTHORITY);
            assertFails(
                    strict.withRootCertificate(folder.resolve("absent")),
                    Step.TLS,
                    FailureKind.ROOT_CERTIFICATE_UNREADABLE);
            assertFails(
                    named("elsewhere.test").withSslMode(SslMode.VERIFY_FULL).withRootCertificate(root),
                    Step.TLS,
                    FailureKind.CERTIFICATE_NAME_MISMATCH);
            assertThat(climb(named("elsewhere.test")
                                    .withSslMode(SslMode.VERIFY_CA)
                                    .withRootCertificate(root))
                            .failure())
                    .isEmpty();
            assertThat(tls).isNotNull();
        }
        try (var tls = new ServerTls(other)) {
            var strict = named("other.test").withSslMode(SslMode.VERIFY_FULL).withRootCertificate(wrongRoot);
            assertFails(strict, Step.TLS, FailureKind.CERTIFICATE_EXPIRED);
            assertThat(climb(strict.withSslMode(SslMode.REQUIRE)).failure()).isEmpty();
            assertThat(tls).isNotNull();
        }
    }

    @Test
    void followsTheDriverToTheOtherEncryption() throws Exception {
        var certificate = TestCertificate.create(folder, "mixed.test", "-1d", 90);
        try (var tls = new ServerTls(certificate);
                var hba =
                        new HostRules("hostnossl all all all scram-sha-256\nhostssl all postgres all scram-sha-256")) {
            assertThat(climb(target().withSslMode(SslMode.PREFER)).failure()).isEmpty();
            assertFails(target().withSslMode(SslMode.REQUIRE), Step.AUTHENTICATE, FailureKind.HBA_NO_ENTRY);
            assertThat(tls).isNotNull();
            assertThat(hba).isNotNull();
        }
    }

    @Test
    void tellsAFrozenServerFromAStoppedOne() {
        try (var frozen = primary.freeze()) {
            var quick = ladder(StepTimeouts.each(Duration.ofMillis(400)));
            var failed =
                    quick.climb(target(), Deadline.after(PATIENCE)).failure().orElseThrow();
            assertThat(failed.failure().kind()).isEqualTo(FailureKind.ACCEPTED_THEN_SILENT);
            assertThat(failed.failure().provenFine()).anyMatch(fine -> fine.startsWith("connect: "));
            assertThat(frozen).isNotNull();
        }
        primary.stop(StopMode.FAST);
        assertFails(target(), Step.CONNECT, FailureKind.CONNECTION_REFUSED);
        primary.start();
        assertThat(climb(target()).failure()).isEmpty();
    }

    @Test
    void commandReportsEveryHostAndKeepsThePasswordToItself() {
        var standby = cluster.standbys().getFirst().address().getPort();
        var url = "postgresql://app:" + URLEncoder.encode(PASSWORD, UTF_8) + "@127.0.0.1:"
                + primary.address().getPort() + ",127.0.0.1:" + standby + "/shop?target_session_attrs=read-write";

        var both = CommandRun.of("probe", url);
        assertThat(both.code()).as(both.out()).isEqualTo(ExitCode.CLEAN);
        assertThat(both.out()).contains("primary, writable", "standby, read-only", "scram");
        assertThat(both.err()).contains("warning: a password on the command line");

        var strict = CommandRun.of("probe", url, "--expect", "primary", "--format", "json");
        assertThat(strict.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(JsonMapper.shared().readTree(strict.out()).findValuesAsString("kind"))
                .containsExactly("standby-where-primary-expected");
        assertThat(both.out() + both.err() + strict.out() + strict.err()).doesNotContain(PASSWORD, "Anchor");
    }

    private Failed assertFails(ProbeTarget target, Step step, FailureKind kind) {
        var failed = climb(target).failure().orElseThrow();
        assertThat(failed.failure().kind()).as(failed.failure().words()).isEqualTo(kind);
        assertThat(failed.step()).isEqualTo(step);
        assertThat(failed.failure().toString()).doesNotContain(PASSWORD);
        return failed;
    }

    private LadderResult climb(ProbeTarget target) {
        return ladder.climb(target, Deadline.after(PATIENCE));
    }

    /// Every name leads to this machine.
    private static Ladder ladder(StepTimeouts timeouts) {
        return new Ladder(Clock.systemUTC(), timeouts, host -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")});
    }

    private ProbeTarget target() {
        return target(primary);
    }

    private static ProbeTarget target(Node node) {
        return ProbeTarget.of("127.0.0.1", node.address().getPort(), "shop", "app")
                .withPassword(Secret.of(PASSWORD));
    }

    private ProbeTarget as(String user, String database) {
        return ProbeTarget.of("127.0.0.1", primary.address().getPort(), database, user)
                .withPassword(Secret.of(PASSWORD));
    }

    private ProbeTarget named(String host) {
        return ProbeTarget.of(host, primary.address().getPort(), "shop", "app").withPassword(Secret.of(PASSWORD));
    }

    private void awaitQuery(String query, String expected) {
        var deadline = Deadline.after(PATIENCE);
        while (!primary.query(query).equals(List.of(expected))) {
            assertThat(deadline.passed()).as("%s is %s", query, expected).isFalse();
        }
    }

    private void reload() {
        var before = primary.query("SELECT pg_conf_load_time()").getFirst();
        primary.reload();
        awaitQuery("SELECT pg_conf_load_time() > '" + before + "'", "t");
    }

    /// Sessions that hold slots until closed.
    private final class Crowd implements AutoCloseable {
        private final ArrayList<Connection> sessions = new ArrayList<>();

        void fill(String user, String password, int count) throws SQLException {
            for (int i = 0; i < count; i++) {
                sessions.add(DriverManager.getConnection(primary.jdbcUrl("postgres"), user, password));
            }
        }

        @Override
        public void close() throws SQLException {
            for (var session : sessions) {
                session.close();
            }
            awaitQuery("SELECT count(*) FROM pg_stat_activity WHERE usename = 'app'", "0");
        }
    }

    /// Other lines of pg_hba.conf until closed; the lab's own superuser always gets in.
    private final class HostRules implements AutoCloseable {
        private final Path file = Path.of(primary.query("SHOW hba_file").getFirst());
        private final String original = Files.readString(file);

        HostRules(String rules) throws IOException {
            var own = "host all " + cluster.superuser().user() + " all scram-sha-256\n";
            Files.writeString(file, own + rules + "\n");
            reload();
        }

        @Override
        public void close() throws IOException {
            Files.writeString(file, original);
            reload();
        }
    }

    /// TLS with one certificate until closed. The server writes the files itself, so that they are its own.
    private final class ServerTls implements AutoCloseable {
        ServerTls(TestCertificate certificate) {
            write("server.crt", certificate.certificate());
            write("server.key", certificate.key());
            primary.execute("ALTER SYSTEM SET ssl = on");
            reload();
        }

        private void write(String name, String text) {
            primary.execute("COPY (SELECT unnest(string_to_array('" + text.strip() + "', E'\\n'))) TO PROGRAM "
                    + "'umask 077; cat > " + name + "'");
        }

        @Override
        public void close() {
            primary.execute("ALTER SYSTEM RESET ssl");
            reload();
        }
    }
}
