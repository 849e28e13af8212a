package dev.tautline.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.finding.Owner;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LastSecondsTest {
    private final ManualClock clock = new ManualClock();
    private final LastSeconds<AtomicInteger> seconds = new LastSeconds<>(clock, AtomicInteger::new);

    @Test
    void keepsTheSecondThatRunsToItself() {
        seconds.current().incrementAndGet();
        assertThat(counts()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(counts()).containsExactly(1);
    }

    @Test
    void givesEveryCompleteSecondOnceOldestFirst() {
        for (int second = 1; second <= 30; second++) {
            seconds.current().set(second);
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(counts()).containsExactly(21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
    }

    @Test
    void showsASecondWithoutEventsAsEmpty() {
        seconds.current().incrementAndGet();
        clock.advance(Duration.ofSeconds(3));
        assertThat(counts()).containsExactly(1, 0, 0);
    }

    @Test
    void showsNothingOfWhatIsLongPast() {
        seconds.current().incrementAndGet();
        clock.advance(Duration.ofMinutes(5));
        assertThat(counts()).containsOnly(0).hasSize(LastSeconds.KEPT);
    }

    @Test
    void losesNoEventWhenTheClockIsSetBack() {
        clock.advance(Duration.ofSeconds(20));
        seconds.current().incrementAndGet();
        clock.advance(Duration.ofSeconds(-16));
        seconds.current().incrementAndGet();
        clock.advance(Duration.ofSeconds(17));
        assertThat(counts()).contains(2);
    }

    @Test
    void countsOnAtOnceWhenTheClockWasSetByAnHour() {
        for (var ahead : List.of(Duration.ofHours(-1), Duration.ofHours(2), Duration.ofHours(-1))) {
            for (int second = 0; second < 20; second++) {
                seconds.current().incrementAndGet();
                clock.advance(Duration.ofSeconds(1));
            }
            clock.set(ahead);
            for (int second = 0; second < 5; second++) {
                seconds.current().incrementAndGet();
                clock.advance(Duration.ofSeconds(1));
            }
            assertThat(counts()).as("%s", ahead).endsWith(1, 1, 1, 1, 1);
        }
    }

    @Test
    void countsWhatTheBusinessLivesOnByName() {
        var outcomes = new OutcomeRecorder(clock);
        outcomes.achieved("orders");
        outcomes.achieved("orders");
        clock.advance(Duration.ofSeconds(1));
        for (int name = 0; name < 100; name++) {
            outcomes.achieved("order " + name);
        }
        clock.advance(Duration.ofSeconds(1));

        assertThat(outcomes.report())
                .filteredOn(second -> second.name().equals("orders"))
                .extracting(second -> second.count())
                .containsExactly(2, 0);
        assertThat(outcomes.report().stream().map(second -> second.name()).distinct())
                .hasSize(20);
    }

    @Test
    void whatWasBeforeTheClockWasSetBackIsNotOfNow() {
        var failures = new ConnectFailures(clock);
        var visitors = new VisitorWindow(clock, 10);
        failures.add(new FailedConnect("db-1:5432", "connect", "08001", "refused", Owner.DATABASE, "look"));
        visitors.record(17, true);
        clock.set(Duration.ofHours(-1));

        assertThat(failures.lastMinute()).isEmpty();
        assertThat(visitors.report().seen()).isZero();
        visitors.record(18, false);
        assertThat(visitors.report().seen()).isEqualTo(1);
    }

    private List<Integer> counts() {
        return seconds.complete((second, bucket) -> bucket.get());
    }
}
