package dev.tautline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.alert.AlertPolicy;
import dev.tautline.config.HistoryConfig;
import dev.tautline.config.MetricsConfig;
import dev.tautline.dashboard.access.DashboardConfig;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Diagnostician;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.hypothesis.Hypotheses;
import dev.tautline.incident.Actions;
import dev.tautline.incident.DeskPolicy;
import dev.tautline.incident.Incident;
import dev.tautline.incident.Troubles;
import dev.tautline.lab.Deadline;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.postgres.Node;
import dev.tautline.probe.Ladder;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Resolver;
import dev.tautline.probe.StepTimeouts;
import dev.tautline.settings.Secret;
import dev.tautline.watch.Watch.Tick;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// Real faults inside a real server, watched from the server's own view alone: the shop has no agent.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ServerCausesLabTest {
    private static final Duration NAMED = Duration.ofSeconds(30);
    private static final Duration WELL = Duration.ofSeconds(60);
    private static final String GUARD_PASSWORD = "Lookout&7";

    /// Each test's symptoms are of an incident of their own.
    private static final DeskPolicy NOT_THE_SAME = new DeskPolicy(Duration.ZERO, null);

    private final AtomicReference<Tick> latest = new AtomicReference<>();
    private @Nullable Cluster cluster;
    private Node primary;
    private @Nullable Shoppers shoppers;
    private Lanes lanes;
    private @Nullable Thread watching;

    @BeforeAll
    void start() {
        cluster = Cluster.builder()
                .standbys(1)
                .setting("archive_mode", true)
                .setting("archive_command", "true")
                .setting("max_prepared_transactions", 5)
                .start();
        primary = cluster.primary();
        primary.execute("CREATE ROLE tautline LOGIN PASSWORD '" + GUARD_PASSWORD + "' IN ROLE pg_monitor;"
                + " GRANT EXECUTE ON FUNCTION pg_hba_file_rules() TO tautline;"
                + " GRANT SELECT ON pg_hba_file_rules TO tautline");
        Shoppers.furnish(primary);
        shoppers = Shoppers.at(primary);
        watch();
    }

    private void watch() {
        var address = primary.address();
        var target = new WatchConfig.Target(
                primary.name(),
                ProbeTarget.of(address.getAddress().getHostAddress(), address.getPort(), "postgres", "tautline")
                        .withPassword(Secret.of(GUARD_PASSWORD)));
        var clock = SteadyClock.system();
        lanes = Lanes.start(
                config(target), new Ladder(clock, StepTimeouts.each(Duration.ofSeconds(2)), Resolver.system()), clock);
        var watch = new Watch(
                clock, lanes, new Diagnostician(Hypotheses.all()), NOT_THE_SAME, new Actions(), new Troubles());
        watch.listen(latest::set);
        watching = Thread.ofVirtual().start(watch::run);
    }

    @AfterAll
    void stop() {
        if (watching != null) {
            watching.interrupt();
            lanes.close();
        }
        if (shoppers != null) {
            shoppers.close();
        }
        if (cluster != null) {
            cluster.close();
        }
    }

    /// Every signal has its usual, and nothing is open.
    @BeforeEach
    void awaitHealth() {
        Deadline.in(WELL).await("health", () -> latest.get() != null && well(latest.get()), this::state);
    }

    private static boolean well(Tick tick) {
        return tick.symptoms().none()
                && tick.incidents().stream().noneMatch(Incident::open)
                && tick.scene().servers().stream()
                                .filter(server -> known(server.activity().busy()) && known(server.statementMean()))
                                .count()
                        == 1;
    }

    private static boolean known(@Nullable Reading reading) {
        return reading != null && reading.usual() != null;
    }

    @Test
    void tellsWhatEachKindOfProcessReadsAndWrites() {
        Deadline.in(NAMED)
                .await(
                        "a checkpoint's writes, and the time of its syncs",
                        () -> {
                            primary.execute("CHECKPOINT");
                            return latest.get().scene().servers().stream()
                                    .map(ServerView::io)
                                    .anyMatch(io -> io != null
                                            && io.windowSeconds() > 0
                                            && io.checkpointer().writes().now() > 0
                                            && io.checkpointer().fsyncMillis() != null
                                            && io.clients().fsyncs().now() == 0);
                        },
                        () -> String.valueOf(latest.get().scene().servers()));
    }

    @Test
    void namesTheIdleTransactionThatHoldsTheRows() throws SQLException {
        try (var idle = Shoppers.connect(primary.address(), "stocktaking")) {
            idle.setAutoCommit(false);
            idle.createStatement().executeUpdate("UPDATE stock SET units = units");

            var cause = named("idle-transaction-blocks");
            assertThat(cause.statement()).contains("stocktaking");
            assertThat(cause.evidence()).anyMatch(line -> line.contains("UPDATE stock SET units = units"));
            idle.rollback();
        }
    }

    @Test
    void namesTheSchemaChangeThatEverybodyQueuesBehind() throws Exception {
        try (var report = Shoppers.connect(primary.address(), "report")) {
            report.setAutoCommit(false);
            report.createStatement().executeQuery("SELECT count(*) FROM orders");
            var migration = Thread.ofVirtual().start(this::migrate);

            named("schema-change-blocks");
            // The first look may fall between the request for the lock and the wait for it.
            Deadline.in(NAMED)
                    .await(
                            "the report that the migration waits for",
                            () -> latest.get().incidents().stream()
                                    .limit(1)
                                    .map(Incident::cause)
                                    .filter(Objects::nonNull)
                                    .anyMatch(cause -> cause.statement().contains("itself waits for report")
                                            && cause.evidence().stream()
                                                    .anyMatch(line ->
                                                            line.contains("ALTER TABLE orders ADD COLUMN note text"))),
                            this::state);
            report.rollback();
            migration.join(Duration.ofSeconds(20));
        }
    }

    /// As a tool for migrations would: not under the lab's own name, which the guard takes for one of its own.
    private void migrate() {
        try (var connection = primary.connect("postgres")) {
            connection.createStatement().execute("SET application_name = 'migration'");
            connection.createStatement().execute("ALTER TABLE orders ADD COLUMN note text");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void namesTheAdvisoryLock() throws Exception {
        try (var holder = Shoppers.connect(primary.address(), "nightly-job")) {
            holder.createStatement().executeQuery("SELECT pg_advisory_lock(42)");
            var waiters = IntStream.range(0, 8)
                    .mapToObj(number -> Thread.ofVirtual().start(this::wantTheAdvisoryLock))
                    .toList();

            assertThat(named("advisory-lock-held").statement()).contains("nightly-job");
            holder.createStatement().executeQuery("SELECT pg_advisory_unlock(42)");
            for (var waiter : waiters) {
                waiter.join(Duration.ofSeconds(20));
            }
        }
    }

    private void wantTheAdvisoryLock() {
        try (var connection = Shoppers.connect(primary.address(), "job")) {
            connection.createStatement().executeQuery("SELECT pg_advisory_lock(42)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void namesTheIndexThatWasDropped() {
        primary.execute("DROP INDEX orders_customer");
        var cause =
                namedUntil("index-dropped", () -> primary.execute("CREATE INDEX orders_customer ON orders (customer)"));

        assertThat(cause.fix()).contains("CREATE INDEX orders_customer ON public.orders");
        assertThat(cause.evidence()).anyMatch(line -> line.contains("SELECT count(*) FROM orders WHERE customer = $1"));
    }

    @Test
    void namesTheStandbyThatCommitsWaitFor() {
        set("synchronous_standby_names", "nobody");
        var cause = namedUntil("synchronous-standby-missing", () -> set("synchronous_standby_names", ""));

        assertThat(cause.evidence())
                .anyMatch(line -> line.contains("executing sessions waited for a synchronous standby"))
                .anyMatch(line -> line.contains("connected: db-2 (streaming)"));
    }

    @Test
    void namesTheArchiveThatFails() {
        set("archive_command", "false");
        primary.execute("SELECT pg_switch_wal()");
        var cause = namedUntil("wal-archiving-fails", () -> set("archive_command", "true"));

        assertThat(cause.evidence()).anyMatch(line -> line.contains("failed attempts"));
    }

    @Test
    void tellsWhoWouldNotGetInAgain() {
        var rules = primary.accessRules();
        admit("host all shop all reject\n" + rules);
        var byRule = namedUntil("sessions-shut-out", () -> admit(rules));
        assertThat(byRule.evidence())
                .anyMatch(line -> line.contains("shop from 127.0.0.1 in postgres: pg_hba.conf:1 rejects it"))
                .anyMatch(line -> line.contains("host all shop all reject"));

        primary.execute("ALTER ROLE shop NOLOGIN");
        try {
            Deadline.in(NAMED).await("the role that is shut out", () -> shutOut("may no longer log in"), this::state);
        } finally {
            primary.execute("ALTER ROLE shop LOGIN");
        }
    }

    private boolean shutOut(String why) {
        return latest.get().scene().servers().stream()
                .map(server -> Objects.requireNonNullElse(server.shutOut(), List.<String>of()))
                .anyMatch(all ->
                        all.stream().anyMatch(who -> who.startsWith("shop from 127.0.0.1") && who.contains(why)));
    }

    private void admit(String rules) {
        primary.writeAccessRules(rules);
        primary.reload();
    }

    @Test
    void aResetOfTheStatisticsIsAChangeAndWakesNobody() {
        int before = latest.get().incidents().size();
        primary.execute("SELECT pg_stat_reset(), pg_stat_statements_reset()");

        Deadline.in(NAMED)
                .await(
                        "both resets on the timeline",
                        () -> latest.get().scene().changes().stream()
                                        .filter(change -> change.kind() == Change.Kind.STATISTICS)
                                        .map(Change::what)
                                        .distinct()
                                        .count()
                                == 2,
                        this::state);
        awaitHealth();
        assertThat(latest.get().incidents()).hasSize(before);
    }

    /// Recovery may take less than the canary's second: then only the younger helpers tell.
    @Test
    void notesTheProcessThatCrashed() throws Exception {
        var victim = primary.query("SELECT pid FROM pg_stat_activity WHERE application_name = 'shop' LIMIT 1")
                .getFirst();
        new ProcessBuilder("kill", "-KILL", victim).start().waitFor();

        Deadline.in(WELL)
                .await(
                        "the change that a crash leaves behind",
                        () -> latest.get().scene().changes().stream()
                                .anyMatch(change -> change.kind() == Change.Kind.SERVER_START
                                        && change.what().equals("processes")),
                        this::state);
    }

    @Test
    void namesTheDeadlocks() {
        var stop = new AtomicBoolean();
        set("deadlock_timeout", "20ms");
        IntStream.range(0, 2).forEach(number -> Thread.ofVirtual().start(() -> quarrel(1 + number, 2 - number, stop)));
        var cause = namedUntil("deadlock-storm", () -> {
            stop.set(true);
            set("deadlock_timeout", "1s");
        });

        assertThat(cause.evidence()).anyMatch(line -> line.contains("deadlocks in"));
    }

    private void quarrel(int first, int second, AtomicBoolean stop) {
        while (!stop.get()) {
            try (var connection = Shoppers.connect(primary.address(), "quarrel")) {
                connection.setAutoCommit(false);
                connection.createStatement().executeUpdate("UPDATE stock SET units = 1 WHERE article = " + first);
                connection.createStatement().execute("SELECT pg_sleep(0.05)");
                connection.createStatement().executeUpdate("UPDATE stock SET units = 1 WHERE article = " + second);
                connection.commit();
            } catch (SQLException e) {
                // One of each pair is ended: that is what this is for.
            }
        }
    }

    private void set(String setting, String value) {
        primary.execute("ALTER SYSTEM SET " + setting + " = '" + value + "'");
        primary.reload();
    }

    /// What is broken is mended whatever comes: the next test needs a server that is well.
    private Supported namedUntil(String id, Runnable heal) {
        try {
            return named(id);
        } finally {
            heal.run();
        }
    }

    private Supported named(String... ids) {
        var found = new AtomicReference<Supported>();
        Deadline.in(NAMED)
                .await(
                        "the cause " + String.join(" or ", ids),
                        () -> {
                            latest.get().incidents().stream()
                                    .limit(1)
                                    .map(Incident::cause)
                                    .filter(Objects::nonNull)
                                    .filter(cause ->
                                            List.of(ids).contains(cause.cause().id()))
                                    .findFirst()
                                    .ifPresent(found::set);
                            return found.get() != null;
                        },
                        this::state);
        return found.get();
    }

    private String state() {
        var tick = latest.get();
        return tick == null
                ? "no tick"
                : lanes.servers().values().stream()
                                .map(lane -> String.valueOf(lane.latest().problem()))
                                .toList() + "\n" + tick.symptoms().all() + "\n"
                        + tick.scene().servers() + "\n"
                        + tick.incidents().stream()
                                .limit(2)
                                .map(incident ->
                                        incident.cause() + " " + incident.timeline() + " " + incident.undecided())
                                .toList();
    }

    private static WatchConfig config(WatchConfig.Target target) {
        return new WatchConfig(
                DashboardConfig.DEFAULT,
                List.of(target),
                List.of(),
                HistoryConfig.DEFAULT,
                AlertPolicy.NONE,
                NOT_THE_SAME,
                MetricsConfig.DEFAULT);
    }
}
