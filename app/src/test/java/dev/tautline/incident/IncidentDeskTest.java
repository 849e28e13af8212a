package dev.tautline.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Diagnosis;
import dev.tautline.diagnosis.Diagnosis.Open;
import dev.tautline.diagnosis.Diagnosis.RuledOut;
import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.RequestView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptom;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.diagnosis.Unit;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.incident.TimelineEntry.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IncidentDeskTest {
    private static final Instant START = Instant.parse("2026-06-07T10:45:00Z");
    private static final Cause POOL = new Cause("pool-too-small", "Connection pool too small", Owner.APPLICATION);
    private static final Cause SPIKE = new Cause("traffic-spike", "Traffic spike", Owner.PLATFORM);
    private static final Symptom HARD = new Symptom(Symptom.Kind.POOL_EXHAUSTED, "shop-3", "pool buy is exhausted");
    private static final Symptom SOFT = new Symptom(Symptom.Kind.REQUESTS_SLOW, "shop-3", "requests are slow");

    private final IncidentDesk desk = new IncidentDesk(DeskPolicy.DEFAULT);
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

    /// Whoever rolls a deploy back in the midst of an outage has not brought it about.
    @ParameterizedTest
    @EnumSource(Strength.class)
    void whatWasChangedInTheMidstOfItTakesBackNoCause(Strength named) {
        tick(List.of(HARD), fits(POOL, named));
        tick(List.of(HARD), fits(POOL, named));
        var restart =
                new Change(START.plusSeconds(20), Change.Kind.SERVER_START, "db-1", "start", "10:00:00", "10:45:20");
        var blamed = new Supported(
                SPIKE, "db-1", Strength.CERTAIN, "started anew", List.of(restart.dated()), "fix", restart);
        for (int tried = 0; tried < 30; tried++) {
            tick(List.of(HARD), blamed);
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
        var resumed = new IncidentDesk(DeskPolicy.DEFAULT);
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
        var resumed = new IncidentDesk(DeskPolicy.DEFAULT);
        resumed.resume(desk.all(), Set.of("shop-3"), START, START);
        for (int second = 0; second < 20; second++) {
            resumed.tick(scene(), new Symptoms(List.of()), nothing(), meter);
        }
        assertThat(resumed.all().getFirst().open()).isTrue();
    }

    @Test
    void doesNotWaitForWhatIsWatchedNoLonger() {
        tick(List.of(HARD), null);
        var resumed = new IncidentDesk(DeskPolicy.DEFAULT);
        resumed.resume(desk.all(), Set.of("shop-1"), START, START);
        for (int second = 0; second < 5; second++) {
            resumed.tick(scene(), new Symptoms(List.of()), nothing(), meter);
        }
        assertThat(resumed.all().getFirst().open()).isFalse();
    }

    @Test
    void isTakenMitigatedAndResolvedInThatOrder() {
        tick(List.of(HARD), fits(POOL, Strength.CERTAIN));
        assertThat(incident().state()).isEqualTo(State.OPEN);

        act(Action.Kind.ACKNOWLEDGE, "on it");
        assertThat(incident().state()).isEqualTo(State.ACKNOWLEDGED);
        assertThat(incident().handling().acknowledged()).isEqualTo(new Acknowledgement("Ada", START.plusSeconds(1)));

        tick(List.of(), null);
        assertThat(incident().state()).isEqualTo(State.MITIGATED);
        tick(List.of(HARD), fits(POOL, Strength.CERTAIN));
        assertThat(incident().state()).isEqualTo(State.ACKNOWLEDGED);

        heal(5);
        assertThat(incident().state()).isEqualTo(State.RESOLVED);
    }

    @Test
    void aPersonsWordMitigatesUntilSomethingNewIsWrongAndNeverResolves() {
        tick(List.of(HARD), null);
        act(Action.Kind.MITIGATE, "static pages");
        tick(List.of(HARD), null);
        assertThat(incident().state()).isEqualTo(State.MITIGATED);

        tick(List.of(HARD, SOFT), null);
        assertThat(incident().state()).isEqualTo(State.OPEN);
    }

    @Test
    void takesOnlyNotesWhenItIsOver() {
        tick(List.of(HARD), null);
        heal(5);
        var after = act(Action.Kind.NOTE, "it was the cable");

        assertThat(after.state()).isEqualTo(State.RESOLVED);
        assertThat(after.timeline()).anyMatch(line -> line.text().equals("Ada: it was the cable"));
        assertThatThrownBy(() -> act(Action.Kind.ACKNOWLEDGE, ""))
                .isInstanceOf(ActionRefused.class)
                .hasMessageContaining("takes notes only");
        assertThatThrownBy(() -> desk.act(new Action(Action.Kind.NOTE, "nope", "Ada", "x"), START))
                .hasMessage("there is no incident nope");
    }

    @Test
    void whatComesBackSoonIsTheSameIncidentAndMustHoldLonger() {
        tick(List.of(HARD), fits(POOL, Strength.CERTAIN));
        heal(5);
        assertThat(incident().open()).isFalse();

        tick(List.of(HARD), fits(POOL, Strength.CERTAIN));
        assertThat(desk.all()).hasSize(1);
        assertThat(incident().state()).isEqualTo(State.OPEN);
        assertThat(incident().handling().relapses()).isEqualTo(1);
        heal(9);
        assertThat(incident().open()).isTrue();
        heal(1);
        assertThat(incident().open()).isFalse();
    }

    @Test
    void whatCameBackBeforeItWasMendedIsNotHeldAgainstTheMending() {
        flap(4);
        healWith(new Change(START.plusSeconds(second), Change.Kind.CLIENT_SETTING, "shop-3", "size", "1", "20"));
        heal(3);
        assertThat(incident().open()).isTrue();
        heal(1);

        assertThat(incident().open()).isFalse();
        assertThat(incident().handling().relapses()).isEqualTo(4);
    }

    @Test
    void aRestartOrAChangeElsewhereMendsNothing() {
        flap(4);
        healWith(new Change(START.plusSeconds(second), Change.Kind.INSTANCE_START, "shop-3", "start", "a", "b"));
        healWith(new Change(START.plusSeconds(second), Change.Kind.CLIENT_SETTING, "shop-1", "size", "1", "20"));
        heal(20);

        assertThat(incident().open()).isTrue();
    }

    /// Symptoms that stay away just long enough each time to have come back.
    private void flap(int times) {
        tick(List.of(HARD), fits(POOL, Strength.CERTAIN));
        for (int time = 0; time < times; time++) {
            heal(3);
            tick(List.of(HARD), fits(POOL, Strength.CERTAIN));
        }
    }

    private void healWith(Change change) {
        second++;
        var scene = new Scene(START.plusSeconds(second), List.of(), List.of(), List.of(), List.of(change));
        desk.tick(scene, new Symptoms(List.of()), nothing(), meter);
    }

    @Test
    void aDayOfFlappingIsOneIncidentWithAShortTimeline() {
        for (int flap = 0; flap < 2000; flap++) {
            tick(List.of(HARD), fits(POOL, Strength.CERTAIN));
            heal(10);
        }

        assertThat(desk.all()).hasSize(1);
        assertThat(incident().open()).isTrue();
        assertThat(incident().handling().relapses()).isGreaterThan(1900);
        assertThat(incident().timeline()).hasSizeLessThan(60);
    }

    @Test
    void whatComesBackWithAnotherCauseIsAnotherIncident() {
        tick(List.of(HARD), fits(POOL, Strength.CERTAIN));
        var former = incident().id();
        heal(5);
        tick(List.of(HARD), fits(SPIKE, Strength.CERTAIN));

        assertThat(desk.all()).hasSize(2);
        assertThat(causeId()).isEqualTo("traffic-spike");
        assertThat(incident().onset()).isEqualTo(START.plusSeconds(7));
        assertThat(desk.all().getLast().id()).isEqualTo(former);
        assertThat(desk.all().getLast().resolvedAt()).isEqualTo(START.plusSeconds(2));
        assertThat(desk.all().getLast().timeline()).noneMatch(line -> line.kind() == Kind.REOPENED);
    }

    @Test
    void whatComesBackWithTheSameCauseIsSaidToHaveIt() {
        tick(List.of(HARD), fits(POOL, Strength.CERTAIN));
        heal(5);
        tick(List.of(HARD), null);
        assertThat(incident().timeline()).noneMatch(line -> line.kind() == Kind.CONFIRMED);
        tick(List.of(HARD), fits(POOL, Strength.CERTAIN));

        assertThat(desk.all()).hasSize(1);
        assertThat(incident().namedAt()).isEqualTo(START.plusSeconds(second));
        assertThat(incident().timeline())
                .filteredOn(line -> line.kind() == Kind.CONFIRMED)
                .hasSize(1);
    }

    @Test
    void tellsAChangeOnceHoweverOftenItIsOpenedAgain() {
        var change = new Change(START, Change.Kind.CLIENT_SETTING, "shop-1", "buy.maximumPoolSize", "50", "5");
        for (int time = 0; time < 3; time++) {
            second++;
            desk.tick(
                    new Scene(START.plusSeconds(second), List.of(), List.of(), List.of(), List.of(change)),
                    new Symptoms(List.of(HARD)),
                    nothing(),
                    meter);
            heal(10);
        }

        assertThat(desk.all()).hasSize(1);
        assertThat(incident().timeline())
                .filteredOn(line -> line.kind() == Kind.CHANGE)
                .hasSize(1);
    }

    @Test
    void whatComesBackLateIsAnotherIncident() {
        tick(List.of(HARD), null);
        heal(130);
        tick(List.of(HARD), null);

        assertThat(desk.all()).hasSize(2);
    }

    @Test
    void isAsBadAsWhatBreaksWhileNobodyCountsRequests() {
        tick(List.of(HARD), null);
        assertThat(incident().handling().severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void countsTheRequestsThatNeverCame() {
        var usual = new Reading("requests", 40, 100.0, Unit.PER_SECOND);
        var requests = new RequestView(400, 0, 0, usual, null, null, null, null, null);
        var shop = new InstanceView("shop", "shop-3", null, 0, List.of(), requests, null);
        for (int tick = 0; tick < 3; tick++) {
            second++;
            var scene = new Scene(START.plusSeconds(second), List.of(shop), List.of(), List.of(), List.of());
            desk.tick(scene, new Symptoms(List.of(HARD)), nothing(), meter);
        }

        assertThat(incident().handling().requestsMissing()).isEqualTo(180);
    }

    @Test
    void namesTheTeamsInTheOrderOfTheDiagnosis() {
        var fits = fits(POOL, Strength.CERTAIN);
        var open = new Open(new Cause("lock", "Lock contention", Owner.DATABASE), "no number");
        var diagnosis = new Diagnosis(
                START.plusSeconds(1), fits, List.of(fits(SPIKE, Strength.LIKELY)), List.of(), List.of(open));
        desk.tick(scene(), new Symptoms(List.of(HARD)), diagnosis, meter);

        assertThat(incident().owners()).containsExactly(Owner.APPLICATION, Owner.PLATFORM, Owner.DATABASE);
    }

    private void heal(int ticks) {
        for (int healthy = 0; healthy < ticks; healthy++) {
            tick(List.of(), null);
        }
    }

    private Incident act(Action.Kind kind, String words) {
        return desk.act(new Action(kind, incident().id(), "Ada", words), START.plusSeconds(second));
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
