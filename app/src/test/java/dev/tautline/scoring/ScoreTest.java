package dev.tautline.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final Instant ONSET = Instant.parse("2026-11-29T10:00:00Z");
    private static final Optional<Instant> FELT = Optional.of(ONSET.plusMillis(700));
    private static final Trial DOWN =
            new Trial("server-stopped", 1, ONSET, ONSET, ONSET.plusSeconds(30), Set.of("server-down"), false, FELT);
    private static final Trial SPIKE =
            new Trial("visitors-surge", 1, ONSET, ONSET, ONSET.plusSeconds(30), Set.of(), false, FELT);

    @Test
    void takesTheFirstNamedCauseAndItsTime() {
        var score = score(DOWN, symptom(1.2), named(2.5, "server-down"), named(9, "slow-database"));

        assertThat(score.answer()).isEqualTo(Answer.RIGHT);
        assertThat(score.detectedIn()).contains(Duration.ofMillis(1200));
        assertThat(score.detectedAfterFelt()).contains(Duration.ofMillis(500));
        assertThat(score.namedIn()).contains(Duration.ofMillis(2500));
        assertThat(score.named()).contains("server-down");
        assertThat(score.falsePages()).isZero();
    }

    @Test
    void doesNotForgiveAWrongFirstNameForARightSecondOne() {
        assertThat(score(DOWN, named(2, "slow-database"), named(4, "server-down"))
                        .answer())
                .isEqualTo(Answer.WRONG);
    }

    @Test
    void tellsNoNameFromNoPage() {
        assertThat(score(DOWN, symptom(2)).answer()).isEqualTo(Answer.UNNAMED);
        assertThat(score(DOWN).answer()).isEqualTo(Answer.MISSED);
    }

    /// Who is not woken for what hurts nobody misses nothing; who is woken must still hear the right name.
    @Test
    void letsAFaultThatNobodyFeltCountOnlyWhenItWasTold() {
        var harmless = new Trial(
                "index-dropped",
                1,
                ONSET,
                ONSET,
                ONSET.plusSeconds(30),
                Set.of("changed-plan"),
                false,
                Optional.empty());

        assertThat(score(harmless).answer()).isEqualTo(Answer.UNFELT);
        assertThat(score(harmless, named(2, "changed-plan")).answer()).isEqualTo(Answer.RIGHT);
        assertThat(score(harmless, named(2, "server-down")).answer()).isEqualTo(Answer.WRONG);
        assertThat(Totals.of("w", List.of(score(harmless), score(DOWN, named(2, "server-down")))))
                .satisfies(totals -> {
                    assertThat(totals.faults()).isEqualTo(1);
                    assertThat(totals.unfelt()).isEqualTo(1);
                    assertThat(totals.controls()).isZero();
                    assertThat(totals.topOne()).isEqualTo(1);
                });
        assertThat(Confusion.of("w", List.of(score(harmless))).rows()).isEmpty();
    }

    @Test
    void countsAPageBeforeTheOnsetAsFalse() {
        var score = score(DOWN, symptom(-20), named(1, "server-down"));

        assertThat(score.falsePages()).isEqualTo(1);
        assertThat(score.detectedIn()).contains(Duration.ofSeconds(1));
    }

    @Test
    void takesAPageDuringTheInjectionForAQuickOne() {
        var slow = new Trial(
                "redeployed",
                1,
                ONSET,
                ONSET.plusSeconds(12),
                ONSET.plusSeconds(30),
                Set.of("server-down"),
                false,
                FELT);

        assertThat(score(slow, named(11, "server-down"))).satisfies(score -> {
            assertThat(score.detectedIn()).contains(Duration.ZERO);
            assertThat(score.falsePages()).isZero();
        });
    }

    @Test
    void countsAnyPageOnAControlAsFalseOncePerIncident() {
        var score = score(SPIKE, symptom(3), named(4, "traffic-spike"));

        assertThat(score.answer()).isEqualTo(Answer.FALSE_PAGE);
        assertThat(score.falsePages()).isEqualTo(1);
        assertThat(score(SPIKE).answer()).isEqualTo(Answer.QUIET);
    }

    @Test
    void seesATrueCauseThatWasRuledOut() {
        var page = new Page(
                "w", "1", ONSET.plusSeconds(2), true, "t", Optional.of("slow-database"), Set.of("server-down"));

        assertThat(score(DOWN, page).wronglyRuledOut()).containsExactly("server-down");
    }

    @Test
    void leavesAloneWhatOthersSent() {
        var foreign = new Page("other", "1", ONSET.plusSeconds(1), true, "t", Optional.empty(), Set.of());

        assertThat(score(DOWN, foreign).answer()).isEqualTo(Answer.MISSED);
    }

    @Test
    void letsWhatWasMissedCountAsLongerThanAll() {
        var times = Times.of(List.of(seconds(3), seconds(1), Optional.empty(), seconds(2)));

        assertThat(times.quantile(0.5)).contains(Duration.ofSeconds(2));
        assertThat(times.quantile(0.75)).contains(Duration.ofSeconds(3));
        assertThat(times.quantile(0.99)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> times.quantile(0));
    }

    @Test
    void sumsUpEachWatcherAlone() {
        var right = score(DOWN, named(2, "server-down"));
        var wrong = score(DOWN, named(4, "slow-database"));
        var quiet = score(SPIKE);
        var other = Score.of("other", DOWN, List.of());
        var totals = Totals.of("w", List.of(right, wrong, quiet, other));

        assertThat(totals.topOne()).isEqualTo(0.5);
        assertThat(totals.controls()).isEqualTo(1);
        assertThat(totals.quiet()).isEqualTo(1);
        assertThat(totals.named().quantile(0.5)).contains(Duration.ofSeconds(2));
    }

    @Test
    void tellsWhatWasTakenForWhatByTheCauseThatItWas() {
        var twoNames = new Trial(
                "cut", 1, ONSET, ONSET, ONSET.plusSeconds(30), Set.of("server-down", "blocked-route"), false, FELT);
        var scores = List.of(
                score(DOWN, named(2, "server-down")),
                score(DOWN, named(4, "slow-database")),
                score(DOWN, symptom(1)),
                score(DOWN),
                score(twoNames, named(2, "server-down")),
                score(SPIKE),
                score(SPIKE, named(3, "traffic-spike")),
                score(SPIKE, symptom(3)),
                Score.of("other", DOWN, List.of()));

        assertThat(Confusion.of("w", scores).rows())
                .containsOnly(
                        Map.entry(
                                "server-down",
                                new Confusion.Row(
                                        1, Map.of("slow-database", 1, Confusion.NO_CAUSE, 1, Confusion.NO_PAGE, 1))),
                        Map.entry("blocked-route or server-down", new Confusion.Row(1, Map.of())),
                        Map.entry(
                                Confusion.NO_FAULT,
                                new Confusion.Row(1, Map.of("traffic-spike", 1, Confusion.NO_CAUSE, 1))));
    }

    private static Score score(Trial trial, Page... pages) {
        return Score.of("w", trial, List.of(pages));
    }

    private static Page symptom(double seconds) {
        return Page.symptom("w", seconds < 0 ? "early" : "1", at(seconds), "it is slow");
    }

    private static Page named(double seconds, String cause) {
        return new Page("w", "1", at(seconds), true, "t", Optional.of(cause), Set.of());
    }

    private static Instant at(double seconds) {
        return ONSET.plusMillis(Math.round(seconds * 1000));
    }

    private static Optional<Duration> seconds(long seconds) {
        return Optional.of(Duration.ofSeconds(seconds));
    }
}
