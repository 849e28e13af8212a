package dev.tautline.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a watch knows after days and weeks, by a clock that is sped up.
class SeasonTest {
    /// A Monday.
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private static final Duration DAY = Duration.ofDays(1);

    /// A watch ticks each second; every fifth is enough here.
    private static final int STEP_SECONDS = 5;

    private Baselines baselines = new Baselines();
    private Instant now = START;

    @Test
    void theTrafficOfMondayMorningIsNoSpikeOnceAWeekIsKnown() {
        live(DAY.multipliedBy(7).plusHours(9), true);

        assertThat(usual("requests", Unit.PER_SECOND)).isCloseTo(100, within(1.0));
        assertThat(reading("requests", 105, Unit.PER_SECOND).raised(3, 5)).isFalse();
        assertThat(reading("requests", 350, Unit.PER_SECOND).raised(3, 5)).isTrue();
    }

    @Test
    void ofTheFirstMorningNothingIsKnown() {
        live(Duration.ofHours(9), true);

        assertThat(usual("requests", Unit.PER_SECOND)).isCloseTo(20, within(1.0));
    }

    @Test
    void theSecondMorningIsKnownFromTheFirst() {
        live(DAY.plusHours(9), true);

        assertThat(usual("requests", Unit.PER_SECOND)).isCloseTo(100, within(1.0));
    }

    @Test
    void aTimeThatCreepsUpWithinADayIsToldFromTheUsual() {
        live(DAY, true);
        double creeping = 5;
        for (int tick = 0; tick < 6 * 3600 / STEP_SECONDS; tick++) {
            creeping += 10.0 * STEP_SECONDS / (6 * 3600);
            tick(Map.of("hold", creeping), true);
        }

        assertThat(usual("hold", Unit.MILLIS)).isCloseTo(5, within(0.1));
        assertThat(reading("hold", creeping, Unit.MILLIS).raised(2, 5)).isTrue();
    }

    @Test
    void whatHasBecomeBetterIsTheUsualWithinMinutes() {
        live(DAY, true);
        for (int tick = 0; tick < 400; tick++) {
            tick(Map.of("hold", 2.0), true);
        }

        assertThat(usual("hold", Unit.MILLIS)).isEqualTo(2);
    }

    @Test
    void oneHolidayIsNotTheUsualMonday() {
        live(DAY.multipliedBy(7), true);
        for (int tick = 0; tick < DAY.toSeconds() / STEP_SECONDS; tick++) {
            tick(Map.of("requests", 5.0, "hold", 5.0), true);
        }
        live(DAY.multipliedBy(6).plusHours(9), true);

        assertThat(usual("requests", Unit.PER_SECOND)).isGreaterThan(65);
    }

    @Test
    void anOutageThatLastsADayLeavesNoTrace() {
        live(DAY.multipliedBy(7), true);
        for (int tick = 0; tick < DAY.toSeconds() / STEP_SECONDS; tick++) {
            tick(Map.of("hold", 900.0), false);
        }

        assertThat(usual("hold", Unit.MILLIS)).isCloseTo(5, within(0.1));
    }

    @Test
    void aClockThatIsSetPutsNothingIntoAnotherHour() {
        live(DAY.multipliedBy(7), true);
        for (var jump :
                List.of(Duration.ofHours(8), Duration.ofDays(-400), Duration.ofMinutes(-7), Duration.ofDays(393))) {
            now = now.plus(jump);
            for (int tick = 0; tick < 20; tick++) {
                tick(Map.of("requests", 5000.0, "hold", 5000.0), true);
            }
        }
        now = START.plus(DAY.multipliedBy(14).plusHours(12));
        live(Duration.ofMinutes(30), true);

        assertThat(usual("requests", Unit.PER_SECOND)).isLessThan(110);
        assertThat(usual("hold", Unit.MILLIS)).isCloseTo(5, within(0.1));
    }

    @Test
    void theNextGuardGoesOnWithIt() {
        live(DAY.multipliedBy(8), true);
        var past = baselines.past();
        var seasons = baselines.seasons();
        baselines = new Baselines();
        baselines.learn(past, seasons);
        live(Duration.ofHours(9), true);

        assertThat(baselines.seasons()).containsKeys("requests", "hold");
        assertThat(usual("requests", Unit.PER_SECOND)).isCloseTo(100, within(1.0));
    }

    @Test
    void whatIsNotSeenForAFortnightIsForgotten() {
        for (int tick = 0; tick < 100; tick++) {
            tick(Map.of("gone", 5.0), true);
        }
        live(DAY.multipliedBy(13), true);
        assertThat(baselines.past()).containsKey("gone");
        live(DAY.multipliedBy(2), true);

        assertThat(baselines.past()).containsOnlyKeys("requests", "hold");
    }

    @Test
    void whatIsDamagedIsLearntAnew() {
        live(DAY, true);
        var text = Objects.requireNonNull(baselines.seasons().get("hold"));

        assertThat(Season.of(text)).isPresent();
        assertThat(Season.of(text.substring(8))).isEmpty();
        assertThat(Season.of("B" + text.substring(1))).as("of another version").isEmpty();
        assertThat(Season.of("nothing of ours!")).isEmpty();
        baselines.learn(Map.of(), Map.of("hold", "damaged"));
        assertThat(usual("hold", Unit.MILLIS)).isEqualTo(5);
    }

    /// 20 requests a second, and 100 from nine to five.
    private static double requests(Instant at) {
        long hour = Math.floorMod(at.getEpochSecond() / 3600, 24L);
        return hour >= 9 && hour < 17 ? 100 : 20;
    }

    private void live(Duration time, boolean healthy) {
        for (long second = 0; second < time.toSeconds(); second += STEP_SECONDS) {
            tick(Map.of("requests", requests(now), "hold", 5.0), healthy);
        }
    }

    private void tick(Map<String, Double> values, boolean healthy) {
        values.forEach((signal, value) -> baselines.read(signal, signal, value, Unit.COUNT));
        baselines.endTick(healthy, now);
        now = now.plusSeconds(STEP_SECONDS);
    }

    private @Nullable Double usual(String signal, Unit unit) {
        return reading(signal, 0, unit).usual();
    }

    private Reading reading(String signal, double value, Unit unit) {
        return baselines.read(signal, signal, value, unit);
    }
}
