package dev.tautline.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Diagnosis;
import dev.tautline.diagnosis.Diagnosis.RuledOut;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptom;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import dev.tautline.incident.TimelineEntry.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncidentDeskTest {
    private static final Instant START = Instant.parse("2026-06-07T10:45:00Z");
    private static final Cause POOL = new Cause("pool-too-small", "Connection pool too small", Owner.APPLICATION);
    private static final Cause SPIKE = new Cause("traffic-spike", "Traffic spike", Owner.PLATFORM);
    private static final Symptom HARD = new Symptom(Symptom.Kind.POOL_EXHAUSTED, "shop-3", "pool buy is exhausted");
    private static final Symptom SOFT = new Symptom(Symptom.Kind.REQUESTS_SLOW, "shop-3", "requests are slow");

    private final IncidentDesk desk = new IncidentDesk();
    private final ImpactMeter meter = new ImpactMeter();
    private int second;

    @Test
    void opensAtTheFirstHardSymptom() {
        tick(List.of(HARD), null);

        assertThat(incident().open()).isTrue();
        assertThat(incident().detectedAt()).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void waitsForASoftSymptomToComeAgainAndDatesTheOnsetBack() {
        tick(List.of(SOFT), null);
        assertThat(desk.all()).isEmpty();

        tick(List.of(SOFT), null);
        assertThat(incident().onset()).isEqualTo(START.plusSeconds(1));
        assertThat(incident().detectedAt()).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void aSingleSlowSecondIsNoIncident() {
        tick(List.of(SOFT), null);
        tick(List.of(), null);
        tick(List.of(SOFT), null);

        assertThat(desk.all()).isEmpty();
    }

    @Test
    void namesACertainCauseAtOnceAndALikelyOneWhenItFitsAgain() {
        tick(List.of(HARD), fits(SPIKE, Strength.LIKELY));
        assertThat(incident().cause()).isNull();

        tick(List.of(HARD), fits(POOL, Strength.CERTAIN));
        assertThat(causeId()).isEqualTo("pool-too-small");
        assertThat(incident().namedAt()).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void revisesACauseOnlyWhenAnotherKeepsFittingAndSaysSo() {
        tick(List.of(HARD), fits(SPIKE, Strength.CERTAIN));
        tick(List.of(HARD), fits(POOL, Strength.CERTAIN));
        tick(List.of(HARD), fits(POOL, Strength.CERTAIN));
        assertThat(causeId()).isEqualTo("traffic-spike");

        tick(List.of(HARD), fits(POOL, Strength.CERTAIN));
        assertThat(causeId()).isEqualTo("pool-too-small");
        assertThat(incident().timeline()).extracting(TimelineEntry::kind).contains(Kind.CAUSE, Kind.REVISED);
    }

    @Test
    void keepsAProvenCauseWhileSomethingElseOnlyFitsForAWhile() {
        tick(List.of(HARD), fits(POOL, Strength.CERTAIN));
        for (int recovering = 0; recovering < 30; recovering++) {
            tick(List.of(HARD), fits(SPIKE, Strength.LIKELY));
        }

        assertThat(causeId()).isEqualTo("pool-too-small");
    }

    @Test
    void neverListsTheNamedCauseAsRuledOut() {
        desk.tick(scene(), new Symptoms(List.of(HARD)), ruledOut(POOL), meter);
        tick(List.of(HARD), fits(POOL, Strength.CERTAIN));
        desk.tick(scene(), new Symptoms(List.of(HARD)), ruledOut(POOL), meter);

        assertThat(incident().ruledOut()).isEmpty();
    }

    @Test
    void closesOnlyAfterHealthHasHeld() {
        tick(List.of(HARD), fits(POOL, Strength.CERTAIN));
        for (int healthy = 0; healthy < 4; healthy++) {
            tick(List.of(), null);
        }
        assertThat(incident().open()).isTrue();

        tick(List.of(), null);
        assertThat(incident().open()).isFalse();
        assertThat(incident().resolvedAt()).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void staysOneIncidentWhenSymptomsComeAndGo() {
        for (int flap = 0; flap < 5; flap++) {
            tick(List.of(HARD), fits(POOL, Strength.CERTAIN));
            tick(List.of(), null);
        }

        assertThat(desk.all()).hasSize(1);
        assertThat(incident().timeline())
                .filteredOn(line -> line.kind() == Kind.SYMPTOM)
                .hasSize(1);
    }

    @Test
    void tellsTheChangesBeforeTheOnsetOnce() {
        var change = new Change(START.minusSeconds(3), Change.Kind.CLIENT_SETTING, "shop-3", "size", "20", "1");
        var scene = new Scene(START, List.of(), List.of(), List.of(), List.of(change));
        desk.tick(scene, new Symptoms(List.of(HARD)), nothing(), meter);
        desk.tick(scene, new Symptoms(List.of(HARD)), nothing(), meter);

        assertThat(incident().timeline())
                .filteredOn(line -> line.kind() == Kind.CHANGE)
                .hasSize(1);
        assertThat(incident().timeline().getFirst().text()).isEqualTo("size of shop-3: 20 → 1");
    }

    @Test
    void goesOnWithWhatAnEarlierGuardOpened() {
        tick(List.of(HARD), fits(POOL, Strength.CERTAIN));
        var resumed = new IncidentDesk();
        resumed.resume(desk.all(), Set.of("shop-3"), START.plusSeconds(1), START.plusSeconds(30));

        var incident = resumed.all().getFirst();
        assertThat(incident.id()).isEqualTo(incident().id());
        assertThat(incident.cause()).isEqualTo(incident().cause());
        assertThat(incident.timeline()).hasSize(incident().timeline().size() + 1);
        assertThat(incident.timeline().getLast())
                .isEqualTo(new TimelineEntry(
                        START.plusSeconds(30),
                        Kind.AWAY,
                        "the guard was away from 2026-06-07T10:45:01Z to 2026-06-07T10:45:30Z"));
    }

    @Test
    void doesNotTakeTheSilenceAfterARestartForHealth() {
        tick(List.of(HARD), null);
        var resumed = new IncidentDesk();
        resumed.resume(desk.all(), Set.of("shop-3"), START, START);
        for (int second = 0; second < 20; second++) {
            resumed.tick(scene(), new Symptoms(List.of()), nothing(), meter);
        }
        assertThat(resumed.all().getFirst().open()).isTrue();
    }

    @Test
    void doesNotWaitForWhatIsWatchedNoLonger() {
        tick(List.of(HARD), null);
        var resumed = new IncidentDesk();
        resumed.resume(desk.all(), Set.of("shop-1"), START, START);
        for (int second = 0; second < 5; second++) {
            resumed.tick(scene(), new Symptoms(List.of()), nothing(), meter);
        }
        assertThat(resumed.all().getFirst().open()).isFalse();
    }

    private void tick(List<Symptom> symptoms, @Nullable Supported cause) {
        var diagnosis = new Diagnosis(START.plusSeconds(second + 1), cause, List.of(), List.of(), List.of());
        desk.tick(scene(), new Symptoms(symptoms), diagnosis, meter);
    }

    private Scene scene() {
        second++;
        return new Scene(START.plusSeconds(second), List.of(), List.of(), List.of(), List.of());
    }

    private Incident incident() {
        return desk.all().getFirst();
    }

    private String causeId() {
        return Objects.requireNonNull(incident().cause()).cause().id();
    }

    private static Supported fits(Cause cause, Strength strength) {
        return new Supported(cause, "shop-3", strength, "statement", List.of("evidence"), "fix", null);
    }

    private static Diagnosis nothing() {
        return new Diagnosis(START, null, List.of(), List.of(), List.of());
    }

    private static Diagnosis ruledOut(Cause cause) {
        var out = List.of(new RuledOut(cause, List.of("a number")));
        return new Diagnosis(START, null, List.of(), out, List.of());
    }
}
