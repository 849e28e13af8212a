package dev.tautline.diagnosis.hypothesis;

import static dev.tautline.diagnosis.PathScenes.expecting;
import static dev.tautline.diagnosis.PathScenes.failing;
import static dev.tautline.diagnosis.PathScenes.failingFor;
import static dev.tautline.diagnosis.PathScenes.inRole;
import static dev.tautline.diagnosis.Scenes.NOW;
import static dev.tautline.diagnosis.Scenes.instance;
import static dev.tautline.diagnosis.Scenes.passing;
import static dev.tautline.diagnosis.Scenes.pool;
import static dev.tautline.diagnosis.Scenes.scene;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Scenes;
import dev.tautline.diagnosis.Symptom;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.probe.Expectation;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Causes in who plays which part.
class TopologyCausesTest {
    private static final Instant EARLIER = NOW.minusSeconds(900);
    private static final Instant LATER = NOW.minusSeconds(300);

    @Test
    void aPrimaryWithItsStandbyRulesAllOfThemOut() {
        assertThat(of(primary("db-1", EARLIER), standby("db-2")).ruledOut())
                .contains(
                        "split-roles",
                        "no-primary",
                        "standby-behind-endpoint",
                        "read-only-by-setting",
                        "failover-in-progress",
                        "alternating-servers");
    }

    @Test
    void namesTwoNodesOfOneClusterThatTakeWritesAndCallsItASymptom() {
        var split = scene(List.of(), List.of(primary("db-1", EARLIER), primary("db-2", LATER)), List.of());

        assertThat(Diagnosed.of(split, promoted("db-2")).named()).isEqualTo("split-roles on db-1");
        assertThat(Symptoms.in(split).all()).extracting(Symptom::kind).containsExactly(Symptom.Kind.ROLES_SPLIT);
    }

    @Test
    void oneServerUnderTwoNamesIsNotSplit() {
        assertThat(of(primary("db-1", EARLIER), primary("db", EARLIER)).ruledOut())
                .contains("split-roles");
    }

    @Test
    void namesTheAbsenceOfAPrimaryWhenOnlyStandbysAnswer() {
        assertThat(of(standby("db-1"), standby("db-2")).named()).isEqualTo("no-primary on db-1");
        assertThat(of(standby("db-2")).open()).contains("no-primary");
    }

    @Test
    void doesNotMissAPrimaryThatHasOnlyJustBegunToFail() {
        var gone = Scenes.failing("db-1", Step.TLS, FailureKind.CLOSED_AFTER_ACCEPT, null);

        assertThat(of(failingFor(gone, 1), standby("db-2")).named()).isEqualTo("nothing");
        assertThat(of(failingFor(gone, 4), standby("db-2")).fitting()).contains("no-primary");
    }

    /// The server that is gone for a moment may only be starting anew.
    @Test
    void anEarlierSwitchoverProvesNoPrimaryToBeMissing() {
        var gone = Scenes.failing("db-1", Step.AUTHENTICATE, FailureKind.RESET_AFTER_ACCEPT, null);
        var left = scene(List.of(), List.of(gone, standby("db-2")), List.of());
        var demoted = new Change(NOW.minusSeconds(96), Change.Kind.TOPOLOGY, "db-2", "role", "primary", "standby");

        assertThat(Diagnosed.of(left, demoted).strength()).isEqualTo(Strength.CERTAIN);
        assertThat(Diagnosed.of(Scenes.calmUntil(1, left), demoted).strength()).isEqualTo(Strength.LIKELY);
    }

    @Test
    void namesTheStandbyThatGetsTheWritesByWhoRefusedThem() {
        var writing = instance("shop-1", failing(pool(), "25006", 9));
        var diagnosed = Diagnosed.of(scene(
                List.of(writing),
                List.of(inRole(passing("db-1"), true, true, EARLIER), primary("db-2", EARLIER)),
                List.of()));

        assertThat(diagnosed.named()).isEqualTo("standby-behind-endpoint on db-1");
        assertThat(diagnosed.evidence()).anyMatch(line -> line.contains("db-2 is primary"));
    }

    @Test
    void whoWasLedToTheFormerPrimaryMayFollowForAMoment() {
        var writing = instance("shop-1", failing(pool(), "25006", 9));
        var switched = scene(
                List.of(writing),
                List.of(inRole(passing("db-1"), true, true, EARLIER), primary("db-2", EARLIER)),
                List.of());
        var justNow = new Change(NOW.minusSeconds(3), Change.Kind.TOPOLOGY, "db-2", "role", "standby", "primary");
        var longer = new Change(NOW.minusSeconds(30), Change.Kind.TOPOLOGY, "db-2", "role", "standby", "primary");

        assertThat(Diagnosed.of(switched, justNow).named()).isEqualTo("failover-in-progress on db-2");
        assertThat(Diagnosed.of(switched, longer).named()).isEqualTo("standby-behind-endpoint on db-1");
    }

    @Test
    void tellsAPrimaryThatIsSetToReadOnlyFromAStandby() {
        var writing = instance("shop-1", failing(pool(), "25006", 9));
        var diagnosed = Diagnosed.of(
                scene(List.of(writing), List.of(inRole(passing("db-1"), false, true, EARLIER)), List.of()),
                new Change(
                        NOW.minusSeconds(5),
                        Change.Kind.SERVER_SETTING,
                        "db-1",
                        "default_transaction_read_only",
                        "off",
                        "on"));

        assertThat(diagnosed.named()).isEqualTo("read-only-by-setting on db-1");
        assertThat(diagnosed.ruledOut()).contains("standby-behind-endpoint");
    }

    @Test
    void namesTheFailoverOnlyWhileItIsRecent() {
        assertThat(Diagnosed.of(bothWell(), promoted("db-2")).fitting()).contains("failover-in-progress");
        var longAgo = new Change(NOW.minusSeconds(600), Change.Kind.TOPOLOGY, "db-2", "role", "standby", "primary");
        assertThat(Diagnosed.of(bothWell(), longAgo).ruledOut()).contains("failover-in-progress");
    }

    @Test
    void namesNoFailoverThatWasTakenBackOrThatNothingFailsFor() {
        var back = new Change(NOW.minusSeconds(2), Change.Kind.TOPOLOGY, "db-2", "role", "primary", "standby");
        var slow = instance("shop-1", pool(), 20, 0.1, 2400);
        var onlySlow = scene(List.of(slow), bothWell().routes(), bothWell().servers());

        assertThat(Diagnosed.of(bothWell(), promoted("db-2"), back).ruledOut()).contains("failover-in-progress");
        assertThat(Diagnosed.of(onlySlow, promoted("db-2")).open()).contains("failover-in-progress");
        assertThat(Diagnosed.of(Scenes.calmUntil(1, bothWell()), promoted("db-2"))
                        .open())
                .as("all was well for five seconds after it")
                .contains("failover-in-progress");
    }

    @Test
    void takesAlternatingRolesForACauseOnlyWhereARoleIsExpected() {
        var turns = Change.alternating(NOW.minusSeconds(1), Change.Kind.TOPOLOGY, "db", "role", "primary", "standby");
        var writer = expecting(
                Scenes.failing("db", Step.ROLE, FailureKind.STANDBY_WHERE_PRIMARY_EXPECTED, null), Expectation.PRIMARY);

        assertThat(Diagnosed.of(scene(List.of(), List.of(writer), List.of()), turns)
                        .named())
                .isEqualTo("alternating-servers on db");
        assertThat(Diagnosed.of(scene(List.of(), List.of(standby("db")), List.of()), turns)
                        .open())
                .contains("alternating-servers");
    }

    @Test
    void aNameThatLeadsElsewhereIsNoBalancer() {
        var turns = Change.alternating(NOW.minusSeconds(1), Change.Kind.TOPOLOGY, "db", "role", "primary", "standby");
        var renamed = new Change(NOW.minusSeconds(1), Change.Kind.ADDRESS, "db", "address", "10.0.0.1", "10.0.0.2");
        var writer = expecting(
                Scenes.failing("db", Step.ROLE, FailureKind.STANDBY_WHERE_PRIMARY_EXPECTED, null), Expectation.PRIMARY);

        assertThat(Diagnosed.of(scene(List.of(), List.of(writer), List.of()), renamed, turns)
                        .open())
                .contains("alternating-servers");
    }

    private static Scene bothWell() {
        return scene(List.of(), List.of(standby("db-1"), primary("db-2", LATER)), List.of());
    }

    private static Change promoted(String node) {
        return new Change(NOW.minusSeconds(10), Change.Kind.TOPOLOGY, node, "role", "standby", "primary");
    }

    private static RouteView primary(String target, Instant startedAt) {
        return inRole(passing(target), false, false, startedAt);
    }

    private static RouteView standby(String target) {
        return inRole(passing(target), true, true, EARLIER);
    }

    private static Diagnosed of(RouteView... routes) {
        return Diagnosed.of(scene(List.of(), List.of(routes), List.of()));
    }
}
