package dev.tautline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class LaneTest {
    private static final Duration PERIOD = Duration.ofMillis(10);

    @Test
    void aHangingSourceDelaysNoOtherLane() throws InterruptedException {
        var forever = new CountDownLatch(1);
        var sampled = new CountDownLatch(5);
        try (var hanging = lane(() -> {
                    forever.await();
                    return 0;
                });
                var other = lane(() -> {
                    sampled.countDown();
                    return 1;
                })) {
            assertThat(sampled.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(hanging.latest().value()).isNull();
        }
    }

    @Test
    void keepsTheLastValueBesideTheProblem() throws InterruptedException {
        var samples = new AtomicInteger();
        var failedTwice = new CountDownLatch(3);
        try (var lane = lane(() -> {
            failedTwice.countDown();
            if (samples.getAndIncrement() == 0) {
                return 42;
            }
            throw new IOException("gone");
        })) {
            assertThat(failedTwice.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(lane.latest().value()).isEqualTo(42);
            assertThat(lane.latest().problem()).contains("gone");
        }
    }

    @Test
    void countsTheSamplesThatASlowOneCost() throws InterruptedException {
        var release = new CountDownLatch(1);
        var second = new CountDownLatch(2);
        try (var lane = lane(() -> {
            second.countDown();
            if (second.getCount() == 1) {
                release.await(100, TimeUnit.MILLISECONDS);
            }
            return 0;
        })) {
            assertThat(second.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(lane.skipped()).isPositive();
        }
    }

    @Test
    void silenceBeginsWhenASampleIsOverdue() {
        var at = Clock.systemUTC().instant();
        var sampled = new Sampled<>(1, at, null);

        assertThat(sampled.silentSeconds(at.plusSeconds(1), at, Duration.ofSeconds(2)))
                .isZero();
        assertThat(sampled.silentSeconds(at.plusSeconds(3), at, Duration.ofSeconds(2)))
                .isEqualTo(3);
        assertThat(Sampled.nothingYet().silentSeconds(at.plusSeconds(3), at, Duration.ofSeconds(2)))
                .isEqualTo(3);
    }

    private static Lane<Integer> lane(Lane.Source<Integer> source) {
        return Lane.start("test", source, PERIOD, Clock.systemUTC());
    }
}
