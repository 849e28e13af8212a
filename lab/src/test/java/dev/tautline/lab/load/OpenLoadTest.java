package dev.tautline.lab.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.lab.Deadline;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OpenLoadTest {
    private static final Duration SHORT = Duration.ofMillis(1_200);

    @Test
    void uniformArrivalsComeAtTheirRateAndEachIsPerformedOnce() {
        Set<Long> performed = ConcurrentHashMap.newKeySet();
        var report = OpenLoad.of(100, SHORT)
                .spaced(Spacing.UNIFORM, 0)
                .run(arrival -> assertThat(performed.add(arrival.number())).isTrue());
        assertThat(report.total().attempted()).isEqualTo(120);
        assertThat(report.total().ok()).isEqualTo(120);
        assertThat(performed).hasSize(120);
        assertThat(report.seconds().getFirst().attempted()).isEqualTo(100);
    }

    @Test
    void poissonArrivalsAreTheSameForTheSameSeed() {
        var load = OpenLoad.of(500, Duration.ofMillis(400)).spaced(Spacing.POISSON, 42);
        var first = load.run(arrival -> {}).total().attempted();
        assertThat(first).isBetween(140L, 260L).isNotEqualTo(200);
        assertThat(load.run(arrival -> {}).total().attempted()).isEqualTo(first);
        assertThat(load.spaced(Spacing.POISSON, 43).run(arrival -> {}).total().attempted())
                .isNotEqualTo(first);
    }

    @Test
    void failuresAreCountedByKind() {
        var report = OpenLoad.of(100, SHORT).spaced(Spacing.UNIFORM, 0).run(arrival -> {
            if (arrival.number() % 4 == 0) {
                throw new SQLException("gone", "08006");
            }
            assertThat(arrival.number() % 4).isNotEqualTo(1);
        });
        assertThat(report.total().failed()).containsEntry("SQLSTATE 08006", 30L).hasSize(2);
        assertThat(report.total().failures()).isEqualTo(60);
        assertThat(report.total().ok()).isEqualTo(60);
    }

    @Test
    void arrivalsKeepComingWhileTheActionStallsAndThoseAboveTheBoundAreDropped() {
        var released = new CountDownLatch(1);
        try (var run = OpenLoad.of(100, SHORT)
                .spaced(Spacing.UNIFORM, 0)
                .mostInFlight(30)
                .start(arrival -> released.await())) {
            // A busy machine lets the last arrivals of a second come late.
            Deadline.in(Duration.ofSeconds(20))
                    .await("all arrivals of the first second", () -> arrived(run.seconds()) == 100);
            assertThat(run.seconds().getFirst().attempted()).isEqualTo(30);
            assertThat(run.seconds().getFirst().dropped()).isEqualTo(70);
            released.countDown();
            assertThat(run.await().total().ok()).isEqualTo(run.await().total().attempted());
        }
    }

    private static long arrived(List<LoadSecond> seconds) {
        return seconds.isEmpty()
                ? 0
                : seconds.getFirst().attempted() + seconds.getFirst().dropped();
    }

    @Test
    void latencyCountsFromTheIntendedStart() {
        var stall = Duration.ofMillis(500);
        var lock = new Object();
        // One at a time: a stall at the beginning delays all that follow, though each of them is quick by
        // itself.
        var report = OpenLoad.of(100, SHORT)
                .spaced(Spacing.UNIFORM, 0)
                .slowAfter(Duration.ofMillis(200))
                .run(arrival -> {
                    synchronized (lock) {
                        if (arrival.number() == 0) {
                            TimeUnit.NANOSECONDS.sleep(stall.toNanos());
                        }
                    }
                });
        assertThat(report.total().slow()).isGreaterThanOrEqualTo(29);
        assertThat(report.total().slowShare()).isGreaterThan(0.2);
        assertThat(report.total().max()).isGreaterThanOrEqualTo(stall);
    }

    @Test
    void actionsThatNeverEndAreAbandonedAndCounted() {
        var report = OpenLoad.of(50, Duration.ofMillis(200))
                .spaced(Spacing.UNIFORM, 0)
                .drainTimeout(Duration.ofMillis(100))
                .run(arrival -> new CountDownLatch(1).await());
        assertThat(report.total().failed()).containsExactly(Map.entry("abandoned", 10L));
        assertThat(report.total().max()).isGreaterThan(Duration.ofMillis(100));
    }

    @Test
    void stoppedLoadEndsBeforeItsTime() {
        try (var run = OpenLoad.of(100, Duration.ofHours(1)).start(arrival -> {})) {
            run.stop();
            assertThat(run.await().total().attempted()).isLessThan(1_000);
        }
    }

    @Test
    void loadsThatMakeNoSenseAreRefusedWithAllReasons() {
        assertThatThrownBy(() -> OpenLoad.of(0, Duration.ZERO))
                .hasMessageContaining("rate 0.0/s")
                .hasMessageContaining("duration");
        assertThatThrownBy(() -> OpenLoad.of(1, SHORT).mostInFlight(0)).hasMessageContaining("at least 1");
    }
}
