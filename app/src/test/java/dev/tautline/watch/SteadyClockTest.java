package dev.tautline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
    private static final Instant START = Instant.parse("2026-03-29T00:59:50Z");

    private Instant wall = START;
    private long nanos = 17;
    private final SteadyClock clock = new SteadyClock(
            new Clock() {
                @Override
                public Instant instant() {
                    return wall;
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            },
            () -> nanos);

    @Test
    void goesAsTheMonotonicClockGoes() {
        pass(Duration.ofSeconds(20));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(20));
        assertThat(clock.jump()).isEmpty();
    }

    @Test
    void doesNotJumpUntilItIsToldToFollow() {
        wall = wall.minus(Duration.ofHours(1));
        pass(Duration.ofSeconds(5));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(5));
        assertThat(clock.jump()).contains(Duration.ofHours(-1));
        clock.follow();
        assertThat(clock.instant()).isEqualTo(wall);
        assertThat(clock.jump()).isEmpty();
    }

    @Test
    void aClockThatIsKeptInStepDoesNotJump() {
        wall = wall.plusMillis(900);

        assertThat(clock.jump()).isEmpty();
    }

    private void pass(Duration time) {
        wall = wall.plus(time);
        nanos += TimeUnit.MILLISECONDS.toNanos(time.toMillis());
    }
}
