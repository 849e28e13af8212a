package dev.tautline.dashboard;

import dev.tautline.watch.Watch.Tick;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Feeds a dashboard one hand-made second after the other, as the watch would.
final class Feed implements AutoCloseable {
    /// Quicker than life: a test need not wait for a whole second to pass.
    private static final int PERIOD_MILLIS = 500;

    private final Dashboard dashboard;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Function<Instant, Tick> tick;

    private Feed(Dashboard dashboard, Function<Instant, Tick> tick) {
        this.dashboard = dashboard;
        this.tick = tick;
    }

    static Feed start(Dashboard dashboard, Function<Instant, Tick> tick) {
        var feed = new Feed(dashboard, tick);
        Thread.startVirtualThread(feed::run);
        return feed;
    }

    void with(Function<Instant, Tick> next) {
        tick = next;
    }

    private void run() {
        try {
            do {
                dashboard.accept(tick.apply(Instant.now()));
            } while (!closed.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
