package dev.tautline.diagnosis.hypothesis;

import static dev.tautline.diagnosis.PathScenes.withRequests;
import static dev.tautline.diagnosis.Scenes.NOW;
import static dev.tautline.diagnosis.Scenes.climbedAt;
import static dev.tautline.diagnosis.Scenes.failing;
import static dev.tautline.diagnosis.Scenes.failingWhereItAnswered;
import static dev.tautline.diagnosis.Scenes.healthy;
import static dev.tautline.diagnosis.Scenes.instance;
import static dev.tautline.diagnosis.Scenes.millis;
import static dev.tautline.diagnosis.Scenes.passing;
import static dev.tautline.diagnosis.Scenes.pool;
import static dev.tautline.diagnosis.Scenes.scene;
import static dev.tautline.diagnosis.Scenes.server;
import static dev.tautline.diagnosis.Scenes.sessions;
import static dev.tautline.diagnosis.Scenes.starved;
import static dev.tautline.diagnosis.Scenes.with;
import static dev.tautline.diagnosis.Scenes.withoutName;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.agent.AgentReport.ConnectFailure;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Diagnosis;
import dev.tautline.diagnosis.Diagnostician;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.PoolDetails;
import dev.tautline.diagnosis.PoolView;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.RequestView;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.RouteView.FormerAddress;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerStatements;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.ServerView.Standby;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.diagnosis.Unit;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Whole scenes against the whole catalogue: what is named, and what is ruled out.
class HypothesesTest {
    private static final Standby STREAMING = new Standby("db-2", "127.0.1.2", "streaming", 0, 0.4);

    @Test
    void healthHasNoSymptomAndNoCause() {
        var diagnosis = diagnose(healthy());

        assertThat(Symptoms.in(healthy()).none()).isTrue();
        assertThat(diagnosis.cause()).isNull();
        assertThat(diagnosis.open())
                .extracting(open -> open.cause().id())
                .doesNotContain("server-down", "pool-too-small", "traffic-spike", "slow-database");
    }

    @Test
    void namesTheShrunkPoolAndRulesOutEverythingThatWasSuspectedForNinetyMinutes() {
        var shrunk =
                new Change(NOW.minusSeconds(4), Change.Kind.CLIENT_SETTING, "shop-3", "buy.maximumPoolSize", "20", "1");
        var diagnosis = diagnose(with(onePoolExhausted(pool(1, 1, 7, 2, 18, 50)), shrunk));

        assertThat(named(diagnosis)).isEqualTo("pool-too-small on shop-3");
        assertThat(cause(diagnosis).change()).isEqualTo(shrunk);
        assertThat(cause(diagnosis).fix()).contains("back to 20", "application.yml:12:26");
        assertThat(ruledOut(diagnosis))
                .contains("traffic-spike", "slow-database", "lock-contention", "network-latency", "slow-frontend");
    }

    @Test
    void namesThePoolThatIsSmallerThanItsPeersWithoutKnowingOfAChange() {
        assertThat(named(diagnose(onePoolExhausted(pool(2, 2, 9, 0, 38, 50))))).isEqualTo("pool-too-small on shop-3");
    }

    @Test
    void doesNotBlameThePoolWhenConnectionsAreHeldLonger() {
        var diagnosis = diagnose(scene(
                List.of(instance("shop-1", pool(20, 20, 12, 3, 20, 900))),
                List.of(passing("db-1")),
                List.of(server("db-1", 40, sessions(0, 0)))));

        assertThat(named(diagnosis)).isEqualTo("slow-database on db-1");
        assertThat(ruledOut(diagnosis)).contains("pool-too-small");
    }

    @Test
    void namesLocksRatherThanTheStatementsThatWaitForThem() {
        var diagnosis = diagnose(scene(
                List.of(instance("shop-1", pool(20, 20, 12, 3, 20, 900))),
                List.of(passing("db-1")),
                List.of(server("db-1", 190, sessions(70, 2)))));

        assertThat(named(diagnosis)).isEqualTo("lock-contention on db-1");
    }

    @Test
    void namesTheLongerWayByItsQuickestRoundTrip() {
        var diagnosis = diagnose(scene(
                List.of(instance("shop-1", pool(20, 20, 12, 3, 20, 900))),
                List.of(passing("db-1", 62)),
                List.of(server("db-1", 0.3, sessions(0, 0)))));

        assertThat(named(diagnosis)).isEqualTo("network-latency on db-1");
    }

    @Test
    void namesAnApplicationThatKeepsConnectionsInIdleTransactions() {
        var diagnosis = diagnose(scene(
                List.of(instance("shop-1", pool(20, 20, 12, 3, 20, 900))),
                List.of(passing("db-1")),
                List.of(server("db-1", 0.3, sessions(0, 78)))));

        assertThat(named(diagnosis)).isEqualTo("connections-held-too-long on shop-1");
    }

    @Test
    void namesALeakWhenReturnedBorrowsDoNotAccountForTheActiveOnes() {
        var diagnosis = diagnose(scene(
                List.of(instance("shop-1", pool(20, 20, 12, 3, 5, 50))),
                List.of(passing("db-1")),
                List.of(server("db-1", 0.3, sessions(0, 0)))));

        assertThat(named(diagnosis)).isEqualTo("connection-leak on shop-1");
    }

    /// What comes back needs a quarter of the smaller pool.
    @Test
    void aPoolThatWasShrunkLongBeforeDoesNotExplainALeak() {
        var leaking = scene(
                List.of(instance("shop-1", pool(20, 20, 12, 3, 5, 50))),
                List.of(passing("db-1")),
                List.of(server("db-1", 0.3, sessions(0, 0))));
        var shrunk = new Change(
                NOW.minusSeconds(400), Change.Kind.CLIENT_SETTING, "shop-1", "buy.maximumPoolSize", "150", "20");

        assertThat(named(diagnose(with(leaking, shrunk)))).isEqualTo("connection-leak on shop-1");
    }

    /// The pool is full, and each of its connections is held for as long as ever.
    @Test
    void aServerThatIsSlowForOthersDoesNotFillAPool() {
        var full = onePoolExhausted(pool(1, 1, 7, 2, 18, 50));
        var slow = scene(full.instances(), full.routes(), List.of(slower(60)));

        assertThat(ruledOut(diagnose(slow))).contains("slow-database");
    }

    @Test
    void aServerThatIsALittleSlowerIsNoReasonForRequestsThatAreMuchSlower() {
        var held = withRequests(instance("shop-1", pool()), holding(400));
        var little = scene(List.of(held), List.of(passing("db-1")), List.of(slower(60)));
        var much = scene(List.of(held), List.of(passing("db-1")), List.of(slower(6000)));

        assertThat(Diagnosed.of(little).open()).contains("slow-database");
        assertThat(Diagnosed.of(much).fitting()).contains("slow-database");
    }

    /// Ten requests a second, each of which usually holds its connection for 50 ms.
    private static RequestView holding(double millis) {
        return new RequestView(
                30,
                0,
                0,
                new Reading("requests", 10, 10.0, Unit.PER_SECOND),
                millis("requests p95", 1.5 * millis, 90),
                millis("requests take", millis + 10, 60),
                millis("waiting for a connection", 0.1, 0.1),
                millis("holding a connection", millis, 50),
                millis("own work", 10, 10));
    }

    private static ServerView slower(double excessPerSecond) {
        var statements = new ServerStatements(
                millis("mean statement time", 3, 0.3),
                new Reading("statements", 400, 400.0, Unit.PER_SECOND),
                excessPerSecond,
                null);
        return server("db-1", 0.3, sessions(0, 0)).but().statements(statements).build();
    }

    @Test
    void aServerExplainsNothingWhereConnectionsDoNotGetThere() {
        var shop = List.of(withRequests(instance("shop-1", pool()), holding(400)));
        var unnamed = scene(shop, List.of(withoutName("db-1", Duration.ofMillis(800))), List.of(slower(6000)));

        assertThat(Diagnosed.of(unnamed).named()).isEqualTo("nothing");
        assertThat(Diagnosed.of(unnamed).open()).contains("slow-database");
    }

    @Test
    void namesALeakWhenNothingComesBackAnyMore() {
        var server = server("db-1", 0.3, sessions(0, 0));
        var leaked = scene(List.of(instance("shop-1", emptied(12))), List.of(passing("db-1")), List.of(server));
        var cutOff = scene(List.of(instance("shop-1", emptied(0))), List.of(passing("db-1")), List.of(server));

        assertThat(named(diagnose(leaked))).isEqualTo("connection-leak on shop-1");
        assertThat(Diagnosed.of(cutOff).open()).contains("connection-leak");
    }

    private static PoolView emptied(double keptBack) {
        var of = pool(20, 20, 12, 3, 5, 50);
        return new PoolView(
                        of.name(),
                        of.hosts(),
                        20,
                        20,
                        0,
                        12,
                        20,
                        3,
                        of.borrowsPerSecond(),
                        of.acquireP95(),
                        null,
                        List.of(),
                        List.of())
                .with(new PoolDetails(null, null, null, 0, Map.of(), Map.of(), keptBack));
    }

    @Test
    void namesAProcessThatHardlyRunsRatherThanALeak() {
        var diagnosis = diagnose(scene(
                List.of(starved(instance("shop-1", pool(20, 20, 12, 3, 5, 50)))),
                List.of(passing("db-1")),
                List.of(server("db-1", 0.3, sessions(0, 0)))));

        assertThat(named(diagnosis)).isEqualTo("starved-instance on shop-1");
    }

    @Test
    void namesASpikeWhenEveryPoolIsFullAndManyMoreRequestsArrive() {
        var busy = pool(20, 20, 30, 9, 400, 52);
        var diagnosis = diagnose(scene(
                List.of(instance("shop-1", busy, 200, 1400, 10), instance("shop-2", busy, 200, 1400, 10)),
                List.of(passing("db-1")),
                List.of(server("db-1", 0.3, sessions(0, 0)))));

        assertThat(named(diagnosis)).isEqualTo("traffic-spike on chandlery");
    }

    @Test
    void namesTheApplicationWhenItsOwnWorkTakesTheTime() {
        var diagnosis = diagnose(scene(
                List.of(instance("shop-1", pool(), 20, 0.1, 2400)),
                List.of(passing("db-1")),
                List.of(server("db-1", 0.3, sessions(0, 0)))));

        assertThat(named(diagnosis)).isEqualTo("slow-frontend on shop-1");
        assertThat(ruledOut(diagnosis)).contains("slow-database", "pool-too-small", "network-latency");
    }

    @Test
    void namesTheChangedAddressOfANodeThatIsAlive() {
        var moved = new Change(NOW.minusSeconds(2), Change.Kind.ADDRESS, "db-2", "address", "127.0.1.2", "127.0.1.99");
        var route = failing(
                "db-2",
                Step.CONNECT,
                FailureKind.NO_ANSWER,
                new FormerAddress("127.0.1.2", true, "standby, read-only"));
        var diagnosis = diagnose(with(brokenStandby(route), moved));

        assertThat(named(diagnosis)).isEqualTo("wrong-published-address on db-2");
        assertThat(cause(diagnosis).evidence())
                .anyMatch(line -> line.contains("127.0.1.2 → 127.0.1.99"))
                .anyMatch(line -> line.contains("still answers"))
                .anyMatch(line -> line.contains("streams WAL to db-2"));
        assertThat(ruledOut(diagnosis)).contains("server-down", "traffic-spike", "slow-database", "slow-frontend");
    }

    @Test
    void doesNotSpeakOfAddressesWhenNoneChanged() {
        var diagnosis = diagnose(brokenStandby(failing("db-2", Step.CONNECT, FailureKind.NO_ANSWER, null)));

        assertThat(named(diagnosis)).isEqualTo("no-answer on db-2");
        assertThat(ruledOut(diagnosis)).contains("wrong-published-address");
    }

    @Test
    void doesNotCallThePortClosedWhileTheNextTryIsNotRefused() {
        var refused = failing("db-2", Step.CONNECT, FailureKind.CONNECTION_REFUSED, null);

        var diagnosis = diagnose(scene(
                healthy().instances(),
                List.of(passing("db-1"), climbedAt(refused, NOW.minusSeconds(8))),
                List.of(server("db-1", 0.3, sessions(0, 0)))));

        assertThat(diagnosis.cause()).isNull();
    }

    @Test
    void namesARefusalWhereNoServerWasEverSeen() {
        var diagnosis = diagnose(scene(
                healthy().instances(),
                List.of(passing("db-1"), failing("db-2", Step.CONNECT, FailureKind.CONNECTION_REFUSED, null)),
                List.of(server("db-1", 0.3, sessions(0, 0)))));

        assertThat(named(diagnosis)).isEqualTo("connection-refused on db-2");
        assertThat(cause(diagnosis).statement()).contains("db-2");
    }

    @Test
    void isCertainOfAStoppedServerOnlyWhereOneAnsweredMinutesAgo() {
        assertThat(strengthOf(failing("db-2", Step.CONNECT, FailureKind.CONNECTION_REFUSED, null)))
                .isEqualTo(Strength.LIKELY);
        assertThat(strengthOf(refusedWhereItAnswered(Duration.ofHours(1)))).isEqualTo(Strength.LIKELY);
        assertThat(strengthOf(refusedWhereItAnswered(Duration.ofSeconds(3)))).isEqualTo(Strength.CERTAIN);
        assertThat(strengthOf(failing("db-2", Step.AUTHENTICATE, FailureKind.SHUTTING_DOWN, null)))
                .isEqualTo(Strength.CERTAIN);
    }

    private static RouteView refusedWhereItAnswered(Duration ago) {
        return failingWhereItAnswered("db-2", Step.CONNECT, FailureKind.CONNECTION_REFUSED, ago);
    }

    private static Strength strengthOf(RouteView route) {
        return cause(diagnose(scene(
                        healthy().instances(),
                        List.of(passing("db-1"), route),
                        List.of(server("db-1", 0.3, sessions(0, 0))))))
                .strength();
    }

    @Test
    void believesTheApplicationThatIsRefusedWhereTheGuardIsNot() {
        var refused =
                new ConnectFailure("db-1", "authenticate", "28P01", "password authentication failed", 3, NOW, NOW);
        var diagnosis = diagnose(scene(
                List.of(instance("shop-1", starved(refused))),
                List.of(passing("db-1")),
                List.of(server("db-1", 0.3, sessions(0, 0)))));

        assertThat(named(diagnosis)).isEqualTo("password-refused on db-1");
        assertThat(ruledOut(diagnosis)).contains("pool-too-small", "no-answer");
    }

    @Test
    void saysUnknownInsteadOfForcingANameWithoutNumbers() {
        var diagnosis = diagnose(new Scene(NOW, List.of(), List.of(), List.of(), List.of()));

        assertThat(diagnosis.cause()).isNull();
        assertThat(diagnosis.ruledOut()).isEmpty();
        assertThat(diagnosis.open()).hasSameSizeAs(Hypotheses.all());
    }

    @Test
    void idsAreUniqueAndKebabCase() {
        var ids = Hypotheses.all().stream()
                .map(hypothesis -> hypothesis.cause().id())
                .toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
    }

    private static Scene onePoolExhausted(PoolView small) {
        return scene(
                List.of(instance("shop-1", pool()), instance("shop-2", pool()), instance("shop-3", small)),
                List.of(passing("db-1"), passing("db-2")),
                List.of(server("db-1", 0.3, sessions(0, 0))));
    }

    private static Scene brokenStandby(RouteView route) {
        return scene(
                healthy().instances(),
                List.of(passing("db-1"), route),
                List.of(server("db-1", 0.3, sessions(0, 0), STREAMING)));
    }

    private static Diagnosis diagnose(Scene scene) {
        return new Diagnostician(Hypotheses.all()).diagnose(scene, Symptoms.in(scene));
    }

    private static Supported cause(Diagnosis diagnosis) {
        return Objects.requireNonNull(diagnosis.cause());
    }

    private static String named(Diagnosis diagnosis) {
        var cause = diagnosis.cause();
        return cause == null ? "nothing" : cause.cause().id() + " on " + cause.subject();
    }

    private static Set<String> ruledOut(Diagnosis diagnosis) {
        return diagnosis.ruledOut().stream().map(out -> out.cause().id()).collect(Collectors.toSet());
    }
}
