package dev.tautline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptom;
import dev.tautline.diagnosis.Symptoms;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When the watch takes what was before for over.
class CalmTest {
    private static final Instant START = Instant.parse("2026-11-30T10:00:00Z");
    private static final Symptoms NONE = new Symptoms(List.of());
    private static final Symptoms SLOW =
            new Symptoms(List.of(new Symptom(Symptom.Kind.REQUESTS_SLOW, "shop-1", "requests are slow")));

    private final Calm calm = new Calm();

    @Test
    void isKnownAfterSoManySecondsWithoutASymptom() {
        for (int second = 0; second < 5; second++) {
            tick(second, List.of(), NONE);
        }
        assertThat(calm.until()).isNull();
        tick(5, List.of(), NONE);
        assertThat(calm.until()).isEqualTo(START.plusSeconds(5));

        tick(6, List.of(), SLOW);
        tick(7, List.of(), NONE);
        assertThat(calm.until()).as("the last stretch that was long enough").isEqualTo(START.plusSeconds(5));
    }

    @Test
    void isNoSilence() {
        var unheard = new RouteView("db-1", "db-1", 0, null, null, null, null, null);
        for (int second = 0; second < 10; second++) {
            tick(second, List.of(unheard), NONE);
        }

        assertThat(calm.until()).isNull();
    }

    private void tick(int second, List<RouteView> routes, Symptoms symptoms) {
        calm.endTick(new Scene(START.plusSeconds(second), List.of(), routes, List.of(), List.of()), symptoms);
    }
}
