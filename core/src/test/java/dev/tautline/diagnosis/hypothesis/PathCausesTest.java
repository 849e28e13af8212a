package dev.tautline.diagnosis.hypothesis;

import static dev.tautline.diagnosis.PathScenes.climbing;
import static dev.tautline.diagnosis.PathScenes.failingFor;
import static dev.tautline.diagnosis.PathScenes.inRole;
import static dev.tautline.diagnosis.PathScenes.lookedUpIn;
import static dev.tautline.diagnosis.PathScenes.openSessionFails;
import static dev.tautline.diagnosis.PathScenes.openSessionGoesOn;
import static dev.tautline.diagnosis.PathScenes.opening;
import static dev.tautline.diagnosis.PathScenes.transferring;
import static dev.tautline.diagnosis.PathScenes.withOther;
import static dev.tautline.diagnosis.Scenes.NOW;
import static dev.tautline.diagnosis.Scenes.failing;
import static dev.tautline.diagnosis.Scenes.failingWhereItAnswered;
import static dev.tautline.diagnosis.Scenes.healthy;
import static dev.tautline.diagnosis.Scenes.instance;
import static dev.tautline.diagnosis.Scenes.passing;
import static dev.tautline.diagnosis.Scenes.pool;
import static dev.tautline.diagnosis.Scenes.scene;
import static dev.tautline.diagnosis.Scenes.seenLate;
import static dev.tautline.diagnosis.Scenes.server;
import static dev.tautline.diagnosis.Scenes.sessions;
import static dev.tautline.diagnosis.Scenes.starved;
import static dev.tautline.diagnosis.Scenes.withoutName;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.agent.AgentReport.ConnectFailure;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.RouteDetails;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerActivity;
import dev.tautline.diagnosis.ServerActivity.Group;
import dev.tautline.diagnosis.ServerRefusals;
import dev.tautline.diagnosis.ServerRefusals.Kind;
import dev.tautline.diagnosis.ServerRefusals.Refused;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.ServerView.Standby;
import dev.tautline.diagnosis.Unit;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Causes on the way to the server, from its name to its port.
class PathCausesTest {
    @ParameterizedTest
    @CsvSource({
        "RESOLVE, NAME_UNKNOWN, name-unknown",
        "RESOLVE, RESOLVER_SILENT, resolver-down",
        "CONNECT, NO_ANSWER, no-answer",
        "CONNECT, CONNECTION_REFUSED, connection-refused",
        "TLS, ACCEPTED_THEN_SILENT, server-frozen",
        "TLS, RESET_AFTER_ACCEPT, balancer-without-server",
        "TLS, HTTP_AT_PORT, wrong-port",
        "TLS, CERTIFICATE_EXPIRED, certificate-expired",
        "TLS, CERTIFICATE_UNKNOWN_AUTHORITY, certificate-unknown-authority",
        "TLS, CERTIFICATE_NAME_MISMATCH, certificate-name-mismatch",
        "TLS, TLS_NOT_OFFERED, tls-not-offered",
        "TLS, TLS_HANDSHAKE_FAILED, tls-refused",
        "AUTHENTICATE, PASSWORD_REFUSED, password-refused",
        "AUTHENTICATE, ROLE_UNKNOWN, role-unknown",
        "AUTHENTICATE, ROLE_CANNOT_LOG_IN, role-cannot-log-in",
        "AUTHENTICATE, HBA_NO_ENTRY, hba-refuses",
        "AUTHENTICATE, HBA_REJECTS, hba-refuses",
        "AUTHENTICATE, IDENTITY_SERVICE_REFUSED, log-in-refused",
        "AUTHENTICATE, STARTING_UP, server-down",
        "AUTHENTICATE, CRASH_RECOVERY, server-crashed",
        "SESSION, DATABASE_UNKNOWN, database-missing",
        "SESSION, ONLY_RESERVED_SLOTS_LEFT, connection-slots-used-up",
        "SESSION, ROLE_CONNECTION_LIMIT, role-connection-limit",
        "SESSION, DATABASE_CONNECTION_LIMIT, database-connection-limit",
        "SESSION, POOLER_FULL, pooler-exhausted",
        "SESSION, POOLER_WITHOUT_SERVER, pooler-without-server",
        "SESSION, LOG_IN_TRIGGER_FAILED, session-refused",
        "QUERY, CONNECTION_LOST, query-unanswered",
        "ROLE, READ_ONLY_BY_SETTING, read-only-by-setting",
        "ROLE, STANDBY_WHERE_PRIMARY_EXPECTED, standby-behind-endpoint",
        "ROLE, PRIMARY_WHERE_STANDBY_EXPECTED, wrong-role",
    })
    void namesWhatTheFailedStepTellsAndRulesItOutWhereNothingFails(Step step, FailureKind kind, String cause) {
        assertThat(failingOn(failing("db-2", step, kind, null)).named()).isEqualTo(cause + " on db-2");
        var well = Diagnosed.of(sceneWith(inRole(passing("db-2"), true, true, NOW.minusSeconds(900))));
        assertThat(well.ruledOut()).contains(cause);
    }

    @ParameterizedTest
    @CsvSource({"CERTIFICATE_EXPIRED", "CERTIFICATE_NAME_MISMATCH", "CERTIFICATE_UNKNOWN_AUTHORITY", "TLS_NOT_OFFERED"})
    void whatAServerShowsOfItselfRulesOutThatItIsDownOrFrozen(FailureKind kind) {
        assertThat(failingOn(failing("db-2", Step.TLS, kind, null)).ruledOut())
                .contains("server-down", "server-frozen");
    }

    @Test
    void tellsBlockedNewConnectionsFromACutRouteByTheSessionThatWasOpen() {
        var blocked = failing("db-2", Step.CONNECT, FailureKind.NO_ANSWER, null);

        assertThat(failingOn(openSessionGoesOn(blocked)).named()).isEqualTo("new-connections-blocked on db-2");
        assertThat(failingOn(openSessionGoesOn(blocked)).ruledOut()).contains("host-unreachable", "server-down");
        assertThat(failingOn(openSessionFails(blocked)).named()).isEqualTo("host-unreachable on db-2");
        assertThat(failingOn(openSessionFails(blocked)).ruledOut()).contains("new-connections-blocked");
    }

    @Test
    void doesNotCallAServerDownWhoseOpenSessionsGoOn() {
        var refused =
                failingWhereItAnswered("db-2", Step.CONNECT, FailureKind.CONNECTION_REFUSED, Duration.ofSeconds(5));

        assertThat(failingOn(refused).named()).isEqualTo("server-down on db-2");
        assertThat(failingOn(openSessionGoesOn(refused)).named()).isEqualTo("new-connections-blocked on db-2");
        assertThat(failingOn(openSessionGoesOn(refused)).ruledOut()).contains("server-down");
    }

    @Test
    void tellsAFrozenServerFromAHungPostmasterAndFromAOneWayPath() {
        var silent = failingWhereItAnswered("db-2", Step.TLS, FailureKind.ACCEPTED_THEN_SILENT, Duration.ofSeconds(5));
        var streaming = new Standby("db-2", "127.0.1.2", "streaming", 0, 0.4);

        assertThat(failingOn(openSessionFails(silent)).named()).isEqualTo("server-frozen on db-2");
        assertThat(failingOn(openSessionFails(silent)).strength()).isEqualTo(Strength.CERTAIN);
        assertThat(failingOn(openSessionGoesOn(silent)).named()).isEqualTo("new-sessions-unanswered on db-2");
        var oneWay = Diagnosed.of(scene(
                healthy().instances(),
                List.of(passing("db-1"), openSessionFails(silent)),
                List.of(server("db-1", 0.3, sessions(0, 0), streaming))));
        assertThat(oneWay.named()).isEqualTo("silent-path on db-2");
        assertThat(oneWay.ruledOut()).contains("server-frozen", "server-down");
    }

    @Test
    void saysOfARefusalThatAnotherServerAnswersOnTheSameHost() {
        var other = new RouteView("db-2-old", "db-2", 0, passing("db-2").latest(), null, null, null, NOW);
        var diagnosed = Diagnosed.of(scene(
                healthy().instances(),
                List.of(other, failing("db-2", Step.CONNECT, FailureKind.CONNECTION_REFUSED, null)),
                List.of(server("db-1", 0.3, sessions(0, 0)))));

        assertThat(diagnosed.named()).isEqualTo("connection-refused on db-2");
        assertThat(diagnosed.evidence()).anyMatch(line -> line.contains("at another port"));
    }

    @Test
    void namesTheOneAddressOfSeveralThatDoesNotAnswer() {
        var half = withOther(passing("db-2"), "10.0.0.9", false);

        assertThat(failingOn(half).named()).isEqualTo("one-address-dead on db-2");
        assertThat(failingOn(withOther(passing("db-2"), "10.0.0.9", true)).ruledOut())
                .contains("one-address-dead");
    }

    @Test
    void blamesItsOwnNetworkWhenTheApplicationsConnect() {
        var everywhere = List.of(
                openSessionFails(failing("db-1", Step.CONNECT, FailureKind.NO_ANSWER, null)),
                openSessionFails(failing("db-2", Step.CONNECT, FailureKind.NO_ANSWER, null)));
        var connecting = instance("shop-1", opening(pool(), 1, 1.0));

        var diagnosed = Diagnosed.of(scene(List.of(connecting), everywhere, List.of()));

        assertThat(diagnosed.named()).isEqualTo("monitor-network on guard");
        assertThat(diagnosed.strength()).isEqualTo(Strength.CERTAIN);
        assertThat(Diagnosed.of(scene(List.of(), everywhere, List.of())).named())
                .isEqualTo("monitor-network on guard");
        var suffering = instance("shop-1", starved(refusal("db-1")));
        assertThat(Diagnosed.of(scene(List.of(suffering), everywhere, List.of()))
                        .ruledOut())
                .contains("monitor-network");
        assertThat(failingOn(everywhere.getLast()).ruledOut()).contains("monitor-network");
    }

    @Test
    void doesNotBlameItsOwnNetworkForWhatApplicationsDidBeforeTheOutage() {
        var blocked = List.of(openSessionFails(failing("db-1", Step.CONNECT, FailureKind.NO_ANSWER, null)));
        var before = instance("shop-1", opening(pool(), 1, 7.0));

        assertThat(Diagnosed.of(scene(List.of(before), blocked, List.of())).strength())
                .isEqualTo(Strength.CERTAIN);
        assertThat(Diagnosed.of(scene(List.of(idle(before)), blocked, List.of()))
                        .named())
                .isEqualTo("host-unreachable on db-1");
    }

    private static InstanceView idle(InstanceView instance) {
        return instance(instance.name(), opening(pool(20, 0, 0, 0, 0, 50), 0, 7.0));
    }

    @Test
    void namesTheApplicationThatKeepsTheFormerAddress() {
        var moved = moved("10.0.0.1", "10.0.0.2");
        var stale = scene(
                List.of(instance("shop-1", starved(refusal("db-1:5432")))),
                List.of(passing("db-1")),
                List.of(server("db-1", 0.3, sessions(0, 0))));

        assertThat(Diagnosed.of(stale, moved).named()).isEqualTo("stale-address on shop-1");
        assertThat(Diagnosed.of(stale).ruledOut()).contains("stale-address");
    }

    /// What its open sessions lead to cannot have escaped it.
    @Test
    void whoHasSessionsAtThePresentAddressKeepsNoFormerOne() {
        var refused = new ConnectFailure("db-1:5432", "authenticate", "28P01", "password refused", 3, NOW, NOW);
        var server = server("db-1", 0.3, sessions(0, 0));
        var there = server.but()
                .activity(with(server, new Group("app", "shop", "chandlery", true, 12, 0, 0, 0)))
                .build();

        assertThat(Diagnosed.of(refusing(refused, there), moved("10.0.0.1", "10.0.0.2"))
                        .named())
                .isEqualTo("password-refused on db-1");
        assertThat(Diagnosed.of(refusing(refused, server), moved("10.0.0.1", "10.0.0.2"))
                        .named())
                .isEqualTo("stale-address on shop-1");
    }

    private static Scene refusing(ConnectFailure refused, ServerView server) {
        return scene(List.of(instance("shop-1", starved(refused))), List.of(passing("db-1")), List.of(server));
    }

    private static ServerActivity with(ServerView server, Group group) {
        var of = server.activity();
        return new ServerActivity(
                of.sessions(),
                of.ours(),
                of.others(),
                List.of(group),
                of.connections(),
                of.maxConnections(),
                of.lockWaiters(),
                of.busy(),
                of.othersOnCpu(),
                of.roundTrip(),
                of.blockers(),
                of.oldest());
    }

    @Test
    void whoWasStartedAfterTheMoveKeepsNoFormerAddress() {
        var before = new Change(NOW.minusSeconds(900), Change.Kind.ADDRESS, "db-1", "address", "10.0.0.1", "10.0.0.2");
        var started = scene(
                List.of(instance("shop-1", starved(refusal("db-1:5432")))),
                List.of(passing("db-1")),
                List.of(server("db-1", 0.3, sessions(0, 0))));

        assertThat(Diagnosed.of(started, before).ruledOut()).contains("stale-address");
    }

    @Test
    void aNameThatStandsForNothingOrWhereItAnsweredSinceIsPublishedAtNoWrongAddress() {
        var moved = moved("10.0.0.1", "10.0.0.2");
        var silent = failing("db-1", Step.RESOLVE, FailureKind.RESOLVER_SILENT, null);
        var answeredSince =
                failingWhereItAnswered("db-1", Step.CONNECT, FailureKind.CONNECTION_REFUSED, Duration.ofSeconds(5));

        assertThat(Diagnosed.of(sceneWith(silent), moved).ruledOut()).contains("wrong-published-address");
        assertThat(Diagnosed.of(sceneWith(answeredSince), moved).ruledOut()).contains("wrong-published-address");
    }

    /// A server that ends closes its connections as well.
    @Test
    void callsNoBalancerEmptyBeforeItHasFailedForAWhile() {
        var reset = failing("db-1", Step.TLS, FailureKind.RESET_AFTER_ACCEPT, null);

        assertThat(failingOn(failingFor(reset, 1)).named()).isEqualTo("nothing");
        assertThat(failingOn(failingFor(reset, 4)).named()).isEqualTo("balancer-without-server on db-1");
    }

    @Test
    void blamesNoLogInForTheLastWordsOfAServerThatEnds() {
        var ending = failing("db-1", Step.AUTHENTICATE, FailureKind.RESET_AFTER_ACCEPT, null);
        var met = new ConnectFailure("db-1:5432", "authenticate", "08006", "ECONNRESET Connection reset", 3, NOW, NOW);
        var shop = instance("shop-1", starved(met));

        var atOnce = Diagnosed.of(scene(List.of(shop), List.of(failingFor(ending, 1)), List.of()));
        assertThat(atOnce.named()).isEqualTo("nothing");
        assertThat(Diagnosed.of(scene(List.of(shop), List.of(failingFor(ending, 4)), List.of()))
                        .named())
                .isEqualTo("balancer-without-server on db-1");
    }

    /// The resolver turns to its second name server after 5 s.
    @Test
    void callsNoNameServerDeadBeforeItWasWaitedFor() {
        var atOnce = failingOn(withoutName("db-2", Duration.ofMillis(800)));

        assertThat(atOnce.named()).isEqualTo("nothing");
        assertThat(atOnce.open()).contains("resolver-down");
        assertThat(failingOn(withoutName("db-2", Duration.ofSeconds(6))).named())
                .isEqualTo("resolver-down on db-2");
    }

    @Test
    void namesANameThatGoesToAndFro() {
        var alternating =
                Change.alternating(NOW.minusSeconds(2), Change.Kind.ADDRESS, "db-2", "address", "10.0.0.1", "10.0.0.2");
        var diagnosed =
                Diagnosed.of(sceneWith(failing("db-2", Step.CONNECT, FailureKind.NO_ANSWER, null)), alternating);

        assertThat(diagnosed.named()).isEqualTo("flapping-address on db-2");
        assertThat(failingOn(failing("db-2", Step.CONNECT, FailureKind.NO_ANSWER, null))
                        .ruledOut())
                .contains("flapping-address");
    }

    /// The pools of those who suffer lead elsewhere.
    @Test
    void blamesNoWayThatNobodyWhoSuffersGoes() {
        var suffering = instance("shop-1", pool(), 20, 900, 10);
        var routes = List.of(passing("db-1", 1), passing("db-2", 62));
        var both = scene(List.of(suffering), routes, List.of(server("db-1", 0.3, sessions(0, 0))));
        var own = scene(
                List.of(suffering),
                List.of(passing("db-1", 62), passing("db-2", 1)),
                List.of(server("db-1", 0.3, sessions(0, 0))));

        assertThat(Diagnosed.of(both).ruledOut()).contains("network-latency");
        assertThat(Diagnosed.of(own).fitting()).contains("network-latency");
    }

    @Test
    void tellsLossFromJitterFromLatencyFromASmallLink() {
        assertThat(failingOn(climbing(passing("db-2"), 4, 0, 16)).named()).isEqualTo("packet-loss on db-2");
        assertThat(failingOn(climbing(passing("db-2"), 0, 3, 16)).named()).isEqualTo("packet-loss on db-2");
        assertThat(failingOn(climbing(passing("db-2"), 0, 0, 90)).named()).isEqualTo("jitter on db-2");
        assertThat(failingOn(passing("db-2", 62)).named()).isEqualTo("network-latency on db-2");
        assertThat(failingOn(transferring(passing("db-2"), 700)).named()).isEqualTo("bandwidth-capped on db-2");
        assertThat(failingOn(lookedUpIn(passing("db-2"), 700)).named()).isEqualTo("slow-resolver on db-2");
        assertThat(failingOn(climbing(passing("db-2"), 0, 0, 16)).ruledOut()).contains("packet-loss", "jitter");
        assertThat(failingOn(transferring(passing("db-2"), 3)).ruledOut()).contains("bandwidth-capped");
        assertThat(failingOn(lookedUpIn(passing("db-2"), 2)).ruledOut()).contains("slow-resolver");
    }

    /// The large answer is one more that waited for a packet.
    @Test
    void doesNotTakeLossForASmallLink() {
        var stalling = climbing(passing("db-2"), 2, 0, 16);
        var details = stalling.details();
        var both = stalling.with(new RouteDetails(
                null,
                NOW,
                false,
                null,
                details.trips(),
                transferring(passing("db-2"), 210).details().transfer(),
                List.of()));

        assertThat(failingOn(both).named()).isEqualTo("packet-loss on db-2");
        assertThat(failingOn(both).open()).contains("bandwidth-capped");
    }

    /// 60 ms more are what they are for a guard that is late by 12 ms, and not for one that is late by 40.
    @Test
    void blamesNoWayForWhatTheGuardIsLateBy() {
        var far = sceneWith(passing("db-2", 62));
        var lossy = sceneWith(climbing(passing("db-2"), 4, 0, 16));

        assertThat(Diagnosed.of(seenLate(12, far)).named()).isEqualTo("network-latency on db-2");
        assertThat(Diagnosed.of(seenLate(12, lossy)).named()).isEqualTo("packet-loss on db-2");
        assertThat(Diagnosed.of(seenLate(40, far)).open()).contains("network-latency");
        assertThat(Diagnosed.of(seenLate(40, lossy)).open()).contains("packet-loss");
    }

    @Test
    void saysWhoElseIsRefusedByTheServersLog() {
        var perSecond = new Reading("log-ins refused (password refused)", 1.6, 0.0, Unit.PER_SECOND);
        var refusals = new ServerRefusals(
                10,
                List.of(
                        new Refused(Kind.PASSWORD, "shop", "orders", "10.0.0.5", 14),
                        new Refused(Kind.PASSWORD, "batch", "", "", 1),
                        new Refused(Kind.SLOTS, "reports", "", "10.0.0.7", 1)),
                Map.of(Kind.PASSWORD, perSecond));
        var refused = scene(
                List.of(),
                List.of(passing("db-1"), failing("db-2", Step.AUTHENTICATE, FailureKind.PASSWORD_REFUSED, null)),
                List.of(server("db-1", 0.3, sessions(0, 0))
                        .but()
                        .refusals(refusals)
                        .build()));

        assertThat(Diagnosed.of(refused).evidence())
                .contains(
                        "db-1's log: password refused, 14 times in 10 s: role shop in orders from 10.0.0.5",
                        "db-1's log: password refused, once in 10 s: role batch",
                        "log-ins refused (password refused) 1.6/s (usually 0/s)")
                .noneMatch(line -> line.contains("reports"));
    }

    @Test
    void tellsAnExpiredRoleFromAWrongPasswordByTheDateThatItWasGiven() {
        var refused = sceneWith(failing("db-2", Step.AUTHENTICATE, FailureKind.PASSWORD_REFUSED, null));

        assertThat(Diagnosed.of(refused, validUntil("2026-06-07 10:44:30+00")).named())
                .isEqualTo("role-expired on db-2");
        assertThat(Diagnosed.of(refused, validUntil("2026-06-07 12:44:30+02")).ruledOut())
                .contains("password-refused");
        assertThat(Diagnosed.of(refused, validUntil("2027-01-01 00:00:00+00")).named())
                .isEqualTo("password-refused on db-2");
        assertThat(Diagnosed.of(refused, validUntil("infinity")).named()).isEqualTo("password-refused on db-2");
    }

    private static Change validUntil(String date) {
        return new Change(
                NOW.minusSeconds(40),
                Change.Kind.SERVER_SETTING,
                "db-1",
                "role tautline: password valid until",
                "for ever",
                date);
    }

    @Test
    void namesTheInstanceWhenItsSiblingsGetThrough() {
        var refused = new ConnectFailure("db-1:5432", "authenticate", "28P01", "password refused", 3, NOW, NOW);
        var diagnosed = Diagnosed.of(scene(
                List.of(instance("shop-1", pool()), instance("shop-2", starved(refused))),
                List.of(passing("db-1")),
                List.of(server("db-1", 0.3, sessions(0, 0)))));

        assertThat(diagnosed.named()).isEqualTo("password-refused on shop-2");
    }

    private static ConnectFailure refusal(String host) {
        return new ConnectFailure(host, "connect", "08001", "Connection refused", 3, NOW, NOW);
    }

    private static Change moved(String before, String after) {
        return new Change(NOW.minusSeconds(20), Change.Kind.ADDRESS, "db-1", "address", before, after);
    }

    private static Diagnosed failingOn(RouteView route) {
        return Diagnosed.of(sceneWith(route));
    }

    private static Scene sceneWith(RouteView route) {
        return scene(
                healthy().instances(), List.of(passing("db-1"), route), List.of(server("db-1", 0.3, sessions(0, 0))));
    }
}
