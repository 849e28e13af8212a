package dev.tautline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.diagnosis.RouteDetails.Trips;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepResult;
import dev.tautline.probe.StepResult.Passed;
import dev.tautline.watch.CanaryClimb.Climb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvennessTest {
    private static final Instant NOW = Instant.parse("2026-06-07T10:45:00Z");
    private final Evenness evenness = new Evenness(new Baselines());
    private int second;

    @Test
    void tellsNothingOfTooFewClimbs() {
        assertThat(climb(2)).isNull();
    }

    @Test
    void countsStallsApartFromTheOthers() {
        for (int i = 0; i < 6; i++) {
            climb(2);
        }
        climb(206);
        climb(3);

        assertThat(climb(215)).satisfies(trips -> {
            assertThat(trips.climbs()).isEqualTo(9);
            assertThat(trips.stalled()).isEqualTo(2);
            assertThat(trips.slowest().now()).isEqualTo(3.0 * Step.values().length);
        });
    }

    @Test
    void jitterStallsNothingAndShowsInTheSlowest() {
        for (int millis : new int[] {2, 30, 4, 25, 2, 28}) {
            climb(millis);
        }

        assertThat(climb(2)).satisfies(trips -> {
            assertThat(trips.stalled()).isZero();
            assertThat(trips.slowest().now()).isEqualTo(30.0 * Step.values().length);
        });
    }

    private @Nullable Trips climb(int millisPerStep) {
        var steps = new ArrayList<StepResult>();
        for (var step : Step.values()) {
            steps.add(new Passed(step, Duration.ofMillis(millisPerStep), "fine"));
        }
        var at = NOW.plusSeconds(second++);
        var target = ProbeTarget.of("db-1", 5432, "shop", "tautline");
        var result = new LadderResult(target, at, List.of(), null, steps, List.of(), List.of());
        return evenness.of("db-1", new Climb(result, null, at, null, false, null, List.of(), null));
    }
}
