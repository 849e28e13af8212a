package dev.tautline.lab.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.lab.Deadline;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/// One cluster for the class; the promotion comes last because nothing undoes it.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterLabTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Cluster cluster;

    @BeforeAll
    void start() {
        cluster = Cluster.builder()
                .standbys(1)
                .setting("max_connections", 40)
                // A standby asks for its primary again at once, not after 5 s.
                .setting("wal_retrieve_retry_interval", Duration.ofMillis(100))
                .setting("log_min_duration_statement", Duration.ofMillis(250))
                .start();
    }

    @AfterAll
    void close() {
        cluster.close();
    }

    @Test
    void primaryIsDurableAndMeasuresStatements() {
        var primary = cluster.primary();
        assertThat(primary.query("show fsync")).containsExactly("on");
        assertThat(primary.query("show track_io_timing")).containsExactly("on");
        assertThat(primary.query("select count(*) > 0 from pg_stat_statements")).containsExactly("t");
        assertThat(primary.query("show server_version").getFirst()).startsWith("18.6");
    }

    @Test
    void givenSettingsReachEveryNode() {
        for (var node : cluster.nodes()) {
            assertThat(node.query("show max_connections")).containsExactly("40");
            assertThat(node.query("show log_min_duration_statement")).containsExactly("250ms");
        }
    }

    @Test
    void standbyReplaysWhatThePrimaryWrites() {
        cluster.primary().execute("create table streamed (id int); insert into streamed values (42)");
        var standby = cluster.standbys().getFirst();
        assertThat(standby.role()).isEqualTo(NodeRole.STANDBY);
        Deadline.in(PATIENCE)
                .await(
                        "row on the standby",
                        () -> standby.query("select to_regclass('streamed') is not null")
                                        .equals(List.of("t"))
                                && standby.query("select id from streamed").equals(List.of("42")));
    }

    @Test
    void wrongPasswordIsRefused() {
        assertThatThrownBy(
                        () -> DriverManager.getConnection(cluster.primary().jdbcUrl("postgres"), "postgres", "wrong"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void passwordDoesNotShow() {
        var password = cluster.superuser().password().reveal();
        assertThat(password).hasSizeGreaterThan(32);
        assertThat(cluster.superuser().toString()).doesNotContain(password);
        assertThat(cluster.nodes().toString()).doesNotContain(password);
        assertThat(cluster.nodes())
                .allSatisfy(node -> assertThat(node.logFile()).content().doesNotContain(password));
    }

    @Test
    void restartKeepsAddressAndData() {
        var primary = cluster.primary();
        primary.execute("create table kept as select 7 as id");
        var address = primary.address();
        var pid = primary.pid();
        primary.restart(StopMode.FAST);
        assertThat(primary.address()).isEqualTo(address);
        assertThat(primary.pid()).isNotEqualTo(pid);
        assertThat(primary.query("select id from kept")).containsExactly("7");
        cluster.awaitStreaming(PATIENCE);
    }

    @Test
    void stoppedNodeRefusesAndStartsAgain() {
        var standby = cluster.standbys().getFirst();
        standby.stop(StopMode.IMMEDIATE);
        assertThat(standby.isRunning()).isFalse();
        assertThatThrownBy(() -> standby.query("select 1"))
                .isInstanceOf(ClusterFailed.class)
                .hasMessageContaining("08001");
        standby.start();
        assertThat(standby.query("select 1")).containsExactly("1");
        cluster.awaitStreaming(PATIENCE);
    }

    @Test
    void reloadAppliesChangedSettings() {
        var primary = cluster.primary();
        primary.execute("alter system set work_mem = '7MB'");
        primary.reload();
        Deadline.in(PATIENCE)
                .await("new work_mem", () -> primary.query("show work_mem").equals(List.of("7MB")));
    }

    @Test
    void frozenNodeAnswersAgainAfterThaw() throws SQLException {
        var primary = cluster.primary();
        try (var connection = primary.connect("postgres")) {
            connection.setNetworkTimeout(Runnable::run, 30_000);
            try (var _ = primary.freeze()) {
                assertThatThrownBy(() -> ProbeConnect.to(primary.address(), Duration.ofMillis(300)))
                        .hasMessageContaining("timed out");
            }
            try (var rows = connection.createStatement().executeQuery("select 1")) {
                assertThat(rows.next()).isTrue();
            }
        }
    }

    @Test
    void failingStatementIsReportedWithoutItsText() {
        assertThatThrownBy(() -> cluster.primary().execute("alter role nobody_here with password 'hush'"))
                .isInstanceOf(ClusterFailed.class)
                .hasMessageContainingAll("db-1", "42704")
                .hasMessageNotContaining("hush");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void promotedStandbyBecomesThePrimary() {
        var former = cluster.primary();
        var standby = cluster.standbys().getFirst();
        former.stop(StopMode.FAST);
        standby.promote();
        assertThat(cluster.primary()).isSameAs(standby);
        assertThat(standby.role()).isEqualTo(NodeRole.PRIMARY);
        standby.execute("create table after_promotion ()");
    }
}
