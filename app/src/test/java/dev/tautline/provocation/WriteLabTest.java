package dev.tautline.provocation;

import static dev.tautline.provocation.Climbs.assertWriteFails;
import static dev.tautline.provocation.Climbs.climb;
import static dev.tautline.provocation.Climbs.climbAndWrite;
import static dev.tautline.provocation.Ground.POSTGRESQL;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.Injection;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.postgres.Node;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.RemarkKind;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepResult.Skipped;
import dev.tautline.probe.evidence.Writing;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// Reading goes well, and writing may not. Every test leaves the cluster as it found it.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class WriteLabTest {
    /// The number of the next transaction that writes; reading takes none.
    private static final String NEXT = "SELECT pg_snapshot_xmax(pg_current_snapshot())";

    private ProbedCluster server;
    private Node standby;

    @BeforeAll
    void start() {
        server = ProbedCluster.start(Cluster.builder().standbys(1).setting("autovacuum", false));
        standby = server.cluster().standbys().getFirst();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void writesAndLeavesNothing() {
        var result = climbAndWrite(server.target());

        assertThat(result.failure()).isEmpty();
        var seen = result.seen(Writing.class).orElseThrow();
        assertThat(requireNonNull(seen.rolledBack())).isPositive();
        assertThat(requireNonNull(seen.commit())).isPositive();
        assertThat(seen.waiting()).isNull();
        assertThat(server.primary().query("SELECT count(*) FROM pg_class WHERE relname = 'taut_probe'"))
                .containsExactly("0");
    }

    @Test
    void writesNothingUnasked() {
        var before = server.primary().query(NEXT);
        var result = climb(server.target());

        assertThat(result.steps().getLast()).isEqualTo(new Skipped(Step.WRITE, "not asked for"));
        assertThat(server.primary().query(NEXT)).isEqualTo(before);
    }

    @Test
    @Provokes(value = FailureKind.COMMIT_WAITS_FOR_STANDBY, on = POSTGRESQL)
    void tellsACommitThatWaitsForAStandbyThatIsGone() {
        try (var _ = server.setting("synchronous_standby_names", "lost")) {
            var failed = assertWriteFails(server.target(), FailureKind.COMMIT_WAITS_FOR_STANDBY);
            assertThat(failed.failure().code()).isEqualTo("01000");
            assertThat(failed.failure().words()).contains("synchronous_standby_names=lost", "1 standby streams");
            server.await("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'", "0");
        }
    }

    @Test
    void tellsTheWaitForAStandbyFromTheDisk() {
        try (var _ = server.setting("synchronous_standby_names", "*")) {
            var seen = climbAndWrite(server.target()).seen(Writing.class).orElseThrow();

            assertThat(requireNonNull(seen.waiting())).isLessThanOrEqualTo(requireNonNull(seen.commit()));
            assertThat(seen.words()).contains("waiting for standbys (synchronous_standby_names=*)");
        }
    }

    /// It is reached and read like any other.
    @Test
    @Provokes(
            value = {FailureKind.STANDBY_WHERE_PRIMARY_EXPECTED, FailureKind.READ_ONLY_BY_SETTING},
            on = POSTGRESQL)
    void tellsWhyWritesAreRefused() {
        var failed = assertWriteFails(server.at(standby), FailureKind.STANDBY_WHERE_PRIMARY_EXPECTED);
        assertThat(failed.failure().code()).isEqualTo("25006");
        try (var _ = server.changed(
                "ALTER ROLE app SET default_transaction_read_only = on",
                "ALTER ROLE app RESET default_transaction_read_only")) {
            assertWriteFails(server.target(), FailureKind.READ_ONLY_BY_SETTING);
        }
    }

    @Test
    @Provokes(value = FailureKind.WRITE_WAITS_FOR_LOCK, on = POSTGRESQL)
    void namesTheHolderOfALock() throws SQLException {
        try (var _ = server.session(
                "shop",
                "SET application_name = 'migration'",
                "BEGIN",
                "LOCK TABLE pg_depend IN ACCESS EXCLUSIVE MODE")) {
            var failed = assertWriteFails(server.target(), FailureKind.WRITE_WAITS_FOR_LOCK);
            assertThat(failed.failure().code()).isEqualTo("55P03");
            assertThat(failed.failure().words()).contains("(migration, ", "AccessExclusiveLock on pg_depend");
        }
    }

    @Test
    void measuresTheCommitWhereNoTableMayBeMade() {
        try (var _ = server.changed(
                "REVOKE TEMPORARY ON DATABASE shop FROM PUBLIC", "GRANT TEMPORARY ON DATABASE shop TO PUBLIC")) {
            var seen = climbAndWrite(server.target()).seen(Writing.class).orElseThrow();

            assertThat(seen.rolledBack()).isNull();
            assertThat(seen.commit()).isNotNull();
        }
    }

    /// A standby that applies late.
    @Test
    void remarksOnASlowCommit() {
        try (var _ = lateStandby();
                var _ = server.setting("synchronous_standby_names", "*");
                var _ = server.changed(
                        "ALTER ROLE app SET synchronous_commit = remote_apply",
                        "ALTER ROLE app RESET synchronous_commit")) {
            var result = climbAndWrite(server.target());

            assertThat(result.failure()).isEmpty();
            assertThat(result.remarks()).anySatisfy(remark -> {
                assertThat(remark.kind()).isEqualTo(RemarkKind.SLOW_COMMIT);
                assertThat(remark.words()).contains("waiting for synchronous standbys");
            });
        }
    }

    private Injection lateStandby() {
        standby.execute("ALTER SYSTEM SET recovery_min_apply_delay = 400");
        standby.reload();
        return Injection.healedBy(() -> {
            standby.execute("ALTER SYSTEM RESET recovery_min_apply_delay");
            standby.reload();
        });
    }
}
