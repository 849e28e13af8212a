package dev.tautline.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistributionTest {
    private final Distribution distribution = new Distribution();

    @Test
    void isExactWhileItHoldsEverything() {
        IntStream.rangeClosed(1, 100).forEach(distribution::record);
        assertThat(distribution.percentiles()).isEqualTo(new Percentiles(100, 50, 95, 100, 50));
    }

    @Test
    void isNothingWhenNothingHappened() {
        assertThat(distribution.percentiles()).isEqualTo(Percentiles.NONE);
    }

    @Test
    void staysCloseWhenItHoldsASample() {
        IntStream.rangeClosed(1, 100_000).forEach(distribution::record);
        Percentiles seen = distribution.percentiles();
        assertThat(seen.count()).isEqualTo(100_000);
        assertThat(seen.max()).isEqualTo(100_000);
        assertThat(seen.mean()).isEqualTo(50_000);
        // Five standard errors of a proportion in a sample of 512: one run in a million is outside.
        assertThat(seen.p50()).isBetween(39_000L, 61_000L);
        assertThat(seen.p95()).isBetween(90_000L, 99_900L);
    }

    @Test
    void takesATimeBelowZeroForZero() {
        distribution.record(-5);
        assertThat(distribution.percentiles()).isEqualTo(new Percentiles(1, 0, 0, 0, 0));
    }
}
