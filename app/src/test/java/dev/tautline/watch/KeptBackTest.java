package dev.tautline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeptBackTest {
    private static final Instant BEGIN = Instant.parse("2026-06-07T10:45:00Z");

    private final KeptBack kept = new KeptBack();

    @Test
    void showsALeakBeforeThePoolIsEmptyAndAfterwards() {
        for (int second = 0; second < 20; second++) {
            kept.of("shop-1/buy/", BEGIN.plusSeconds(second), second, 0.5);
        }

        assertThat(kept.of("shop-1/buy/", BEGIN.plusSeconds(30), 20, null)).isEqualTo(9.5);
        assertThat(kept.of("shop-1/buy/", BEGIN.plusSeconds(600), 20, null)).isZero();
    }

    @Test
    void takesNoBusyPoolAndNoneThatWasJustCutOffForALeak() {
        for (int second = 0; second < 20; second++) {
            kept.of("shop-1/busy/", BEGIN.plusSeconds(second), 19, 18.0);
            kept.of("shop-1/cut/", BEGIN.plusSeconds(second), second < 15 ? 1 : 20, second < 15 ? 0.5 : null);
        }

        assertThat(kept.of("shop-1/busy/", BEGIN.plusSeconds(20), 20, null)).isEqualTo(1);
        assertThat(kept.of("shop-1/cut/", BEGIN.plusSeconds(20), 20, null)).isEqualTo(0.5);
    }

    @Test
    void forgetsAProcessThatIsNoMore() {
        for (int second = 0; second < 20; second++) {
            kept.of("shop-1/buy/", BEGIN.plusSeconds(second), 20, 0.5);
        }

        kept.forget("shop-1");

        assertThat(kept.of("shop-1/buy/", BEGIN.plusSeconds(21), 20, 0.5)).isZero();
    }
}
