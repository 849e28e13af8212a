package dev.tautline.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AlarmTest {
    private final CountDownLatch closed = new CountDownLatch(1);

    @Test
    void whatEndsAfterItRangIsToldSo() throws InterruptedException {
        try (var alarm = new Alarm(Deadline.after(Duration.ZERO), closed::countDown)) {
            assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(alarm.rung()).isTrue();
            assertThat(alarm.endInTime()).isFalse();
        }
    }

    @Test
    void whatEndedInTimeKeepsItsSocket() {
        var alarm = new Alarm(Deadline.after(Duration.ofMinutes(1)), closed::countDown);

        assertThat(alarm.endInTime()).isTrue();
        alarm.close();
        assertThat(alarm.rung()).isFalse();
        assertThat(closed.getCount()).isOne();
    }
}
