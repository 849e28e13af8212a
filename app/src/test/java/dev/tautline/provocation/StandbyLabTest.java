package dev.tautline.provocation;

import static dev.tautline.provocation.Climbs.assertFails;
import static dev.tautline.provocation.Climbs.awaitFails;
import static dev.tautline.provocation.Climbs.climb;
import static dev.tautline.provocation.Ground.POSTGRESQL;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.Deadline;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.postgres.Node;
import dev.tautline.lab.postgres.StopMode;
import dev.tautline.probe.Expectation;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// What only a standby does. Every test leaves it streaming.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StandbyLabTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private ProbedCluster server;
    private Node primary;
    private Node standby;

    @BeforeAll
    void start() {
        server = ProbedCluster.start(Cluster.builder().standbys(1).setting("max_standby_streaming_delay", 0));
        primary = server.primary();
        standby = server.cluster().standbys().getFirst();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @Provokes(value = FailureKind.STANDBY_WHERE_PRIMARY_EXPECTED, on = POSTGRESQL)
    void comparesTheRoleWithTheExpectation() {
        var found = climb(server.at(standby).expecting(Expectation.STANDBY));
        assertThat(found.failure()).isEmpty();
        assertThat(requireNonNull(found.role()).replicationLag()).isNotNull();
        assertThat(requireNonNull(found.role()).timeline()).isEqualTo(1);

        assertFails(
                server.at(standby).expecting(Expectation.PRIMARY),
                Step.ROLE,
                FailureKind.STANDBY_WHERE_PRIMARY_EXPECTED);
    }

    @Test
    @Provokes(value = FailureKind.HOT_STANDBY_OFF, on = POSTGRESQL)
    void namesAStandbyThatIsNotToBeRead() {
        standby.execute("ALTER SYSTEM SET hot_standby = off");
        standby.restart(StopMode.FAST);
        var failed = assertFails(server.at(standby), Step.AUTHENTICATE, FailureKind.HOT_STANDBY_OFF);
        assertThat(failed.failure().words()).contains("Hot standby mode is disabled");
        mendSettings();
    }

    /// A copy that was made during a backup is whole only when the end of that backup is replayed.
    @Test
    @Provokes(value = FailureKind.STANDBY_NOT_CONSISTENT, on = POSTGRESQL)
    void tellsAStandbyThatIsNotReadableYet() throws Exception {
        CompletableFuture<Void> started;
        try (var session = primary.connect("postgres");
                var statement = session.createStatement()) {
            statement.execute("SELECT pg_backup_start('half', true)");
            awaitReplay();
            var label = server.dataDirectory(standby).resolve("backup_label");
            standby.stop(StopMode.FAST);
            Files.writeString(label, backupLabel());
            started = CompletableFuture.runAsync(standby::start);
            awaitFails(server.at(standby), FailureKind.STANDBY_NOT_CONSISTENT);
            statement.execute("SELECT pg_backup_stop(false)");
        }
        started.join();
        awaitReplay();
        assertThat(climb(server.at(standby)).failure()).isEmpty();
    }

    /// The question reads a table that the primary drops.
    @Test
    @Provokes(value = FailureKind.RECOVERY_CONFLICT, on = POSTGRESQL)
    void namesAConflictWithReplay() {
        primary.executeIn("shop", "CREATE TABLE cargo AS SELECT 1 AS id; GRANT SELECT ON cargo TO app");
        try (var _ = server.whenAskedForTheRole("PERFORM * FROM public.cargo; PERFORM pg_sleep(30)")) {
            awaitReplay();
            var dropping = whenStandbySleeps(() -> primary.executeIn("shop", "DROP TABLE cargo"));
            var failed = assertFails(server.at(standby), FailureKind.RECOVERY_CONFLICT);
            assertThat(failed.failure().code()).isEqualTo("40001");
            dropping.join();
        }
    }

    @Test
    @Provokes(value = FailureKind.DATABASE_DROPPED, on = POSTGRESQL)
    void namesADropThatEndsTheSession() {
        primary.execute("CREATE DATABASE doomed");
        primary.executeIn("doomed", "CREATE SCHEMA shadow AUTHORIZATION app");
        primary.executeIn("doomed", """
                CREATE FUNCTION shadow.pg_is_in_recovery() RETURNS bool LANGUAGE sql AS
                'SELECT pg_sleep(30) IS NULL'""");
        try (var _ = server.changed(
                "ALTER ROLE app SET search_path = shadow, pg_catalog", "ALTER ROLE app RESET search_path")) {
            awaitReplay();
            var dropping = whenStandbySleeps(() -> primary.execute("DROP DATABASE doomed"));
            var port = standby.address().getPort();
            assertFails(ProbedCluster.target("127.0.0.1", port, "doomed", "app"), FailureKind.DATABASE_DROPPED);
            dropping.join();
        }
    }

    private CompletableFuture<Void> whenStandbySleeps(Runnable change) {
        var asleep = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'";
        return CompletableFuture.runAsync(() -> {
            Deadline.in(PATIENCE)
                    .await("the question to run", () -> standby.query(asleep).equals(List.of("1")));
            change.run();
        });
    }

    /// As pg_backup_stop would write it (src/backend/access/transam/xlogbackup.c, PostgreSQL 18).
    private String backupLabel() {
        return String.join("\n", primary.query("""
                        SELECT unnest(ARRAY[
                            'START WAL LOCATION: ' || redo_lsn || ' (file ' || redo_wal_file || ')',
                            'CHECKPOINT LOCATION: ' || checkpoint_lsn,
                            'BACKUP METHOD: streamed',
                            'BACKUP FROM: primary',
                            'START TIME: ' || now(),
                            'LABEL: half',
                            'START TIMELINE: ' || timeline_id,
                            '']) FROM pg_control_checkpoint()"""));
    }

    @BeforeEach
    void awaitReplay() {
        server.cluster().awaitStreaming(PATIENCE);
        var written = primary.query("SELECT pg_current_wal_lsn()").getFirst();
        var replayed = "SELECT pg_last_wal_replay_lsn() >= '" + written + "'";
        Deadline.in(PATIENCE)
                .await("replay up to " + written, () -> standby.query(replayed).equals(List.of("t")));
    }

    /// It cannot be asked for what nobody may ask it.
    private void mendSettings() {
        standby.stop(StopMode.FAST);
        try {
            var data = standby.logFile().resolveSibling("data");
            Files.writeString(data.resolve("postgresql.auto.conf"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        standby.start();
        awaitReplay();
    }
}
