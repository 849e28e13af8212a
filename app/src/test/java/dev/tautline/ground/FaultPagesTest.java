package dev.tautline.ground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.hypothesis.Hypotheses;
import dev.tautline.lab.catalogue.Faults;
import dev.tautline.lab.fault.Group;
import dev.tautline.scoring.Challenge;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What the pages of faults expect is something that the guard can say: else the guard could never be right.
class FaultPagesTest {
    @Test
    void everyDiagnosisOnAFaultsPageIsACauseThatTheGuardCanName() {
        var known = Hypotheses.all().stream()
                .flatMap(hypothesis -> hypothesis.causes().stream())
                .map(Cause::id)
                .collect(Collectors.toSet());

        assertThat(Faults.all()).allSatisfy(kind -> {
            assertThat(known).as(kind + ", must speak").containsAll(kind.page().mustSpeak());
            assertThat(known).as(kind + ", must not").containsAll(kind.page().mustNotSpeak());
        });
    }

    @Test
    void noPageAsksForWhatItForbids() {
        assertThat(Faults.all())
                .allSatisfy(kind -> assertThat(kind.page().mustSpeak())
                        .as(kind.id())
                        .doesNotContainAnyElementsOf(kind.page().mustNotSpeak()));
    }

    @Test
    void onlyControlsCallForNobody() {
        var quiet = FaultChallenges.of(Faults.all(), FaultChallenges.USUAL_HOLD).stream()
                .filter(challenge -> challenge.causes().isEmpty())
                .map(Challenge::fault)
                .map(id -> Faults.kind(id).group())
                .toList();

        assertThat(quiet).isNotEmpty().containsOnly(Group.CONTROL);
    }

    @Test
    void aChallengeIsAFaultAsPeopleWriteIt() {
        assertThat(FaultChallenges.of(List.of(Faults.kind("table-locked")), FaultChallenges.USUAL_HOLD))
                .singleElement()
                .satisfies(challenge -> {
                    assertThat(Faults.parse(challenge.fault())).isNotNull();
                    assertThat(challenge.causes()).contains("lock-contention");
                });
    }

    @Test
    void whatMayBeNamedAsAnOutageIsNoWarningThatWasMissed() {
        assertThat(FaultChallenges.of(
                        List.of(Faults.kind("slot-retains-wal"), Faults.kind("idle-in-transaction")),
                        FaultChallenges.USUAL_HOLD))
                .extracting(Challenge::foreseeable)
                .containsExactly(true, false);
    }
}
