package dev.tautline.store.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SupervisedLoopTest {

    @Test
    void goesOnAfterFailures() throws InterruptedException {
        var rounds = new CountDownLatch(5);
        Runnable task = () -> {
            rounds.countDown();
            if (rounds.getCount() > 3) {
                throw new NoClassDefFoundError("dev/tautline/Missing");
            }
            if (rounds.getCount() > 1) {
                throw new IllegalStateException("the database is away");
            }
        };
        try (var loop = new SupervisedLoop("test", Duration.ofMillis(1), task, Clock.systemUTC()).start()) {
            assertThat(rounds.await(10, TimeUnit.SECONDS))
                    .as("five rounds within ten seconds")
                    .isTrue();
            loop.close();
            assertThat(loop.lastSuccess()).isPresent();
        }
    }

    @Test
    void hasNoSuccessToShowWhileItOnlyFails() throws InterruptedException {
        var rounds = new CountDownLatch(3);
        Runnable task = () -> {
            rounds.countDown();
            throw new IllegalStateException("the database is away");
        };
        try (var loop = new SupervisedLoop("test", Duration.ofMillis(1), task, Clock.systemUTC()).start()) {
            assertThat(rounds.await(10, TimeUnit.SECONDS))
                    .as("three rounds within ten seconds")
                    .isTrue();
            assertThat(loop.lastSuccess()).isEmpty();
        }
    }
}
