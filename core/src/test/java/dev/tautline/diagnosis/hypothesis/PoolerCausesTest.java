package dev.tautline.diagnosis.hypothesis;

import static dev.tautline.diagnosis.PathScenes.having;
import static dev.tautline.diagnosis.Scenes.NOW;
import static dev.tautline.diagnosis.Scenes.failing;
import static dev.tautline.diagnosis.Scenes.failingWhereItAnswered;
import static dev.tautline.diagnosis.Scenes.instance;
import static dev.tautline.diagnosis.Scenes.passing;
import static dev.tautline.diagnosis.Scenes.pool;
import static dev.tautline.diagnosis.Scenes.scene;
import static dev.tautline.diagnosis.Scenes.server;
import static dev.tautline.diagnosis.Scenes.sessions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.agent.AgentReport.ConnectFailure;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Destination;
import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.PathScenes;
import dev.tautline.diagnosis.PoolerView;
import dev.tautline.diagnosis.PoolerView.Pool;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.RouteDetails;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Scenes;
import dev.tautline.diagnosis.ServerCounters;
import dev.tautline.diagnosis.Unit;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Causes in a pooler that the guard has met on the way, told by the routes that lead past it.
class PoolerCausesTest {
    private static final Instant STARTED = NOW.minusSeconds(900);
    private static final Destination PRIMARY = new Destination(false, 7301L, false, STARTED);
    private static final Destination THROUGH = new Destination(true, 7301L, false, STARTED);
    private static final Destination STANDBY = new Destination(false, 7301L, true, STARTED);

    @ParameterizedTest
    @CsvSource({
        "CONNECT, CONNECTION_REFUSED, pooler-down, CERTAIN",
        "TLS, ACCEPTED_THEN_SILENT, pooler-down, CERTAIN",
        "QUERY, STEP_TIMED_OUT, pooler-pool-too-small, LIKELY",
        "SESSION, LOG_IN_UNANSWERED, pooler-without-server, LIKELY",
        "SESSION, POOLER_WITHOUT_SERVER, pooler-without-server, CERTAIN",
        "SESSION, POOLER_LOG_IN_REFUSED, pooler-without-server, CERTAIN",
    })
    void namesThePoolerWhileTheServerBehindItAnswers(Step step, FailureKind kind, String cause, Strength strength) {
        var diagnosed = Diagnosed.of(routes(pooler(step, kind), answering("db-1", PRIMARY, NOW)));

        assertThat(diagnosed.named()).isEqualTo(cause + " on pooler");
        assertThat(diagnosed.strength()).isEqualTo(strength);
        assertThat(diagnosed.evidence()).anyMatch(line -> line.contains("past the pooler"));
        assertThat(diagnosed.ruledOut()).contains("server-down", "server-frozen");
    }

    @ParameterizedTest
    @CsvSource({
        "SESSION, POOLER_WITHOUT_SERVER, CONNECT, CONNECTION_REFUSED, server-down",
        "SESSION, POOLER_WITHOUT_SERVER, SESSION, STARTING_UP, server-down",
        "QUERY, STEP_TIMED_OUT, TLS, ACCEPTED_THEN_SILENT, server-frozen",
        "SESSION, LOG_IN_UNANSWERED, TLS, ACCEPTED_THEN_SILENT, server-frozen",
    })
    void namesTheServerThatFailsOnItsOwnRoute(
            Step through, FailureKind words, Step step, FailureKind kind, String cause) {
        var server = failingWhereItAnswered("db-1", step, kind, Duration.ofSeconds(9))
                .with(details().leadingTo(PRIMARY));
        var diagnosed = Diagnosed.of(routes(pooler(through, words), server));

        assertThat(diagnosed.named()).isEqualTo(cause + " on db-1");
        assertThat(diagnosed.fitting()).doesNotContain("pooler-without-server", "pooler-pool-too-small", "pooler-down");
    }

    @ParameterizedTest
    @CsvSource({
        "TLS, ACCEPTED_THEN_SILENT",
        "QUERY, STEP_TIMED_OUT",
        "SESSION, LOG_IN_UNANSWERED",
        "SESSION, POOLER_WITHOUT_SERVER"
    })
    void blamesNeitherBeforeTheServerIsAskedAnew(Step step, FailureKind kind) {
        var before = answering("db-1", PRIMARY, NOW.minusSeconds(9));
        var diagnosed = Diagnosed.of(routes(pooler(step, kind), before));

        assertThat(diagnosed.fitting())
                .doesNotContain(
                        "server-down",
                        "server-frozen",
                        "pooler-down",
                        "pooler-pool-too-small",
                        "pooler-without-server",
                        "query-unanswered",
                        "session-refused");
    }

    /// The machine of the pooler refuses by itself, whatever became of the server.
    @Test
    void aRefusalNeedsNoFurtherAnswerOfTheServer() {
        var before = answering("db-1", PRIMARY, NOW.minusSeconds(9));

        assertThat(Diagnosed.of(routes(pooler(Step.CONNECT, FailureKind.CONNECTION_REFUSED), before))
                        .named())
                .isEqualTo("pooler-down on pooler");
    }

    @Test
    void aPortThatHasJustBegunToRefuseMayBelongToAPoolerThatIsRestarted() {
        var restarting = pooler(Step.CONNECT, FailureKind.CONNECTION_REFUSED)
                .with(new RouteDetails(NOW.minusMillis(1200), NOW.minusSeconds(1), true, null, null, null, List.of())
                        .leadingTo(THROUGH));

        assertThat(Diagnosed.of(routes(restarting, answering("db-1", PRIMARY, NOW)))
                        .strength())
                .isEqualTo(Strength.LIKELY);
        assertThat(Diagnosed.of(routes(at(restarting, NOW.minusSeconds(9)), answering("db-1", PRIMARY, NOW)))
                        .open())
                .as("the next climb would have been refused, too, and is not")
                .contains("pooler-down");
    }

    @Test
    void aStandbyOfTheClusterIsNotTheServerBehindThePooler() {
        var diagnosed =
                Diagnosed.of(routes(pooler(Step.QUERY, FailureKind.STEP_TIMED_OUT), answering("db-2", STANDBY, NOW)));

        assertThat(diagnosed.named()).isEqualTo("server-frozen on pooler");
        assertThat(diagnosed.open()).contains("pooler-pool-too-small");
    }

    /// Its port and its first word are its own.
    @ParameterizedTest
    @CsvSource({"CONNECT, CONNECTION_REFUSED", "TLS, ACCEPTED_THEN_SILENT"})
    void aDeadPoolerIsNamedThoughNobodyWatchesTheServerBehindIt(Step step, FailureKind kind) {
        var diagnosed = Diagnosed.of(routes(pooler(step, kind)));

        assertThat(diagnosed.named()).isEqualTo("pooler-down on pooler");
        assertThat(diagnosed.ruledOut()).contains("server-down", "server-frozen");
    }

    @Test
    void aServerThatWasNeverReachedThroughAPoolerIsNone() {
        var silent = failingWhereItAnswered("db-3", Step.TLS, FailureKind.ACCEPTED_THEN_SILENT, Duration.ofSeconds(9))
                .with(details().leadingTo(PRIMARY));
        var diagnosed = Diagnosed.of(routes(silent, answering("db-1", PRIMARY, NOW)));

        assertThat(diagnosed.named()).isEqualTo("server-frozen on db-3");
        assertThat(diagnosed.ruledOut()).contains("pooler-down", "pooler-pool-too-small");
    }

    /// With session pooling, sessions that were open before keep their servers.
    @Test
    void anOpenSessionThroughThePoolerShowsThatOnlyNewOnesWait() {
        var waits = failing("pooler", Step.QUERY, FailureKind.STEP_TIMED_OUT, null)
                .with(new RouteDetails(NOW.minusSeconds(8), NOW, false, null, null, null, List.of())
                        .leadingTo(THROUGH));
        var silent = failing("pooler", Step.TLS, FailureKind.ACCEPTED_THEN_SILENT, null)
                .with(waits.details());

        assertThat(Diagnosed.of(routes(waits)).named()).isEqualTo("pooler-pool-too-small on pooler");
        assertThat(Diagnosed.of(routes(silent)).named()).isEqualTo("new-sessions-unanswered on pooler");
    }

    @Test
    void aSlowServerFillsAnyPool() {
        var slow = scene(
                List.of(),
                List.of(pooler(Step.QUERY, FailureKind.STEP_TIMED_OUT), answering("db-1", PRIMARY, NOW)),
                List.of(server("db-1", 40, sessions(0, 0))));

        assertThat(Diagnosed.of(slow).open()).contains("pooler-pool-too-small");
    }

    @Test
    void theConsoleOfAPoolerThatIsWatchedTellsOfThatRoute() {
        var down = server("db-1", 0.3, sessions(0, 0))
                .but()
                .pooler(new PoolerView("pooler:5432", "Connection refused", List.of()))
                .build();
        var diagnosed = Diagnosed.of(scene(
                List.of(), List.of(answering("pooler", THROUGH, NOW), answering("db-1", PRIMARY, NOW)), List.of(down)));

        assertThat(diagnosed.named()).isEqualTo("pooler-down on pooler");
    }

    /// With session pooling, clients that were there before keep their server connections.
    @Test
    void aPoolThatCouldServeAndDoesNotIsPaused() {
        assertThat(Diagnosed.of(waitingIn(row(4, 0, 0, 20))).named()).isEqualTo("pooler-paused on db-1");
        assertThat(Diagnosed.of(waitingIn(row(4, 2, 0, 6))).named()).isEqualTo("pooler-paused on db-1");
        assertThat(Diagnosed.of(waitingIn(row(4, 0, 1, 20))).named()).isEqualTo("pooler-pool-too-small on db-1");
        assertThat(Diagnosed.of(waitingIn(row(4, 0, 0, 4))).named()).isEqualTo("pooler-pool-too-small on db-1");
    }

    @Test
    void aPoolerThatHasYetToTryItsServerAgainIsNotPaused() {
        var anew = new Change(NOW.minusSeconds(9), Change.Kind.SERVER_START, "db-1", "start", "10:00", "10:44");

        assertThat(Diagnosed.of(waitingIn(row(0, 0, 0, 20)), anew).open()).contains("pooler-pool-too-small");
    }

    @Test
    void aPoolerThatCannotReachItsServerIsNotPaused() {
        var told = waitingIn(row(0, 0, 0, 20));
        var routes = List.of(pooler(Step.SESSION, FailureKind.LOG_IN_UNANSWERED), answering("db-1", PRIMARY, NOW));

        assertThat(Diagnosed.of(scene(List.of(), routes, told.servers())).named())
                .isEqualTo("pooler-without-server on pooler");
    }

    private static Pool row(int active, int idle, int opening, int size) {
        return new Pool("chandlery", "shop", active, 3, active, idle, opening, size, 2.4, "session", false);
    }

    private static Scene waitingIn(Pool pool) {
        var behind = server("db-1", 0.3, sessions(0, 0))
                .but()
                .pooler(new PoolerView("pooler:5432", "", List.of(pool)))
                .build();
        return scene(List.of(), List.of(answering("db-1", PRIMARY, NOW)), List.of(behind));
    }

    @Test
    void theConsoleTellsWhichOfTheTwoItIs() {
        var paused = new Pool("chandlery", "shop", 4, 3, 4, 0, 0, 20, 2.4, "session", true);
        var behind = server("db-1", 0.3, sessions(0, 0))
                .but()
                .pooler(new PoolerView("pooler:5432", "", List.of(paused)))
                .build();
        var waits = scene(
                List.of(),
                List.of(pooler(Step.QUERY, FailureKind.STEP_TIMED_OUT), answering("db-1", PRIMARY, NOW)),
                List.of(behind));

        assertThat(Diagnosed.of(waits).named()).isEqualTo("pooler-paused on db-1");
    }

    /// pgjdbc's loginTimeout does not say where the time went.
    @Test
    void aLogInThatRanOutOfTimeDoesNotBlameAPortThatAcceptsTheGuard() {
        var late = new ConnectFailure("pooler:5432", "connect", "08001", "Connection attempt timed out.", 3, NOW, NOW);
        var shop = instance("shop-1", having(pool(), List.of(), late));
        var waits = List.of(pooler(Step.QUERY, FailureKind.STEP_TIMED_OUT), answering("db-1", PRIMARY, NOW));
        var elsewhere = new ConnectFailure("db-7:5432", "connect", "08001", "Connect timed out", 3, NOW, NOW);

        assertThat(Diagnosed.of(scene(List.of(shop), waits, List.of())).fitting())
                .doesNotContain("no-answer");
        assertThat(Diagnosed.of(scene(
                                List.of(instance("shop-1", having(pool(), List.of(), elsewhere))), waits, List.of()))
                        .fitting())
                .contains("no-answer");
    }

    /// The application remembers for a while that a pooler was restarted.
    @Test
    void whatWasRefusedBeforeTheGuardWasAcceptedIsOver() {
        var well = List.of(answering("pooler", THROUGH, NOW));

        assertThat(Diagnosed.of(scene(List.of(refusedAt(NOW.minusSeconds(2))), well, List.of()))
                        .fitting())
                .doesNotContain("connection-refused");
        assertThat(Diagnosed.of(scene(List.of(refusedAt(NOW)), well, List.of())).named())
                .as("and what is still refused is not")
                .isEqualTo("connection-refused on pooler");
    }

    @Test
    void aRefusalWaitsForTheClimbThatIsUnderWay() {
        var hangs = List.of(answering("pooler", THROUGH, NOW.minusSeconds(3)));

        assertThat(Diagnosed.of(scene(List.of(refusedAt(NOW.minusSeconds(2))), hangs, List.of()))
                        .open())
                .contains("connection-refused");
    }

    private static InstanceView refusedAt(Instant last) {
        var refused = new ConnectFailure("pooler:5432", "connect", "08001", "Connection refused", 3, last, last);
        return instance("shop-1", having(pool(), List.of(), refused));
    }

    @Test
    void sessionsThatBrokeAreNotCutOnTheWayBeforeNewOnesWereTried() {
        var broken = instance("shop-1", PathScenes.failing(pool(), "08006", 3));
        var under = scene(List.of(broken), List.of(at(passing("pooler"), NOW.minusSeconds(3))), List.of());
        var well = scene(List.of(broken), List.of(passing("pooler")), List.of());

        assertThat(Diagnosed.of(under).open()).contains("sessions-cut");
        var changed = new Change(
                NOW.minusSeconds(3),
                Change.Kind.SERVER_SETTING,
                "db-1's pooler",
                "pool_mode",
                "session",
                "transaction");

        assertThat(Diagnosed.of(well).named()).isEqualTo("sessions-cut on shop-1");
        assertThat(Diagnosed.of(well, changed).open()).contains("sessions-cut");
    }

    /// A pooler that finds no server logs in again and again, and so do those whom it lets wait.
    @Test
    void aPoolerThatLetsNobodyThroughIsNoStormOfRetries() {
        var busy = server("db-1", 0.3, sessions(0, 0))
                .but()
                .counters(new ServerCounters(
                        10,
                        0,
                        0,
                        0,
                        4000,
                        2,
                        new Reading("sessions begun on db-1", 1.7, 1.0, Unit.PER_SECOND),
                        new Reading("sessions just logging in on db-1", 1.25, 0.0, Unit.COUNT)))
                .build();
        var hangs = answering("pooler", THROUGH, NOW.minusSeconds(3));
        var server = answering("db-1", PRIMARY, NOW);

        assertThat(Diagnosed.of(scene(List.of(), List.of(hangs, server), List.of(busy)))
                        .open())
                .contains("retry-storm");
        assertThat(Diagnosed.of(scene(List.of(), List.of(answering("pooler", THROUGH, NOW), server), List.of(busy)))
                        .fitting())
                .contains("retry-storm");
    }

    private static Scene routes(RouteView... routes) {
        return scene(List.of(), List.of(routes), List.of(server("db-1", 0.3, sessions(0, 0))));
    }

    private static RouteDetails details() {
        return new RouteDetails(NOW.minusSeconds(5), NOW.minusSeconds(7), true, null, null, null, List.of());
    }

    /// It led to the primary, and has failed for five seconds.
    private static RouteView pooler(Step step, FailureKind kind) {
        return failingWhereItAnswered("pooler", step, kind, Duration.ofSeconds(6))
                .with(details().leadingTo(THROUGH));
    }

    private static RouteView answering(String target, Destination destination, Instant climbedAt) {
        return at(passing(target), climbedAt)
                .with(new RouteDetails(null, NOW, false, null, null, null, List.of()).leadingTo(destination));
    }

    private static RouteView at(RouteView route, Instant climbedAt) {
        return Scenes.climbedAt(route, climbedAt);
    }
}
