package dev.tautline.probe;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.postgres.Node;
import dev.tautline.lab.proxy.TcpProxy;
import dev.tautline.probe.evidence.Intermediary;
import dev.tautline.probe.evidence.Intermediary.Kind;
import dev.tautline.probe.evidence.NameSource;
import dev.tautline.probe.evidence.OpenSession;
import dev.tautline.settings.Secret;
import dev.tautline.settings.SslMode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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

/// What a ladder that passes sees of a real server. Every test leaves the cluster as it found it.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LadderLabTest {
    private static final int SLOTS = 12;
    private static final int RESERVED = 2;
    private static final String PASSWORD = "Anchor-chain-9";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Ladder ladder =
            new Ladder(Clock.systemUTC(), StepTimeouts.each(StepTimeouts.DEFAULT), Resolver.system());
    private Cluster cluster;
    private Node primary;

    @BeforeAll
    void start() {
        cluster = Cluster.builder()
                .standbys(1)
                .setting("max_connections", SLOTS)
                .setting("superuser_reserved_connections", RESERVED)
                .start();
        primary = cluster.primary();
        primary.execute("CREATE ROLE app LOGIN PASSWORD '" + PASSWORD + "'");
        awaitQuery(cluster.standbys().getFirst(), "SELECT count(*) FROM pg_roles WHERE rolname = 'app'", "1");
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void remarksOnASchemaThatIsNotThere() {
        var target = target(primary.address().getPort());
        var misspelt = target.withSession(new SessionOptions(null, "shopp,public", null));

        assertThat(probe(target).remarks()).extracting(Remark::kind).doesNotContain(RemarkKind.SCHEMA_MISSING);
        assertThat(probe(misspelt).remarks())
                .filteredOn(remark -> remark.kind() == RemarkKind.SCHEMA_MISSING)
                .singleElement()
                .extracting(Remark::words)
                .asString()
                .contains("and shopp does not exist");
    }

    private LadderResult probe(ProbeTarget target) {
        return ladder.asking(Scope.PROBE).climb(target, Deadline.after(PATIENCE));
    }

    /// The same for PostgreSQL 13 to 18: run it with `-Dembedded-postgres.version=13.22.0` and the like.
    @Test
    void knowsServerRoleAndSlotsOfEveryVersion() {
        var result = climb(target(primary.address().getPort()).expecting(Expectation.PRIMARY));
        var role = requireNonNull(result.role());

        assertThat(requireNonNull(result.server()).version())
                .isEqualTo(primary.query("SHOW server_version").getFirst());
        assertThat(role.isWritablePrimary()).isTrue();
        assertThat(role.timeline()).isEqualTo(1);
        assertThat(Long.toUnsignedString(requireNonNull(role.systemIdentifier())))
                .isEqualTo(primary.query("SELECT system_identifier FROM pg_control_system()")
                        .getFirst());
        assertThat(requireNonNull(result.capacity()).maximum()).isEqualTo(SLOTS);
        assertThat(requireNonNull(result.capacity()).reserved()).isEqualTo(RESERVED);
    }

    @Test
    void findsNobodyInBetween() {
        var result = climb(target(primary.address().getPort()));

        assertThat(result.seen(Intermediary.class).orElseThrow().kind()).isEqualTo(Kind.NONE);
        assertThat(result.seen(OpenSession.class).orElseThrow().parameters())
                .containsEntry("application_name", "taut")
                .containsKey("server_version");
        assertThat(remarks(result)).isEmpty();
    }

    @Test
    void tellsThatANameComesFromTheHostsFile() {
        var origin = climb(ProbeTarget.of("localhost", primary.address().getPort(), "postgres", "app")
                        .withPassword(Secret.of(PASSWORD)))
                .seen(NameSource.class)
                .orElseThrow()
                .origin();

        assertThat(origin.hostsFile()).contains(InetAddress.ofLiteral("127.0.0.1"));
        assertThat(origin.cache().seconds()).isEqualTo(30);
    }

    @Test
    void tellsAForwarderByWhatTheServerSees() {
        try (var proxy =
                TcpProxy.open(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), primary.address())) {
            var found = climb(target(proxy.address().getPort()))
                    .seen(Intermediary.class)
                    .orElseThrow();

            assertThat(found.kind()).isEqualTo(Kind.FORWARDER);
            assertThat(found.words()).contains("127.0.0.1:" + primary.address().getPort());
        }
    }

    @Test
    void tellsAPoolerByItsKey() throws IOException {
        try (var relay = new KeyChangingRelay(primary.address())) {
            var found = climb(target(relay.port()).withSslMode(SslMode.DISABLE))
                    .seen(Intermediary.class)
                    .orElseThrow();

            assertThat(found.kind()).isEqualTo(Kind.POOLER);
            assertThat(found.words()).contains(Integer.toString(KeyChangingRelay.INVENTED_PROCESS));
        }
    }

    @Test
    void comparesTheWayThroughAPoolerWithTheWayPastIt() throws IOException {
        try (var relay = new KeyChangingRelay(primary.address())) {
            var through = target(relay.port()).withSslMode(SslMode.DISABLE);
            var past = target(primary.address().getPort());
            assertThat(new Comparison(climb(through), climb(past)).verdict()).isEqualTo(Comparison.Verdict.BOTH_PASS);

            relay.close();
            var broken = new Comparison(ladder.climb(through, Deadline.after(PATIENCE)), climb(past));
            assertThat(broken.verdict()).isEqualTo(Comparison.Verdict.POOLER_AT_FAULT);
            assertThat(broken.words()).contains("so the pooler is at fault");
        }
    }

    @Test
    void namesWhoHoldsTheSlotsAndWhichLimitsThereAre() throws SQLException {
        primary.execute("ALTER ROLE app CONNECTION LIMIT 5");
        try (var crowd = new Crowd(3)) {
            crowd.beginInLast();
            var use = requireNonNull(
                    requireNonNull(climb(target(primary.address().getPort())).capacity())
                            .use());

            assertThat(use.role().used()).isEqualTo(4);
            assertThat(use.role().maximum()).isEqualTo(5);
            assertThat(use.database().maximum()).isNull();
            assertThat(use.idleInTransaction()).isEqualTo(1);
            assertThat(use.largest().getFirst().application()).isEqualTo("crowd");
            assertThat(use.largest().getFirst().sessions()).isEqualTo(3);
            assertThat(use.largest().getFirst().address()).isEqualTo("127.0.0.1");
            // the launcher of logical replication is no session
            assertThat(use.largest())
                    .noneMatch(holder ->
                            holder.application().isEmpty() && holder.address().isEmpty());
        }
        primary.execute("ALTER ROLE app CONNECTION LIMIT -1");
    }

    @Test
    void givesItsOwnSlotBackFirstOnAServerThatIsNearlyFull() throws SQLException {
        try (var crowd = new Crowd(SLOTS - RESERVED - 3)) {
            assertThat(crowd.sessions).hasSize(7);
            var result = climb(target(primary.address().getPort()));

            assertThat(result.passed()).isTrue();
            assertThat(requireNonNull(result.capacity()).free()).isEqualTo(2);
            assertThat(requireNonNull(result.capacity()).use()).isNull();
            assertThat(remarks(result)).containsExactly(RemarkKind.NEARLY_FULL);
        }
    }

    @Test
    void saysWhoseSettingMakesThePrimaryReadOnly() {
        primary.execute("ALTER ROLE app SET default_transaction_read_only = on");
        var role = requireNonNull(climb(target(primary.address().getPort())).role());
        primary.execute("ALTER ROLE app RESET default_transaction_read_only");

        assertThat(role.readOnlySource()).isEqualTo("user");
        assertThat(role.isWritablePrimary()).isFalse();
    }

    @Test
    void seesThatAStandbyNoLongerReplays() {
        var standby = cluster.standbys().getFirst();
        standby.execute("SELECT pg_wal_replay_pause()");
        primary.execute("SELECT pg_logical_emit_message(true, 'test', 'something to replay')");
        awaitQuery(standby, "SELECT pg_last_wal_receive_lsn() > pg_last_wal_replay_lsn()", "t");
        var result = climb(target(standby.address().getPort()));
        standby.execute("SELECT pg_wal_replay_resume()");

        var replay = requireNonNull(requireNonNull(result.role()).replay());
        assertThat(replay.paused()).isTrue();
        assertThat(replay.receiving()).isTrue();
        assertThat(replay.behindBytes()).isPositive();
        assertThat(requireNonNull(result.role()).replicationLag()).isNotNull();
        assertThat(remarks(result)).containsExactly(RemarkKind.REPLAY_PAUSED);
    }

    private LadderResult climb(ProbeTarget target) {
        var result = ladder.asking(Scope.PROBE).climb(target, Deadline.after(PATIENCE));
        assertThat(result.failure()).isEmpty();
        return result;
    }

    /// Without what depends on the version that is climbed and on the load of the machine.
    private static List<RemarkKind> remarks(LadderResult result) {
        return result.remarks().stream()
                .map(Remark::kind)
                .filter(kind ->
                        kind != RemarkKind.PAST_END_OF_LIFE && !kind.name().startsWith("SLOW_"))
                .toList();
    }

    private static ProbeTarget target(int port) {
        return ProbeTarget.of("127.0.0.1", port, "postgres", "app").withPassword(Secret.of(PASSWORD));
    }

    private static void awaitQuery(Node node, String query, String expected) {
        var deadline = Deadline.after(PATIENCE);
        while (!node.query(query).equals(List.of(expected))) {
            assertThat(deadline.passed()).as("%s is %s", query, expected).isFalse();
        }
    }

    /// Sessions of the application that hold slots until closed.
    private final class Crowd implements AutoCloseable {
        private final List<Connection> sessions = new ArrayList<>();

        Crowd(int count) throws SQLException {
            awaitQuery(primary, "SELECT count(*) FROM pg_stat_activity WHERE usename = 'app'", "0");
            for (int i = 0; i < count; i++) {
                sessions.add(DriverManager.getConnection(
                        primary.jdbcUrl("postgres") + "?ApplicationName=crowd", "app", PASSWORD));
            }
        }

        void beginInLast() throws SQLException {
            sessions.getLast().setAutoCommit(false);
            try (var statement = sessions.getLast().createStatement()) {
                statement.execute("SELECT 1");
            }
        }

        @Override
        public void close() throws SQLException {
            for (var session : sessions) {
                session.close();
            }
            awaitQuery(primary, "SELECT count(*) FROM pg_stat_activity WHERE usename = 'app'", "0");
        }
    }
}
