package dev.tautline.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.finding.Owner;
import dev.tautline.probe.Comparison.Verdict;
import dev.tautline.probe.StepResult.Failed;
import dev.tautline.probe.StepResult.Passed;
import dev.tautline.probe.evidence.Evidence;
import dev.tautline.probe.evidence.Replay;
import dev.tautline.probe.evidence.Role;
import dev.tautline.probe.evidence.ServerAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Climbs held against each other: hosts of one URL, and two ways to one server.
class SeveralHostsTest {
    private static final Instant MORNING = Instant.parse("2026-03-01T06:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void findsNothingWrongWithOnePrimaryAndItsStandby() {
        assertThat(kinds(host("a", 7L, false, MORNING), host("b", 7L, true, NOON)))
                .isEmpty();
    }

    @Test
    void findsTwoClustersBehindOneUrl() {
        assertThat(kinds(host("a", 7L, false, MORNING), host("b", 8L, true, NOON)))
                .containsExactly(RemarkKind.SEVERAL_CLUSTERS);
    }

    @Test
    void findsTwoPrimariesOfOneCluster() {
        var remarks = SeveralHosts.remarks(List.of(host("a", 7L, false, MORNING), host("b", 7L, false, NOON)));

        assertThat(remarks).extracting(Remark::kind).containsExactly(RemarkKind.SEVERAL_PRIMARIES);
        assertThat(remarks.getFirst().words()).contains("a:5432", "b:5432", "timeline 3");
    }

    @Test
    void findsWhoHasNotFollowedAPromotion() {
        assertThat(kinds(host("a", 7L, false, MORNING), standby("b", 2, false)))
                .containsExactly(RemarkKind.LEFT_BEHIND);
        assertThat(kinds(host("a", 7L, false, MORNING), standby("b", 2, true))).isEmpty();
        assertThat(kinds(host("a", 7L, false, MORNING), standby("b", 3, false))).isEmpty();
    }

    @Test
    void tellsThatOneAddressOfANameLeadsNowhere() {
        var remarks = SeveralHosts.remarks(List.of(failed(FailureKind.CONNECTION_REFUSED), host("a", 7L, false, NOON)));

        assertThat(remarks).extracting(Remark::kind).containsExactly(RemarkKind.ADDRESSES_DIFFER);
        assertThat(remarks.getFirst().words()).contains("a:5432", "one that fails");
        assertThat(SeveralHosts.remarks(List.of(failed(FailureKind.CONNECTION_REFUSED), host("b", 7L, false, NOON))))
                .isEmpty();
    }

    @Test
    void takesTwoAddressesOfOneServerForOne() {
        assertThat(kinds(host("a", 7L, false, MORNING), host("b", 7L, false, MORNING)))
                .isEmpty();
    }

    @Test
    void blamesWhatLiesBetweenWhenOnlyThePastLeadsIn() {
        var passed = host("a", 7L, false, MORNING);
        var full = failed(FailureKind.POOLER_FULL);
        var stopped = failed(FailureKind.CONNECTION_REFUSED);

        assertThat(new Comparison(full, passed).verdict()).isEqualTo(Verdict.POOLER_AT_FAULT);
        assertThat(new Comparison(full, passed).words()).contains("pooler-full");
        assertThat(new Comparison(passed, stopped).verdict()).isEqualTo(Verdict.ONLY_THROUGH_POOLER);
        assertThat(new Comparison(stopped, stopped).verdict()).isEqualTo(Verdict.SERVER_AT_FAULT);
        assertThat(new Comparison(full, stopped).verdict()).isEqualTo(Verdict.BOTH_FAIL);
    }

    @Test
    void countsWhatThePoolerAdds() {
        var comparison = new Comparison(host("a", 7L, false, MORNING), host("b", 7L, false, MORNING));

        assertThat(comparison.verdict()).isEqualTo(Verdict.BOTH_PASS);
        assertThat(comparison.addedRoundTrip()).contains(Duration.ZERO);
        assertThat(comparison.added()).containsEntry(Step.CONNECT, Duration.ZERO);
    }

    private static List<RemarkKind> kinds(LadderResult... results) {
        return SeveralHosts.remarks(List.of(results)).stream().map(Remark::kind).toList();
    }

    private static LadderResult host(String name, long cluster, boolean standby, Instant startedAt) {
        var quick = Duration.ofMillis(1);
        var answer = new ServerAnswer("PostgreSQL", "18.1", startedAt, Duration.ZERO, quick, quick, quick);
        var role = new Role(standby, standby, null, 3, cluster, null, null);
        return result(name, new Passed(Step.CONNECT, quick, "fine"), List.of(answer, role));
    }

    private static LadderResult standby(String name, int timeline, boolean receiving) {
        var role = new Role(true, true, null, timeline, 7L, null, new Replay(0, false, receiving));
        return result(name, new Passed(Step.CONNECT, Duration.ofMillis(1), "fine"), List.of(role));
    }

    private static LadderResult failed(FailureKind kind) {
        var failure = new Failure(kind, "", "", "", Owner.DATABASE, List.of(), "", "");
        return result("a", new Failed(Step.CONNECT, Duration.ZERO, failure), List.of());
    }

    private static LadderResult result(String name, StepResult step, List<Evidence> evidence) {
        var target = ProbeTarget.of(name, 5432, "shop", "app");
        return new LadderResult(target, NOON, List.of(), null, List.of(step), evidence, List.of());
    }
}
