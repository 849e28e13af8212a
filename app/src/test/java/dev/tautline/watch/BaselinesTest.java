package dev.tautline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.diagnosis.Unit;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BaselinesTest {
    private final Baselines baselines = new Baselines();
    private Instant at = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void knowsNothingUntilEnoughHealthySecondsHavePassed() {
        assertThat(baselines.read("hold", "hold", 5, Unit.MILLIS).usual()).isNull();

        ticks(13, 5, true);
        assertThat(baselines.read("hold", "hold", 5, Unit.MILLIS).usual()).isNull();

        ticks(1, 5, true);
        assertThat(baselines.read("hold", "hold", 5, Unit.MILLIS).usual()).isEqualTo(5.0);
    }

    @Test
    void neverLearnsFromAnOutage() {
        ticks(20, 5, true);
        ticks(500, 900, false);

        assertThat(baselines.read("hold", "hold", 900, Unit.MILLIS).usual()).isEqualTo(5.0);
    }

    @Test
    void forgetsTheBadSecondsThatPrecededTheFirstSymptom() {
        ticks(20, 5, true);
        for (int onset = 0; onset < 50; onset++) {
            ticks(5, 900, true);
            ticks(1, 900, false);
        }

        assertThat(baselines.read("hold", "hold", 5, Unit.MILLIS).usual()).isEqualTo(5.0);
    }

    @Test
    void followsALastingChangeInHealth() {
        ticks(20, 5, true);
        ticks(300, 8, true);

        assertThat(baselines.read("hold", "hold", 8, Unit.MILLIS).usual()).isEqualTo(8.0);
    }

    @Test
    void startsWithWhatAnEarlierWatchLearnt() {
        ticks(30, 5, true);
        var later = new Baselines();
        later.learn(baselines.past(), baselines.seasons());

        assertThat(later.read("hold", "hold", 9, Unit.MILLIS).usual()).isEqualTo(5.0);
        assertThat(later.past()).isEqualTo(baselines.past());
    }

    private void ticks(int count, double value, boolean healthy) {
        for (int tick = 0; tick < count; tick++) {
            baselines.read("hold", "hold", value, Unit.MILLIS);
            baselines.endTick(healthy, at);
            at = at.plusSeconds(1);
        }
    }
}
