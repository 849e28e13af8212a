package dev.tautline.lab.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SecondsTest {
    private static final Duration SLOW = Duration.ofSeconds(1);

    private final Seconds seconds = new Seconds();

    @Test
    void countsInTheSecondThatIsMeant() {
        answer(0, 2);
        answer(2, 1);
        answer(0, 1);

        assertThat(seconds.before(2)).extracting(LoadSecond::ok).containsExactly(3L, 0L);
        assertThat(seconds.before(seconds.next())).extracting(LoadSecond::ok).containsExactly(3L, 0L, 1L);
    }

    /// A histogram for each second of a day would take 15 GB.
    @Test
    void keepsTheLastHourOfSeveralInLittleMemory() {
        for (int second = 0; second < 8_000; second++) {
            answer(second, 1);
        }

        var kept = seconds.before(8_000);
        assertThat(kept).hasSizeBetween(3_600, 3_700).extracting(LoadSecond::ok).containsOnly(1L);
        assertThat(kept.getLast().second()).isEqualTo(7_999);
        assertThat(kept.get(1).second()).isEqualTo(kept.getFirst().second() + 1);
    }

    /// A machine that was behind for longer counts late rather than never.
    @Test
    void countsWhatIsTooOldInTheOldestThatIsStillCounted() {
        answer(100, 1);
        answer(3, 1);

        assertThat(seconds.before(101).stream().mapToLong(LoadSecond::ok).sum()).isEqualTo(2);
        assertThat(seconds.before(101).get(3).ok()).isZero();
    }

    private void answer(int second, int times) {
        for (int time = 0; time < times; time++) {
            seconds.at(second).succeed(Duration.ofMillis(20), SLOW);
        }
    }
}
