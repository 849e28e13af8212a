package dev.tautline.diagnosis.hypothesis;

import static dev.tautline.diagnosis.Scenes.NOW;
import static dev.tautline.diagnosis.Scenes.calmUntil;
import static dev.tautline.diagnosis.Scenes.failing;
import static dev.tautline.diagnosis.Scenes.healthy;
import static dev.tautline.diagnosis.Scenes.instance;
import static dev.tautline.diagnosis.Scenes.millis;
import static dev.tautline.diagnosis.Scenes.passing;
import static dev.tautline.diagnosis.Scenes.pool;
import static dev.tautline.diagnosis.Scenes.scene;
import static dev.tautline.diagnosis.Scenes.server;
import static dev.tautline.diagnosis.Scenes.sessions;
import static dev.tautline.diagnosis.Scenes.waits;
import static dev.tautline.diagnosis.Scenes.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Diagnosis;
import dev.tautline.diagnosis.Diagnostician;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.PoolerView;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerActivity;
import dev.tautline.diagnosis.ServerActivity.Group;
import dev.tautline.diagnosis.ServerActivity.OpenTransaction;
import dev.tautline.diagnosis.ServerActivity.Waits;
import dev.tautline.diagnosis.ServerCheckpoints;
import dev.tautline.diagnosis.ServerCounters;
import dev.tautline.diagnosis.ServerIo;
import dev.tautline.diagnosis.ServerReplication;
import dev.tautline.diagnosis.ServerReplication.Missing;
import dev.tautline.diagnosis.ServerReplication.Receiver;
import dev.tautline.diagnosis.ServerReplication.Slot;
import dev.tautline.diagnosis.ServerStatements;
import dev.tautline.diagnosis.ServerStatements.Top;
import dev.tautline.diagnosis.ServerStorage;
import dev.tautline.diagnosis.ServerVacuum;
import dev.tautline.diagnosis.ServerVacuum.Holder;
import dev.tautline.diagnosis.ServerVacuum.Table;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.ServerView.Blocker;
import dev.tautline.diagnosis.ServerView.Sessions;
import dev.tautline.diagnosis.ServerView.Standby;
import dev.tautline.diagnosis.ServerViewBuilder;
import dev.tautline.diagnosis.ServerWal;
import dev.tautline.diagnosis.Symptom;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.diagnosis.Unit;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a server tells of itself, against the whole catalogue.
class ServerHypothesesTest {
    private static final ServerView SOUND = server("db-1", 0.3, sessions(0, 0));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        41 | idle in transaction | UPDATE stock SET units = $1       | transactionid          | idle-transaction-blocks
        41 | active              | UPDATE stock SET units = $1       | tuple                  | hot-row
        41 | active              | select pg_sleep($1)               | relation stock (RowExclusiveLock) | lock-contention
        41 | active              | alter table orders add note text  | relation orders        | schema-change-blocks
        41 | idle in transaction | LOCK TABLE orders                 | relation orders        | schema-change-blocks
        41 | active              | CREATE INDEX ON orders (customer) | relation orders        | schema-change-blocks
        41 | idle in transaction | SELECT count(*) FROM orders       | relation orders (AccessExclusiveLock) wanted by pid 9: ALTER … | schema-change-blocks
        41 | idle                | SELECT pg_advisory_lock($1)       | advisory               | advisory-lock-held
        0  | prepared            | reserve-17                        | transactionid          | prepared-transaction-blocks
        """)
    void namesTheRootBlockerByWhatItDoes(int pid, String state, String query, String lock, String cause) {
        var blocked = with(
                server("db-1", 190, sessions(70, 2)),
                waits(72, 70, 0, 0),
                new Blocker(pid, "stocktaking", state, 12, query, 17, lock));

        var found = cause(diagnose(suffering(blocked)));

        assertThat(found.cause().id()).isEqualTo(cause);
        assertThat(found.strength()).isEqualTo(Strength.CERTAIN);
        assertThat(found.evidence()).anyMatch(line -> line.contains("17 sessions wait") && line.contains(query));
    }

    @Test
    void namesTheStandbyThatCommitsWaitFor() {
        var waiting = with(SOUND, waits(80, 0, 79, 0))
                .but()
                .replication(new ServerReplication(false, "ANY 1 (db-2)", List.of(), List.of(), List.of(), null))
                .build();

        var found = cause(diagnose(suffering(waiting)));

        assertThat(named(found)).isEqualTo("synchronous-standby-missing on db-1");
        assertThat(found.evidence()).contains("synchronous_standby_names is 'ANY 1 (db-2)'; connected: no standby");
        assertThat(ruledOut(suffering(SOUND))).contains("synchronous-standby-missing");
    }

    @Test
    void namesTheDroppedIndexOfTheStatementThatExplainsTheExcess() {
        var dropped = new Change(
                NOW.minusSeconds(3),
                Change.Kind.SCHEMA,
                "db-1",
                "index orders_customer on public.orders",
                "CREATE INDEX orders_customer ON public.orders USING btree (customer)",
                null);

        var found = cause(diagnose(with(suffering(slow(0.97, 0.4)), dropped)));

        assertThat(named(found)).isEqualTo("index-dropped on db-1");
        assertThat(found.fix()).contains("CREATE INDEX orders_customer");
        assertThat(found.change()).isEqualTo(dropped);
    }

    @Test
    void whatTakesLongerForTheSamePagesHasNotAnotherPlan() {
        var found = diagnose(suffering(slow(0.97, 0.4, 6)));

        assertThat(named(found)).isEqualTo("slow-database on db-1");
        assertThat(found.open())
                .filteredOn(open -> open.cause().id().equals("changed-plan"))
                .singleElement()
                .satisfies(open -> assertThat(open.toString()).contains("as many pages as usual"));
    }

    @Test
    void anIndexOfAnotherTableIsNotTheReason() {
        var other = new Change(
                NOW.minusSeconds(3), Change.Kind.SCHEMA, "db-1", "index carts_age on public.carts", "CREATE …", null);

        assertThat(named(diagnose(with(suffering(slow(0.97, 0.4)), other)))).isEqualTo("changed-plan on db-1");
    }

    @Test
    void namesOldStatisticsOfATableThatTheSlowStatementReads() {
        var stale = slow(0.97, 0.4)
                .but()
                .vacuum(new ServerVacuum(
                        50_000_000,
                        200_000_000,
                        null,
                        0,
                        3,
                        List.of(new Table("public.orders", 100_000, 0, 90_000, true))))
                .build();

        assertThat(named(diagnose(suffering(stale)))).isEqualTo("stale-statistics on db-1");
    }

    @Test
    void namesAStatementThatWasNeverSeenInHealth() {
        assertThat(named(diagnose(suffering(slow(0.97, null))))).isEqualTo("new-slow-statement on db-1");
    }

    @Test
    void doesNotBlameOneStatementWhenAllAreSlower() {
        assertThat(named(diagnose(suffering(slow(0.3, 0.4))))).isEqualTo("slow-database on db-1");
    }

    @Test
    void somewhatSlowerStatementsThatNobodyFeelsAreNotTheCause() {
        var somewhat = SOUND.but()
                .statements(new ServerStatements(
                        millis("mean statement time", 3, 1.2),
                        new Reading("statements", 10, 400.0, Unit.PER_SECOND),
                        0,
                        null))
                .build();
        var unfelt = instance("shop-1", pool(20, 0, 12, 3, 20, 0));

        assertThat(ruledOut(scene(List.of(unfelt), List.of(passing("db-1")), List.of(somewhat))))
                .contains("slow-database");
        assertThat(ruledOut(suffering(somewhat))).doesNotContain("slow-database");

        var seldomAsked = SOUND.but()
                .statements(new ServerStatements(
                        new Reading("mean statement time", 2.2, null, Unit.MILLIS),
                        new Reading("statements", 1, null, Unit.PER_SECOND),
                        0,
                        null))
                .build();
        assertThat(ruledOut(scene(List.of(unfelt), List.of(passing("db-1")), List.of(seldomAsked))))
                .contains("slow-database");
        assertThat(ruledOut(suffering(seldomAsked))).doesNotContain("slow-database");
    }

    @Test
    void namesWhoKeepsTheProcessorsBusy() {
        var found = cause(diagnose(suffering(busyWithOthers(SOUND))));

        assertThat(named(found)).isEqualTo("cpu-busy-with-others on db-1");
        assertThat(found.statement()).contains("reports (role batch)");
        assertThat(ruledOut(suffering(SOUND))).contains("cpu-busy-with-others");
    }

    /// Its statement is new, too, and says less.
    @Test
    void namesThoseWhoKeepTheProcessorsBusyBeforeTheirStatement() {
        assertThat(named(diagnose(suffering(busyWithOthers(slow(0.97, null, 4100, 6))))))
                .isEqualTo("cpu-busy-with-others on db-1");
        assertThat(named(diagnose(suffering(slow(0.97, null, 4100, 6))))).isEqualTo("new-slow-statement on db-1");
    }

    private static ServerView busyWithOthers(ServerView server) {
        var of = server.activity();
        return server.but()
                .activity(new ServerActivity(
                        of.sessions(),
                        of.ours(),
                        new Waits(32, 32, 0, 0, 0, 0, 0, 0, 0),
                        List.of(new Group("batch", "reports", "chandlery", false, 9, 8, 8, 0)),
                        60,
                        100,
                        of.lockWaiters(),
                        null,
                        new Reading("other sessions on the CPU", 8, 0.2, Unit.COUNT),
                        millis("the guard's shortest question", 6.4, 0.4),
                        List.of(),
                        null))
                .build();
    }

    @Test
    void namesStorageThatSessionsWaitFor() {
        assertThat(named(diagnose(suffering(with(server("db-1", 9, sessions(0, 0)), waits(60, 0, 0, 48))))))
                .isEqualTo("storage-saturated on db-1");
        assertThat(ruledOut(suffering(with(SOUND, waits(60, 0, 0, 4))))).contains("storage-saturated");
    }

    @Test
    void namesTheSmallerMemoryThatMakesSortsSpill() {
        var shrunk = new Change(NOW.minusSeconds(8), Change.Kind.SERVER_SETTING, "db-1", "work_mem", "64MB", "64kB");

        var found = cause(diagnose(with(suffering(spilling()), shrunk)));

        assertThat(named(found)).isEqualTo("temporary-files-spill on db-1");
        assertThat(found.strength()).isEqualTo(Strength.CERTAIN);
        assertThat(found.fix()).contains("work_mem", "64MB");
        assertThat(ruledOut(suffering(SOUND))).contains("temporary-files-spill");
    }

    @Test
    void namesCheckpointsThatAreForced() {
        var unfelt =
                SOUND.but().checkpoints(new ServerCheckpoints(60, 0, 7, null)).build();
        var storm = with(unfelt, waits(60, 0, 0, 30));

        assertThat(named(diagnose(suffering(storm)))).isEqualTo("checkpoint-storm on db-1");
        assertThat(named(diagnose(suffering(unfelt)))).isEqualTo("nothing");
        assertThat(ruledOut(suffering(SOUND))).contains("checkpoint-storm");
    }

    @Test
    void tellsWhatIsReadAndWrittenWhereStorageOrCheckpointsAreTheCause() {
        var waiting = with(server("db-1", 9, sessions(0, 0)), waits(60, 0, 0, 48))
                .but()
                .io(io(perSecond("files synced by sessions", 3, 0.0)))
                .build();
        var storm =
                waiting.but().checkpoints(new ServerCheckpoints(60, 0, 7, null)).build();

        assertThat(cause(diagnose(suffering(waiting))).evidence())
                .contains(
                        "reads by sessions 900/s (usually 20/s)",
                        "time per read by sessions 14 ms (usually 0.30 ms)",
                        "reads by autovacuum 400/s (usual not known yet)",
                        "time per sync by checkpointer 250 ms (usually 4 ms)")
                .noneMatch(line -> line.contains("writes by sessions"));
        assertThat(cause(diagnose(suffering(storm))).evidence())
                .contains("files synced by sessions 3/s (usually 0/s): the checkpointer does not keep up");
    }

    private static ServerIo io(Reading ownSyncs) {
        return new ServerIo(
                10,
                new ServerIo.By(
                        perSecond("reads by sessions", 900, 20.0),
                        perSecond("writes by sessions", 0, 0.0),
                        perSecond("files extended by sessions", 0, 0.0),
                        ownSyncs,
                        new Reading("time per read by sessions", 14, 0.3, Unit.MILLIS),
                        null,
                        null),
                new ServerIo.By(
                        perSecond("reads by checkpointer", 0, 0.0),
                        perSecond("writes by checkpointer", 70, 5.0),
                        perSecond("files extended by checkpointer", 0, 0.0),
                        perSecond("files synced by checkpointer", 2, 1.0),
                        null,
                        null,
                        new Reading("time per sync by checkpointer", 250, 4.0, Unit.MILLIS)),
                new ServerIo.By(
                        perSecond("reads by autovacuum", 400, null),
                        perSecond("writes by autovacuum", 0, 0.0),
                        perSecond("files extended by autovacuum", 0, 0.0),
                        perSecond("files synced by autovacuum", 0, 0.0),
                        null,
                        null,
                        null));
    }

    private static Reading perSecond(String what, double now, @Nullable Double usual) {
        return new Reading(what, now, usual, Unit.PER_SECOND);
    }

    @Test
    void namesDeadlocksAndCancelledReadersByTheirCounters() {
        assertThat(named(diagnose(suffering(counting(12, 0))))).isEqualTo("deadlock-storm on db-1");
        assertThat(named(diagnose(suffering(counting(0, 12))))).isEqualTo("recovery-conflicts on db-1");
        assertThat(ruledOut(suffering(SOUND))).contains("deadlock-storm", "recovery-conflicts");
    }

    @Test
    void tellsARestartFromACrash() {
        var crashed = new Change(NOW.minusSeconds(2), Change.Kind.SERVER_START, "db-1", "processes", "a", "b");
        var restarted = new Change(NOW.minusSeconds(2), Change.Kind.SERVER_START, "db-1", "start", "a", "b");

        assertThat(named(diagnose(with(suffering(SOUND), crashed)))).isEqualTo("server-crashed on db-1");
        assertThat(named(diagnose(with(suffering(SOUND), crashed, restarted)))).isEqualTo("server-restarted on db-1");
        assertThat(ruledOut(with(suffering(SOUND), crashed, restarted))).contains("server-crashed");
        assertThat(ruledOut(suffering(SOUND))).contains("server-restarted", "server-crashed");
    }

    @Test
    void blamesNoRestartForWhatARunningServerTellsNewConnections() {
        var restarted = new Change(NOW.minusSeconds(8), Change.Kind.SERVER_START, "db-1", "start", "a", "b");
        var refused = failing("db-1", Step.SESSION, FailureKind.ROLE_CANNOT_LOG_IN, null);
        var scene = with(scene(List.of(), List.of(refused), List.of(SOUND)), restarted);

        assertThat(named(diagnose(scene))).isEqualTo("role-cannot-log-in on db-1");
    }

    @Test
    void namesThePoolerUnlessTheServerBehindItIsSlow() {
        var full = new PoolerView.Pool("chandlery", "shop", 5, 40, 5, 0, 0, 5, 2.4, "transaction", false);
        var paused = new PoolerView.Pool("chandlery", "shop", 0, 40, 0, 5, 0, 5, 0.2, "transaction", true);
        var pooled = SOUND.but()
                .pooler(new PoolerView("pooler:6432", "", List.of(full)))
                .build();
        var down = SOUND.but()
                .pooler(new PoolerView("pooler:6432", "Connection refused", List.of()))
                .build();
        var slow =
                server("db-1", 40, sessions(0, 0)).but().pooler(pooled.pooler()).build();

        assertThat(named(diagnose(suffering(pooled)))).isEqualTo("pooler-pool-too-small on db-1");
        assertThat(named(diagnose(suffering(SOUND.but()
                        .pooler(new PoolerView("pooler:6432", "", List.of(paused)))
                        .build()))))
                .isEqualTo("pooler-paused on db-1");
        assertThat(named(diagnose(suffering(down)))).isEqualTo("pooler-down on db-1");
        assertThat(named(diagnose(suffering(slow)))).isEqualTo("slow-database on db-1");
    }

    @Test
    void namesTransactionsThatAreLeftOpen() {
        var left = new OpenTransaction(41, "shop", "checkout", true, "idle in transaction", 31, 32, "SELECT $1");
        var idle = new Sessions(4, 240, 2, 0, 60, 178);

        assertThat(named(diagnose(congested(idle, Waits.NONE, left)))).isEqualTo("idle-in-transaction on db-1");
        assertThat(ruledOut(suffering(SOUND))).contains("idle-in-transaction");
    }

    @Test
    void aServerWithoutSessionsHasNobodyWhoWaits() {
        var empty = server("db-2", 1, new Sessions(4, 0, 0, 0, 0, 0));
        var unseen = server("db-2", 1, new Sessions(0, 0, 0, 0, 0, 0));

        assertThat(ruledOut(suffering(empty))).contains("lock-contention", "idle-in-transaction");
        assertThat(ruledOut(suffering(unseen))).doesNotContain("lock-contention", "idle-in-transaction");
    }

    @Test
    void aChangeIsNamedOnlyWhenNothingElseIs() {
        var change = new Change(NOW.minusSeconds(9), Change.Kind.SERVER_SETTING, "db-1", "jit", "off", "on");

        assertThat(named(diagnose(with(suffering(SOUND), change)))).isEqualTo("server-settings-changed on db-1");
        assertThat(named(diagnose(with(suffering(counting(12, 0)), change)))).isEqualTo("deadlock-storm on db-1");
        assertThat(named(diagnose(calmUntil(1, with(suffering(SOUND), change)))))
                .isEqualTo("nothing");
    }

    @Test
    void whatWasPutBackExplainsNothing() {
        var set = new Change(NOW.minusSeconds(90), Change.Kind.SERVER_SETTING, "db-1", "jit", "off", "on");
        var putBack = new Change(NOW.minusSeconds(9), Change.Kind.SERVER_SETTING, "db-1", "jit", "on", "off");

        assertThat(named(diagnose(with(suffering(SOUND), set)))).isEqualTo("server-settings-changed on db-1");
        assertThat(named(diagnose(with(suffering(SOUND), set, putBack)))).isEqualTo("nothing");
    }

    private static ServerViewBuilder replaying(double usualMillis, double now) {
        var delay = millis("age of the last replayed transaction", now, usualMillis);
        return SOUND.but()
                .replication(new ServerReplication(
                        true, "", List.of(), List.of(), List.of(), new Receiver("streaming", false, 10, delay)));
    }

    @Test
    void dangersAreNamedInHealth() {
        assertThat(danger(SOUND.but().wal(new ServerWal(null, true, 5, "0000000100000000000000A1", 900.0))))
                .isEqualTo("wal-archiving-fails on db-1");
        assertThat(danger(slot("extended", false))).isEqualTo("slot-retains-wal on db-1");
        assertThat(danger(slot("lost", false))).isEqualTo("slot-lost on db-1");
        assertThat(danger(slot("extended", true))).isEqualTo("nothing");
        assertThat(danger(slot("reserved", false))).isEqualTo("slot-retains-wal on db-1");
        assertThat(danger(slot("reserved", true))).isEqualTo("nothing");
        assertThat(danger(SOUND.but()
                        .replication(new ServerReplication(
                                false, "", List.of(), List.of(), List.of(new Missing("db-2", 40)), null))))
                .isEqualTo("replication-broken on db-1");
        assertThat(danger(SOUND.but()
                        .replication(ServerReplication.ofPrimary(
                                new Standby("db-2", "127.0.1.2", "catchup", 200L << 20, 1)))))
                .isEqualTo("standby-lagging on db-2");
        assertThat(danger(replaying(700, 11_000))).isEqualTo("standby-lagging on db-1");
        assertThat(danger(replaying(9_000, 21_000))).isEqualTo("nothing");
        assertThat(danger(SOUND.but()
                        .replication(new ServerReplication(
                                true, "", List.of(), List.of(), List.of(), new Receiver("streaming", true, 10, null)))))
                .isEqualTo("replay-paused on db-1");
        assertThat(danger(SOUND.but().counters(new ServerCounters(10, 0, 0, 3, 4000, 0, null, null))))
                .isEqualTo("checksum-failures on db-1");
        assertThat(danger(SOUND.but().fileErrors(List.of("pg_hba.conf:12: invalid authentication method \"sram\""))))
                .isEqualTo("configuration-file-broken on db-1");
        assertThat(danger(
                        SOUND.but().shutOut(List.of("shop from 10.0.3.7 in orders: pg_hba.conf:3 rejects it (28000)"))))
                .isEqualTo("sessions-shut-out on db-1");
        assertThat(danger(SOUND.but().vacuum(new ServerVacuum(900_000_000, 200_000_000, null, 3, 3, List.of()))))
                .isEqualTo("transaction-ids-run-out on db-1");
        assertThat(danger(heldBackBy(new Holder("session", "pid 41 (reports)", 40_000, 5400.0))))
                .isEqualTo("long-transaction on db-1");
        assertThat(danger(heldBackBy(new Holder("replication slot", "cdc", 4_000_000, null))))
                .isEqualTo("vacuum-held-back on db-1");
        assertThat(danger(SOUND.but())).isEqualTo("nothing");
    }

    @Test
    void aDangerIsNotBlamedForAnOutage() {
        var failing = SOUND.but()
                .wal(new ServerWal(null, true, 5, "0000000100000000000000A1", 900.0))
                .build();

        var diagnosis = diagnose(suffering(failing));

        assertThat(diagnosis.cause()).isNull();
        assertThat(diagnosis.open())
                .anyMatch(open -> open.cause().id().equals("wal-archiving-fails")
                        && open.why().startsWith("true"));
    }

    @Test
    void aServerThatIsSilentRefutesNothing() {
        var silent = SOUND.but().silentSeconds(9).build();

        assertThat(ruledOut(suffering(silent)))
                .doesNotContain(
                        "synchronous-standby-missing", "lock-contention", "checkpoint-storm", "slot-retains-wal");
    }

    @Test
    void sessionsThatPileUpAreASymptomWithoutAnyAgent() {
        var many = new Sessions(4, 240, 60, 0, 0, 180);

        assertThat(symptoms(congested(many, waits(60, 0, 0, 48), null))).containsExactly(Symptom.Kind.SERVER_CONGESTED);
        assertThat(symptoms(congested(many, waits(60, 0, 0, 0), null)))
                .as("more work than usual, done as quickly as usual")
                .isEmpty();
        assertThat(symptoms(suffering(counting(12, 0)))).contains(Symptom.Kind.SERVER_CANCELS);
    }

    private static List<Symptom.Kind> symptoms(Scene scene) {
        return Symptoms.in(scene).all().stream().map(Symptom::kind).toList();
    }

    private static Scene congested(Sessions sessions, Waits ours, @Nullable OpenTransaction oldest) {
        var of = SOUND.activity();
        return scene(
                List.of(),
                List.of(passing("db-1")),
                List.of(SOUND.but()
                        .activity(new ServerActivity(
                                sessions,
                                ours,
                                of.others(),
                                List.of(),
                                60,
                                100,
                                of.lockWaiters(),
                                new Reading("busy sessions", sessions.busy(), 1.0, Unit.COUNT),
                                of.othersOnCpu(),
                                of.roundTrip(),
                                List.of(),
                                oldest))
                        .build()));
    }

    private static ServerView slow(double shareOfExcess, @Nullable Double usualMillis) {
        return slow(shareOfExcess, usualMillis, 4100);
    }

    private static ServerView slow(double shareOfExcess, @Nullable Double usualMillis, double blocks) {
        return slow(shareOfExcess, usualMillis, blocks, 0);
    }

    private static ServerView slow(double shareOfExcess, @Nullable Double usualMillis, double blocks, int ofOthers) {
        var top = new Top(
                17,
                "SELECT * FROM orders WHERE customer = $1",
                shareOfExcess,
                new Reading("execution time", 480, usualMillis, Unit.MILLIS),
                8,
                new Reading("rows per call", 3, 3.0, Unit.COUNT),
                new Reading("blocks per call", blocks, 5.0, Unit.COUNT),
                0.1,
                6,
                ofOthers,
                1.8);
        return with(server("db-1", 40, sessions(0, 0)), waits(60, 0, 0, 0))
                .but()
                .statements(new ServerStatements(
                        millis("mean statement time", 40, 0.3),
                        new Reading("statements", 90, 400.0, Unit.PER_SECOND),
                        3900,
                        top))
                .build();
    }

    private static ServerView spilling() {
        return SOUND.but()
                .storage(new ServerStorage(
                        4L << 30,
                        0.0,
                        new Reading("temporary files", 90e6, 0.0, Unit.BYTES_PER_SECOND),
                        12,
                        null,
                        null))
                .build();
    }

    private static ServerView counting(int deadlocks, int conflicts) {
        return SOUND.but()
                .counters(new ServerCounters(10, deadlocks, conflicts, 0, 4000, 30, null, null))
                .build();
    }

    private static ServerViewBuilder slot(String status, boolean active) {
        return SOUND.but()
                .replication(new ServerReplication(
                        false,
                        "",
                        List.of(),
                        List.of(new Slot("cdc", active, status, 9L << 30, 2e6, null)),
                        List.of(),
                        null));
    }

    private static ServerViewBuilder heldBackBy(Holder holder) {
        return SOUND.but()
                .vacuum(new ServerVacuum(
                        50_000_000,
                        200_000_000,
                        holder,
                        1,
                        3,
                        List.of(new Table("public.carts", 20_000, 400_000, 100, true))));
    }

    private static String danger(ServerViewBuilder server) {
        var scene = scene(healthy().instances(), healthy().routes(), List.of(server.build()));
        assertThat(Symptoms.in(scene).none()).isTrue();
        return named(new Diagnostician(Hypotheses.dangers()).diagnose(scene, Symptoms.in(scene)));
    }

    /// A pool that is exhausted because connections are held longer, with this server behind it.
    private static Scene suffering(ServerView server) {
        return scene(
                List.of(instance("shop-1", pool(20, 20, 12, 3, 20, 900))), List.of(passing("db-1")), List.of(server));
    }

    private static Diagnosis diagnose(Scene scene) {
        return new Diagnostician(Hypotheses.all()).diagnose(scene, Symptoms.in(scene));
    }

    private static List<String> ruledOut(Scene scene) {
        return diagnose(scene).ruledOut().stream().map(out -> out.cause().id()).toList();
    }

    private static Supported cause(Diagnosis diagnosis) {
        return Objects.requireNonNull(diagnosis.cause());
    }

    private static String named(Diagnosis diagnosis) {
        return diagnosis.cause() == null ? "nothing" : named(diagnosis.cause());
    }

    private static String named(Supported cause) {
        return cause.cause().id() + " on " + cause.subject();
    }
}
