package dev.tautline.lab.catalogue;

import static dev.tautline.lab.catalogue.Bench.ask;
import static dev.tautline.lab.catalogue.Bench.order;
import static dev.tautline.lab.catalogue.Sights.commitsAndDoesNotHear;
import static dev.tautline.lab.catalogue.Sights.count;
import static dev.tautline.lab.catalogue.Sights.existingFails;
import static dev.tautline.lab.catalogue.Sights.existingWorks;
import static dev.tautline.lab.catalogue.Sights.idleFor;
import static dev.tautline.lab.catalogue.Sights.newFails;
import static dev.tautline.lab.catalogue.Sights.newWorks;
import static dev.tautline.lab.catalogue.Sights.onServer;
import static dev.tautline.lab.catalogue.Sights.onShop;
import static dev.tautline.lab.catalogue.Sights.onStandby;
import static dev.tautline.lab.catalogue.Sights.poolerFails;
import static dev.tautline.lab.catalogue.Sights.readsOnly;
import static dev.tautline.lab.catalogue.Sights.recovering;
import static dev.tautline.lab.catalogue.Sights.slow;
import static dev.tautline.lab.catalogue.Sights.takesAtLeast;
import static dev.tautline.lab.catalogue.Sights.updateWaits;
import static dev.tautline.lab.catalogue.Sights.verifyingFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.lab.Deadline;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is seen while each fault is in force: by a client on a connection that existed before, by one on a new
/// connection, or on the server. A fault without a line here fails the test.
final class Symptoms {
    /// Sees the fault on the bench; `existing` was opened before it came.
    @FunctionalInterface
    interface Symptom {
        void see(Bench bench, Connection existing) throws SQLException;

        default Symptom and(Symptom other) {
            return (bench, existing) -> {
                see(bench, existing);
                other.see(bench, existing);
            };
        }
    }

    /// @param written the fault as people write it
    record Case(String written, Symptom symptom) {}

    private final Map<String, Case> cases = new LinkedHashMap<>();

    static Map<String, Case> all() {
        var symptoms = new Symptoms();
        symptoms.path();
        symptoms.name();
        symptoms.server();
        symptoms.cluster();
        symptoms.client();
        symptoms.pooler();
        symptoms.control();
        return symptoms.cases;
    }

    private void path() {
        add("path-latency round-trip=150ms", takesAtLeast(Duration.ofMillis(140)));
        add("path-jitter jitter=400ms", takesAtLeast(Duration.ofMillis(20)));
        add("path-narrow rate=2KB/s", (_, existing) -> slow(existing, "select repeat('x', 2000)", 500));
        add("path-lossy loss=100% retransmission=20ms", takesAtLeast(Duration.ofMillis(300)));
        add("path-sliced bytes=8 apart=10ms", (_, existing) -> slow(existing, "select repeat('x', 200)", 150));
        add("path-refuses", newFails("Connection refused").and(existingWorks()));
        add("path-silent", newFails("Connect timed out").and(existingWorks()));
        add("path-accepts-silently", newFails("Read timed out").and(existingWorks()));
        add("path-resets", newFails("reset").and(existingFails()));
        add("new-connections-reset", newFails("reset").and(existingWorks()));
        add("new-connections-closed", newFails("EOF").and(existingWorks()));
        add("foreign-service", newFails("").and(existingWorks()));
        add("connections-dropped", existingFails().and(newWorks()));
        add("connections-forgotten", existingFails("Read timed out").and(newWorks()));
        add("idle-connections-forgotten after=50ms", (_, existing) -> {
            Deadline.in(Duration.ofSeconds(1)).await("an idle while", idleFor(100));
            Sights.fails(existing, "Read timed out");
        });
        add("path-partitioned", newFails("Read timed out").and(existingFails("Read timed out")));
        add("path-one-way silent=to-client", existingFails("Read timed out"));
        add("connections-cut after=2KB", (bench, _) -> {
            try (var connection = bench.connect()) {
                assertThatThrownBy(() -> ask(connection, "select repeat('x', 100000)"))
                        .isInstanceOf(SQLException.class);
            }
        });
        add(
                "large-packets-lost bytes=1000",
                existingWorks()
                        .and((_, existing) -> assertThatThrownBy(() -> ask(existing, "select repeat('x', 2000)"))
                                .hasRootCauseMessage("Read timed out")));
        add("commit-answer-lost", (bench, existing) -> commitsAndDoesNotHear(bench, existing));
        add("connections-close-slowly delay=10s", (bench, existing) -> {
            existing.abort(Runnable::run);
            assertThat(bench.cluster.primary().query("select count(*) from pg_stat_activity where usename = 'shop'"))
                    .containsExactly("1");
        });
    }

    private void name() {
        add("name-unknown", newFails("unknown host").and(existingWorks()));
        add("name-wrong answer=silent", newFails("Connect timed out").and(existingFails()));
        add("name-stale", (bench, _) -> readsOnly(bench));
        add("name-flaps every=10s", newFails("Connection refused"));
        add(
                "name-slow delay=2s",
                (bench, _) -> assertThat(bench.routes.hosts().file())
                        .satisfies(file ->
                                assertThat(file.resolveSibling("hosts.conduct")).hasContent("delay 2000")));
        add(
                "names-fail",
                (bench, _) -> assertThat(bench.routes.hosts().file().resolveSibling("hosts.conduct"))
                        .hasContent("fail"));
    }

    private void server() {
        add(
                "certificate-expires",
                verifyingFails("validity check failed").and(existingWorks()).and(newWorks()));
        add(
                "certificate-for-other-host",
                verifyingFails("could not be verified by hostnameverifier").and(newWorks()));
        add("certificate-from-other-authority", verifyingFails("PKIX path").and(newWorks()));
        add("tls-switched-off", verifyingFails("does not support SSL").and(newWorks()));
        add("authentication-slow delay=1s", (bench, _) -> {
            var start = System.nanoTime();
            bench.connect().close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
        });
        add("backend-killed", existingFails());
        add(
                "checkpoint-storm",
                onServer("select count(*) from pg_stat_activity where application_name = 'bulk-load'", "1"));
        add("connection-slots-taken", newFails("53300").and(existingWorks()));
        add("database-closed", newFails("55000").and(existingWorks()));
        add("database-connection-limit", newFails("53300").and(existingWorks()));
        add(
                "disk-full",
                existingWorks()
                        .and((_, existing) -> assertThatThrownBy(() -> ask(existing, """
                        with more as (insert into item select n, repeat('x', 100) from generate_series(1000, 9000) n
                        returning id) select count(*) from more"""))
                                .isInstanceOfSatisfying(
                                        SQLException.class,
                                        full -> assertThat(full.getSQLState()).isEqualTo("53100"))));
        add(
                "hba-broken",
                onServer("select count(*) from pg_hba_file_rules where error is not null", "1")
                        .and(newWorks()));
        add("hba-rejects", newFails("28000").and(existingWorks()));
        add("idle-in-transaction", updateWaits());
        add("idle-sessions-ended after=100ms", (_, existing) -> {
            assertThat(ask(existing, "select 1")).isEqualTo("1");
            Deadline.in(Duration.ofSeconds(1)).await("an idle while", idleFor(500));
            Sights.fails(existing, "57P05");
        });
        add("index-dropped", onShop("select count(*) from pg_indexes where indexname = 'item_name'", "0"));
        add("listen-address-changed", newFails("Connection refused"));
        add("node-frozen", newFails("Read timed out").and(existingFails("Read timed out")));
        add("node-killed", newFails("Connection refused").and(existingFails()));
        add("node-restarted", existingFails().and(newWorks()));
        add("node-starts-slowly", newFails("57P03"));
        add("node-stopped", newFails("Connection refused").and(existingFails()));
        add("password-expired", newFails("28P01").and(existingWorks()));
        add("password-rotated", newFails("28P01").and(existingWorks()));
        add("postmaster-frozen", newFails("Read timed out").and(existingWorks()));
        add("privilege-revoked", existingFails("42501"));
        add("role-connection-limit", newFails("53300").and(existingWorks()));
        add("role-locked", newFails("28000").and(existingWorks()));
        add("search-path-changed", existingFails("42P01"));
        add(
                "server-busy sessions=1",
                onServer("select count(*) from pg_stat_activity where application_name = 'analytics'", "1"));
        add("server-read-only", existingFails("25006"));
        add("sessions-terminated", existingFails("57P01").and(newWorks()));
        add(
                "statement-timeout-short timeout=50ms",
                (_, existing) -> assertThatThrownBy(() -> ask(existing, "select pg_sleep(1)"))
                        .hasMessageContaining("statement timeout"));
        add(
                "table-bloated times=1",
                onShop("select reloptions::text from pg_class where relname = 'item'", "{autovacuum_enabled=off}"));
        add("table-locked", updateWaits());
        add(
                "temporary-file-limit",
                (_, existing) -> assertThatThrownBy(
                                () -> ask(
                                        existing,
                                        "select count(*) from (select n, random() from generate_series(1, 400000) n order by 2 offset 1) s"))
                        .hasMessageContaining("temp_file_limit"));
        add(
                "temporary-files-spill sessions=1",
                onServer("select count(*) from pg_stat_activity where application_name = 'report'", "1"));
    }

    private void cluster() {
        add("endpoint-alternates", (bench, _) -> {
            var roles = List.of(recovering(bench), recovering(bench));
            assertThat(roles).containsExactlyInAnyOrder("t", "f");
        });
        add("endpoint-leads-to-standby", (bench, _) -> readsOnly(bench));
        add("failover", (bench, _) -> {
            assertThat(bench.cluster.primary().name()).isEqualTo("db-2");
            Sights.refuses(bench, "Connection refused");
        });
        add(
                "promoted-twice",
                (bench, _) -> assertThat(bench.cluster.nodes())
                        .allSatisfy(node -> assertThat(node.query("select pg_is_in_recovery()"))
                                .containsExactly("f")));
        add("replay-paused", onStandby("select pg_get_wal_replay_pause_state()", "paused"));
        add(
                "replication-broken",
                (bench, _) -> Deadline.in(Duration.ofSeconds(20))
                        .await(
                                "the stream to end",
                                () -> bench.cluster
                                        .primary()
                                        .query("select count(*) from pg_stat_replication")
                                        .equals(List.of("0"))));
        add("replication-lags delay=1h", (bench, existing) -> {
            order(existing);
            assertThat(bench.cluster.node("db-2").query("show recovery_min_apply_delay"))
                    .containsExactly("1h");
        });
        add(
                "slot-retains-wal segments=1",
                onServer(
                        "select count(*) from pg_replication_slots where slot_name = 'lab_abandoned' and not active",
                        "1"));
        add(
                "switchover",
                (bench, _) -> assertThat(bench.cluster.primary().name()).isEqualTo("db-2"));
        add("sync-standby-missing", existingFails("Read timed out"));
    }

    private void client() {
        for (var written : List.of(
                "pool-too-small",
                "pool-too-large",
                "connection-timeout-short",
                "max-lifetime-short",
                "autocommit-off",
                "socket-timeout-short",
                "fetch-size-one",
                "prepared-statements-off",
                "names-cached-forever",
                "connections-leak",
                "query-per-row",
                "work-in-transaction")) {
            add(written, (bench, _) -> assertThat(bench.done).hasSize(1));
        }
        add(
                "connection-storm per-second=50",
                (bench, _) -> Deadline.in(Duration.ofSeconds(20))
                        .await("connections of somebody else", () -> count(bench, "cron-job") > 0));
        add(
                "retry-storm per-second=50",
                (bench, _) -> Deadline.in(Duration.ofSeconds(20))
                        .await(
                                "refusals in the log",
                                () -> bench.cluster.primary().lastLogLines(50).stream()
                                        .anyMatch(line -> line.contains("password authentication failed"))));
    }

    private void pooler() {
        add("pooler-client-limit clients=1", poolerFails());
        add("pooler-paused", poolerFails());
        add("pooler-pool-too-small size=1", (bench, _) -> {
            try (var first = bench.connectToPooler()) {
                first.setAutoCommit(false);
                assertThat(ask(first, "select 1")).isEqualTo("1");
                assertThatThrownBy(() -> bench.connectToPooler().close()).isInstanceOf(SQLException.class);
            }
        });
        add("pooler-server-moved", poolerFails());
        add("pooler-stopped", poolerFails());
        add("pooler-transaction-mode", (bench, _) -> {
            try (var one = bench.connectToPooler();
                    var other = bench.connectToPooler()) {
                assertThat(ask(one, "select pg_backend_pid()")).isEqualTo(ask(other, "select pg_backend_pid()"));
            }
        });
    }

    private void control() {
        add(
                "backup-running",
                onServer(
                                "select count(*) from pg_stat_activity where query like '%pg_backup_start%' and application_name = 'tautline-lab' and pid <> pg_backend_pid()",
                                "1")
                        .and(existingWorks()));
        add("deploy", (bench, _) -> assertThat(bench.done).hasSize(1));
        add("monitor-cut-off", (bench, _) -> assertThat(bench.done).containsExactly("monitor cut off"));
        add("slow-frontend", (bench, _) -> assertThat(bench.done).hasSize(1));
        add(
                "slow-payment-provider delay=2s",
                (bench, _) -> assertThat(bench.done).containsExactly("payments + PT2S"));
        add("statistics-reset", existingWorks());
        add("traffic-spike times=5", (bench, _) -> assertThat(bench.done).containsExactly("visitors x 5.0"));
    }

    private void add(String written, Symptom symptom) {
        cases.put(written.split(" ", 2)[0], new Case(written, symptom));
    }
}
