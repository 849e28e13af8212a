package dev.tautline.gameday;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.catalogue.Faults;
import dev.tautline.published.GuardIncident;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Who was right, and when.
class RoundTest {
    private static final Instant STRUCK = Instant.parse("2026-03-01T10:00:00.250Z");

    @Test
    void countsFromTheFaultAndNotFromWhatWasBefore() {
        var before = incident(STRUCK.minusSeconds(60), STRUCK.minusSeconds(50), "slow-database");

        var said = heard(GuardSaid.NOTHING, before);

        assertThat(said).isEqualTo(GuardSaid.NOTHING);
    }

    @Test
    void takesWhatIsNamedInAnIncidentThatWasOpenBefore() {
        var said = heard(GuardSaid.NOTHING, incident(STRUCK.minusSeconds(60), at(2), "server-down"));

        assertThat(said.detectedAt()).isEmpty();
        assertThat(said.namedAt()).hasValue(at(2));
        assertThat(said.cause()).hasValue("server-down");
    }

    @Test
    void timesTheCauseThatIsNamedNow() {
        var first = heard(GuardSaid.NOTHING, incident(at(1), at(2), "slow-database"));
        var revised = heard(first, incident(at(1), at(9), "lock-contention"));

        assertThat(first.namedAt()).hasValue(at(2));
        assertThat(revised.namedAt()).hasValue(at(9));
        assertThat(revised.cause()).hasValue("lock-contention");
        assertThat(revised.detectedAt()).hasValue(at(1));
    }

    @Test
    void keepsWhatWasSaidWhenTheIncidentIsNotTold() {
        var said = heard(GuardSaid.NOTHING, incident(at(1), at(2), "server-down"));

        assertThat(said.then(List.of(), STRUCK)).isEqualTo(said);
    }

    @Test
    void isRightOnlyWithADiagnosisOfTheFaultsPage() {
        var round = round("server-read-only");

        assertThat(round.isRight("read-only-by-setting")).isTrue();
        assertThat(round.isRight("wrong-role")).isTrue();
        assertThat(round.isRight("slow-database")).isFalse();
        assertThat(round.isRight(Guess.NOTHING_WRONG)).isFalse();
    }

    @Test
    void isRightToSeeNothingWrongInAnOrdinaryDeployment() {
        var deploy = round("deploy");
        var woken = deploy.heard(heard(GuardSaid.NOTHING, incident(at(1), null, null)));

        assertThat(deploy.isRight(Guess.NOTHING_WRONG)).isTrue();
        assertThat(deploy.isRight("bad-deploy")).isFalse();
        assertThat(deploy.guardIsRight()).as("it may still wake somebody").isEmpty();
        assertThat(deploy.over(at(40)).guardIsRight()).hasValue(true);
        assertThat(woken.guardIsRight()).hasValue(false);
    }

    @Test
    void isWrongToHaveNamedNothingWhenTheFaultIsOver() {
        var round = round("server-read-only");

        assertThat(round.guardIsRight()).isEmpty();
        assertThat(round.over(at(40)).guardIsRight()).hasValue(false);
    }

    private static Round round(String fault) {
        return Round.begun(1, Begin.SURPRISE, fault, Faults.kind(fault), STRUCK).inForce(fault);
    }

    private static GuardSaid heard(GuardSaid before, GuardIncident incident) {
        return before.then(List.of(incident), STRUCK);
    }

    private static Instant at(int second) {
        return STRUCK.plusSeconds(second);
    }

    private static GuardIncident incident(Instant detected, @Nullable Instant named, @Nullable String cause) {
        return new GuardIncident(
                "20260301-100000",
                true,
                detected,
                detected,
                named,
                null,
                Optional.ofNullable(cause)
                        .map(id -> new GuardIncident.Cause(id, id, "db-1", "it is so", List.of(), "mend it"))
                        .orElse(null),
                List.of(),
                List.of(),
                new GuardIncident.Impact(0, 0));
    }
}
