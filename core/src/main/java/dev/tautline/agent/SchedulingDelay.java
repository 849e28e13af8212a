package dev.tautline.agent;

import dev.tautline.agent.AgentReport.HostSecond;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Measures 20 times a second how late a sleep of one millisecond wakes up. A platform thread, because a virtual one
/// would also measure the queue of its carriers; a daemon, because it must not keep the application alive.
public final class SchedulingDelay implements AutoCloseable {
    private static final long SLEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long PAUSE_MILLIS = 49;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final LastSeconds<Distribution> seconds;
    private final AgentClock clock;

    private SchedulingDelay(AgentClock clock) {
        this.clock = clock;
        this.seconds = new LastSeconds<>(clock, Distribution::new);
    }

    /// Measures until it is closed.
    public static SchedulingDelay start(AgentClock clock) {
        SchedulingDelay delay = new SchedulingDelay(clock);
        Thread.ofPlatform().daemon().name("tautline-scheduling-delay").start(delay::sample);
        return delay;
    }

    private void sample() {
        try {
            while (!stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                long start = clock.nanos();
                Thread.sleep(1);
                seconds.current().recordNanos(clock.nanos() - start - SLEEP_NANOS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The last complete seconds, ten at most, oldest first.
    public List<HostSecond> report() {
        return seconds.complete((epochSecond, delays) -> new HostSecond(epochSecond, delays.percentiles()));
    }

    @Override
    public void close() {
        stopped.countDown();
    }
}
