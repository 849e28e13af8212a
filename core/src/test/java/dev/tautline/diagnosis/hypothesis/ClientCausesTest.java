package dev.tautline.diagnosis.hypothesis;

import static dev.tautline.diagnosis.PathScenes.asking;
import static dev.tautline.diagnosis.PathScenes.climbing;
import static dev.tautline.diagnosis.PathScenes.failing;
import static dev.tautline.diagnosis.PathScenes.failingRequests;
import static dev.tautline.diagnosis.PathScenes.having;
import static dev.tautline.diagnosis.PathScenes.opening;
import static dev.tautline.diagnosis.PathScenes.setting;
import static dev.tautline.diagnosis.PathScenes.withRequests;
import static dev.tautline.diagnosis.Scenes.NOW;
import static dev.tautline.diagnosis.Scenes.instance;
import static dev.tautline.diagnosis.Scenes.millis;
import static dev.tautline.diagnosis.Scenes.passing;
import static dev.tautline.diagnosis.Scenes.pool;
import static dev.tautline.diagnosis.Scenes.scene;
import static dev.tautline.diagnosis.Scenes.server;
import static dev.tautline.diagnosis.Scenes.sessions;
import static dev.tautline.diagnosis.Scenes.starved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.agent.AgentReport.ConnectFailure;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.PoolView;
import dev.tautline.diagnosis.ProcessView;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.RequestView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Scenes;
import dev.tautline.diagnosis.ServerActivity;
import dev.tautline.diagnosis.ServerCounters;
import dev.tautline.diagnosis.ServerRefusals;
import dev.tautline.diagnosis.ServerRefusals.Kind;
import dev.tautline.diagnosis.ServerRefusals.Refused;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Symptom;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.diagnosis.Unit;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Causes in the applications: their pools, their processes, what they ask for.
class ClientCausesTest {
    @ParameterizedTest
    @CsvSource({
        "08006, sessions-cut",
        "57P01, sessions-terminated",
        "57P05, session-time-limit",
        "25P03, session-time-limit",
        "26000, prepared-statements-lost"
    })
    void namesWhatTheSqlStateOfFailedCallsTells(String sqlState, String cause) {
        var shop = well(instance("shop-1", failing(pool(), sqlState, 7)));

        assertThat(Diagnosed.of(shop).named()).isEqualTo(cause + " on shop-1");
        assertThat(Symptoms.in(shop).all()).extracting(Symptom::kind).containsExactly(Symptom.Kind.STATEMENTS_FAILING);
        assertThat(Diagnosed.of(well(instance("shop-1", pool()))).ruledOut()).contains(cause);
    }

    @Test
    void takesTheApplicationsOwnErrorsForNoSymptom() {
        assertThat(Symptoms.in(well(instance("shop-1", failing(pool(), "23505", 40))))
                        .none())
                .isTrue();
    }

    @Test
    void doesNotCallSessionsCutThatDiedWithTheirServer() {
        var restart =
                new Change(NOW.minusSeconds(4), Change.Kind.SERVER_START, "db-1", "start", "2026-06-01", "2026-06-07");

        assertThat(Diagnosed.of(well(instance("shop-1", failing(pool(), "08006", 7))), restart)
                        .ruledOut())
                .contains("sessions-cut");
    }

    @Test
    void namesConnectionsThatDieWhileTheyRest() {
        var dead = new PoolView(
                "buy",
                List.of("db-1"),
                20,
                0,
                20,
                4,
                20,
                6,
                null,
                millis("wait for a connection p95", 5000, 0.1),
                null,
                List.of(),
                List.of());

        assertThat(Diagnosed.of(well(instance("shop-1", dead))).named())
                .isEqualTo("idle-connections-dropped on shop-1");
        assertThat(Diagnosed.of(scene(
                                List.of(instance("shop-1", dead)), List.of(passing("db-1")), List.of(loggingIn(2, 40))))
                        .named())
                .isEqualTo("connection-storm on db-1");
        assertThat(Diagnosed.of(well(instance("shop-1", pool()))).ruledOut()).contains("idle-connections-dropped");
    }

    @Test
    void aWaitBesideIdleConnectionsProvesNothingWhereTheProcessHardlyRuns() {
        var slow = pool(20, 6, 1, 0, 1500, 50);

        assertThat(Diagnosed.of(well(starved(instance("shop-1", slow)))).named())
                .isEqualTo("starved-instance on shop-1");
    }

    @Test
    void aPoolIsNotTooSmallWhereTheProcessHardlyRuns() {
        var full = pool(20, 20, 12, 3, 400, 110);

        assertThat(Diagnosed.of(well(starved(instance("shop-1", full)))).named())
                .isEqualTo("starved-instance on shop-1");
    }

    @Test
    void namesAPoolThatGivesUpBeforeAConnectionComesBack() {
        var hasty = having(pool(20, 20, 9, 5, 40, 50), List.of(setting("connectionTimeout", "30")));
        var patient = having(pool(20, 20, 9, 5, 40, 50), List.of(setting("connectionTimeout", "30000")));

        assertThat(Diagnosed.of(well(instance("shop-1", hasty))).named())
                .isEqualTo("acquire-timeout-too-short on shop-1");
        assertThat(Diagnosed.of(well(instance("shop-1", patient))).ruledOut()).contains("acquire-timeout-too-short");
    }

    @Test
    void tellsPoolsThatExceedTheServerFromSomebodyElseWhoTookTheSlots() {
        var full = new ConnectFailure("db-1:5432", "session", "53300", "too many clients already", 3, NOW, NOW);
        var large = having(pool(80, 40, 0, 0, 40, 50), List.of(), full);
        var ours = scene(
                List.of(instance("shop-1", large), instance("shop-2", large)),
                List.of(passing("db-1")),
                List.of(server("db-1", 0.3, sessions(0, 0))));
        var others = well(instance("shop-1", having(pool(), List.of(), full)));

        assertThat(Diagnosed.of(ours).named()).isEqualTo("pools-exceed-server on db-1");
        assertThat(Diagnosed.of(ours).ruledOut()).contains("connection-slots-used-up");
        assertThat(Diagnosed.of(others).named()).isEqualTo("connection-slots-used-up on db-1");
        assertThat(Diagnosed.of(others).ruledOut()).contains("pools-exceed-server");
    }

    @Test
    void namesAStormOfNewConnections() {
        assertThat(Diagnosed.of(well(instance("shop-1", opening(pool(), 60, 1.0))))
                        .fitting())
                .contains("connection-storm");
        assertThat(Diagnosed.of(well(instance("shop-1", opening(pool(), 2, 1.0))))
                        .ruledOut())
                .contains("connection-storm");
    }

    /// Clients without an agent are seen by the server alone; what they take in passing, nobody holds.
    @Test
    void namesAStormOfNewConnectionsThatTheServerSees() {
        var storm = beginning(40);
        var shop = List.of(instance("shop-1", pool()));
        var full = Scenes.failing("db-1", Step.SESSION, FailureKind.ONLY_RESERVED_SLOTS_LEFT, null);

        assertThat(Diagnosed.of(scene(shop, List.of(passing("db-1")), List.of(storm)))
                        .fitting())
                .contains("connection-storm");
        assertThat(Diagnosed.of(scene(shop, List.of(full), List.of(storm))).named())
                .isEqualTo("connection-storm on db-1");
        assertThat(Diagnosed.of(scene(shop, List.of(full), List.of(beginning(3))))
                        .named())
                .isEqualTo("connection-slots-used-up on db-1");
    }

    /// 30 of its 60 connections are no sessions yet.
    @Test
    void whoOnlyLogsInHoldsNoSlot() {
        var shop = List.of(instance("shop-1", pool()));
        var full = Scenes.failing("db-1", Step.SESSION, FailureKind.ONLY_RESERVED_SLOTS_LEFT, null);
        var storm = loggingIn(30, 2);
        var narrow =
                storm.but().activity(ServerActivity.of(sessions(0, 0), 60, 62)).build();

        assertThat(Diagnosed.of(scene(shop, List.of(full), List.of(narrow))).named())
                .doesNotContain("slots-used-up");
    }

    /// 60 of its 100 connections are in use.
    private static ServerView beginning(double perSecond) {
        var server = server("db-1", 0.3, sessions(0, 0));
        return server.but()
                .counters(new ServerCounters(
                        10,
                        0,
                        0,
                        0,
                        4000,
                        2,
                        new Reading("sessions begun on db-1", perSecond, 2.0, Unit.PER_SECOND),
                        null))
                .build();
    }

    private static ServerView loggingIn(double perLook, double begunPerSecond) {
        var server = server("db-1", 3, sessions(0, 0));
        return server.but()
                .counters(new ServerCounters(
                        10,
                        0,
                        0,
                        0,
                        4000,
                        2,
                        new Reading("sessions begun on db-1", begunPerSecond, 2.0, Unit.PER_SECOND),
                        new Reading("sessions just logging in", perLook, 0.05, Unit.COUNT)))
                .build();
    }

    @Test
    void namesWhoseLoginsFailWhereTheServersLogTells() {
        var shop = instance("shop-1", pool());
        var failing = scene(List.of(shop), List.of(passing("db-1")), List.of(refusing(Kind.PASSWORD)));
        var full = scene(List.of(shop), List.of(passing("db-1")), List.of(refusing(Kind.SLOTS)));

        var storm = new RetryStorm().judge(failing, Symptoms.in(failing));

        assertThat(storm)
                .isInstanceOfSatisfying(
                        Supported.class,
                        because -> assertThat(because.evidence())
                                .contains(
                                        "log-ins refused on db-1 30/s (usually 0.10/s)",
                                        "db-1's log: %s, 300 times in 10 s: role batch from 10.0.0.5"
                                                .formatted(Kind.PASSWORD.words())));
        assertThat(new RetryStorm().judge(full, Symptoms.in(full))).isNotInstanceOf(Supported.class);
    }

    private static ServerView refusing(Kind kind) {
        return server("db-1", 0.3, sessions(0, 0))
                .but()
                .refusals(new ServerRefusals(
                        10,
                        List.of(new Refused(kind, "batch", "", "10.0.0.5", 300)),
                        Map.of(kind, new Reading("log-ins refused", 30, 0.1, Unit.PER_SECOND))))
                .build();
    }

    @Test
    void namesLoginsThatFailAgainAndAgain() {
        var shop = instance("shop-1", pool());
        var failing = scene(List.of(shop), List.of(passing("db-1")), List.of(loggingIn(2, 2.0)));
        var beginning = scene(List.of(shop), List.of(passing("db-1")), List.of(loggingIn(2, 40)));

        assertThat(Diagnosed.of(failing).fitting()).contains("retry-storm").doesNotContain("slow-database");
        assertThat(Diagnosed.of(beginning).fitting())
                .contains("connection-storm")
                .doesNotContain("slow-database");
    }

    /// A server that has no time for an answer is not frozen, and its network has not become longer.
    @Test
    void aStormExplainsSilence() {
        var shop = List.of(instance("shop-1", pool()));
        var silent = Scenes.failing("db-1", Step.AUTHENTICATE, FailureKind.LOG_IN_UNANSWERED, null);
        var far = scene(shop, List.of(passing("db-1", 62)), List.of(loggingIn(2, 40)));
        var storm = scene(shop, List.of(silent), List.of(loggingIn(2, 40)));
        var frozen = scene(shop, List.of(silent), List.of(loggingIn(0, 2)));

        assertThat(Diagnosed.of(storm).named()).isEqualTo("connection-storm on db-1");
        assertThat(Diagnosed.of(frozen).named()).isEqualTo("server-frozen on db-1");
        assertThat(Diagnosed.of(far).named()).isEqualTo("connection-storm on db-1");
        assertThat(Diagnosed.of(scene(shop, List.of(climbing(passing("db-1"), 4, 0, 16)), List.of(loggingIn(2, 40))))
                        .named())
                .isEqualTo("connection-storm on db-1");
    }

    @Test
    void tellsRetriesFromTraffic() {
        var retrying = failingRequests(instance("shop-1", pool(20, 20, 9, 0, 160, 50), 20, 0.1, 10), 0.5);
        var busy = failingRequests(instance("shop-1", pool(20, 20, 9, 0, 160, 50), 80, 0.1, 10), 0.5);

        assertThat(Diagnosed.of(well(retrying)).fitting()).contains("retry-storm");
        assertThat(Diagnosed.of(well(busy)).ruledOut()).contains("retry-storm");
    }

    @Test
    void namesRequestsThatAskManyMoreQuestions() {
        var shop = instance("shop-1", pool());
        var asking = scene(List.of(shop), List.of(passing("db-1")), List.of(statements(1600, 0.3)));
        var slow = scene(List.of(shop), List.of(passing("db-1")), List.of(statements(1600, 40)));

        assertThat(Diagnosed.of(asking).fitting()).contains("more-statements-per-request");
        assertThat(Diagnosed.of(slow).open()).contains("more-statements-per-request");
        assertThat(Diagnosed.of(well(shop)).ruledOut()).contains("more-statements-per-request");
        var hanging = instance("shop-1", pool(), 4, 0.1, 10);
        assertThat(Diagnosed.of(well(hanging)).open()).contains("more-statements-per-request");
    }

    @Test
    void namesTheDeployAndThenTheSettingThatDiffers() {
        var bad = failingRequests(instance("shop-2", having(pool(), List.of(setting("readOnly", "true")))), 0.6);
        var good = instance("shop-1", having(pool(), List.of(setting("readOnly", "false"))));
        var one = scene(List.of(good, bad), List.of(passing("db-1")), List.of(server("db-1", 0.3, sessions(0, 0))));
        var start = started("shop-2", NOW.minusSeconds(30));

        assertThat(Diagnosed.of(one, start).fitting()).contains("bad-deploy", "instance-differs");
        assertThat(Diagnosed.of(one, started("shop-1", NOW.minusSeconds(30))).ruledOut())
                .contains("bad-deploy");
        assertThat(Diagnosed.of(one).named()).isEqualTo("instance-differs on shop-2");
    }

    @Test
    void namesTheSettingThatWasChangedBeforeAnInstanceSuffered() {
        var bad = failingRequests(instance("shop-1", pool()), 0.6);
        var start = started("shop-1", NOW.minusSeconds(6));
        var simple = new Change(
                NOW.minusSeconds(6),
                Change.Kind.CLIENT_SETTING,
                "shop-1",
                "buy.driver.preferQueryMode",
                null,
                "simple");
        var before = new Change(
                NOW.minusSeconds(40), Change.Kind.CLIENT_SETTING, "shop-1", "buy.driver.ssl", "true", "false");
        var both = scene(
                List.of(bad, failingRequests(instance("shop-2", pool()), 0.6)),
                List.of(passing("db-1")),
                List.of(server("db-1", 0.3, sessions(0, 0))));

        assertThat(Diagnosed.of(well(bad), start, simple).named()).isEqualTo("client-settings-changed on shop-1");
        assertThat(Diagnosed.of(well(bad.well(10)), start, simple).open()).contains("client-settings-changed");
        assertThat(Diagnosed.of(both, start, simple).ruledOut()).contains("client-settings-changed");
        assertThat(Diagnosed.of(well(bad), before, start).ruledOut()).contains("client-settings-changed");
    }

    /// With one instance, or after the last of many, there is nothing to compare with but its own time before.
    @Test
    void blamesADeployOfAllOnlyForWhatWasNeverWell() {
        var bad = failingRequests(instance("shop-1", pool()), 0.6);
        var start = started("shop-1", NOW.minusSeconds(30));
        var justNow = started("shop-1", NOW.minusSeconds(5));
        var cold = startedAgo(5, bad);
        var refused = Scenes.failing("db-1", Step.CONNECT, FailureKind.CONNECTION_REFUSED, null);

        assertThat(Diagnosed.of(well(bad), start).fitting()).contains("bad-deploy");
        assertThat(Diagnosed.of(well(bad.well(10)), start).open()).contains("bad-deploy");
        assertThat(Diagnosed.of(well(cold), justNow).open()).contains("bad-deploy");
        assertThat(Diagnosed.of(scene(List.of(bad), List.of(refused), List.of()), start)
                        .open())
                .contains("bad-deploy");
    }

    /// Or each deploy would be an incident.
    @Test
    void takesTheFirstSlowSecondsOfAProcessForNoSymptom() {
        var slow = instance("shop-1", pool(), 20, 0.1, 420);

        assertThat(Symptoms.in(well(slow)).all()).extracting(Symptom::kind).containsExactly(Symptom.Kind.REQUESTS_SLOW);
        assertThat(Symptoms.in(well(startedAgo(5, slow))).none()).isTrue();
        assertThat(Symptoms.in(well(startedAgo(5, instance("shop-1", pool(), 20, 0.1, 2400))))
                        .none())
                .isFalse();
    }

    @Test
    void slowerStatementsBesideTheApplicationsOwnWorkAreNotTheCause() {
        var busy = instance("shop-1", pool(), 20, 0.1, 2400).with(process(3, 200, 0.01, 0.95));
        var waiting = instance("shop-1", pool(), 20, 0.1, 4);
        var slower = List.of(server("db-1", 9, sessions(0, 0)));

        var found = Diagnosed.of(scene(List.of(busy), List.of(passing("db-1")), slower));

        assertThat(found.named()).isEqualTo("slow-frontend on shop-1");
        assertThat(found.fitting()).doesNotContain("slow-database");
        assertThat(found.ruledOut()).doesNotContain("slow-database");
        assertThat(Diagnosed.of(scene(List.of(waiting), List.of(passing("db-1")), slower))
                        .fitting())
                .contains("slow-database");
    }

    /// Everything is slower under many times the usual requests, and nothing of that is the cause.
    @Test
    void namesManyTimesTheUsualRequestsBeforeWhatTheyMakeSlow() {
        var slower = List.of(server("db-1", 9, sessions(0, 0)));
        var asked = List.of(instance("shop-1", pool(), 96, 0.1, 420));
        var askedAsUsual = List.of(instance("shop-1", pool(), 20, 0.1, 4));

        assertThat(Diagnosed.of(scene(asked, List.of(passing("db-1")), slower)).named())
                .isEqualTo("traffic-spike on chandlery");
        assertThat(Diagnosed.of(scene(asked, List.of(passing("db-1")), slower)).open())
                .contains("slow-database");
        assertThat(Diagnosed.of(scene(askedAsUsual, List.of(passing("db-1")), slower))
                        .fitting())
                .contains("slow-database");
    }

    @Test
    void tellsTheProcessesApart() {
        var slow = instance("shop-1", pool(), 20, 0.1, 2400);

        assertThat(Diagnosed.of(well(slow.with(process(3, 200, 0.01, 0.1)))).named())
                .isEqualTo("slow-downstream on shop-1");
        assertThat(Diagnosed.of(well(slow.with(process(3, 200, 0.01, 0.95)))).named())
                .isEqualTo("slow-frontend on shop-1");
        assertThat(Diagnosed.of(well(slow.with(process(200, 200, 0.01, 0.1)))).named())
                .isEqualTo("request-threads-used-up on shop-1");
        assertThat(Diagnosed.of(well(slow.with(process(3, 200, 0.6, 0.9)))).named())
                .isEqualTo("garbage-collecting on shop-1");
        assertThat(Diagnosed.of(well(instance("shop-1", pool()).with(process(3, 200, 0.01, 0.1))))
                        .ruledOut())
                .contains("slow-downstream", "request-threads-used-up", "garbage-collecting");
    }

    @Test
    void whoHasOnlyJustStartedMayWaitForAProcessor() {
        var slow = instance("shop-1", pool(), 20, 0.1, 2400).with(process(3, 200, 0.01, 0.1));
        var fresh = new InstanceView(
                slow.service(),
                slow.name(),
                NOW.minusSeconds(6),
                0,
                slow.pools(),
                slow.requests(),
                slow.schedulingDelay(),
                slow.process(),
                0);

        assertThat(Diagnosed.of(well(fresh)).open()).contains("slow-downstream");
    }

    @Test
    void saysOfASilentInstanceHowTheAgentFailsAndThatTheDatabaseAnswers() {
        var gone = silent(instance("shop-1", pool()), 100);
        var diagnosed = Diagnosed.of(scene(
                List.of(gone, instance("shop-2", pool())),
                List.of(passing("db-1")),
                List.of(server("db-1", 0.3, sessions(0, 0)))));

        assertThat(diagnosed.named()).isEqualTo("instance-unreachable on shop-1");
        assertThat(diagnosed.evidence())
                .anyMatch(line -> line.contains("Connection refused"))
                .anyMatch(line -> line.contains("db-1 reaches the top"));
    }

    /// A watch that starts in the middle of an outage.
    @Test
    void needsNoUsualToSeeThatRequestsAreSlowerThanTheApplicationAllows() {
        var view = instance("shop-1", pool()).requests();
        var slow = new RequestView(60, 0, 0.7, view.perSecond(), unknownUsual(), null, null, null, null);
        var cold = withRequests(instance("shop-1", pool()), slow);

        assertThat(Symptoms.in(well(cold)).all()).extracting(Symptom::kind).containsExactly(Symptom.Kind.REQUESTS_SLOW);
    }

    private static Reading unknownUsual() {
        return new Reading("requests p95", 2400, null, Unit.MILLIS);
    }

    /// 400 statements a second are usual.
    private static ServerView statements(double perSecond, double mean) {
        return asking(server("db-1", mean, sessions(0, 0)), perSecond);
    }

    private static Change started(String instance, Instant at) {
        return new Change(at, Change.Kind.INSTANCE_START, instance, "start", "yesterday", at.toString());
    }

    private static ProcessView process(int inFlight, int threads, double pauses, double cpu) {
        return new ProcessView(inFlight, threads, pauses, cpu, null);
    }

    private static InstanceView startedAgo(long seconds, InstanceView of) {
        return new InstanceView(
                of.service(),
                of.name(),
                NOW.minusSeconds(seconds),
                of.silentSeconds(),
                of.pools(),
                of.requests(),
                of.schedulingDelay(),
                of.process(),
                of.secondsWell());
    }

    private static InstanceView silent(InstanceView of, double seconds) {
        return new InstanceView(
                of.service(),
                of.name(),
                of.startedAt(),
                seconds,
                of.pools(),
                of.requests(),
                of.schedulingDelay(),
                new ProcessView(0, null, null, null, "Connection refused"),
                of.secondsWell());
    }

    private static Scene well(InstanceView... instances) {
        return scene(List.of(instances), List.of(passing("db-1")), List.of(server("db-1", 0.3, sessions(0, 0))));
    }
}
