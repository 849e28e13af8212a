package dev.tautline.watch;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes one sample per period on a virtual thread of its own, so that a source that hangs delays no other. A sample
/// that takes longer than the period costs the ones it overlaps: they are counted as skipped, never queued.
final class Lane<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final String name;
    private final Source<T> source;
    private final Duration period;
    private final Clock clock;
    private final AtomicReference<Sampled<T>> latest = new AtomicReference<>(Sampled.nothingYet());
    private final AtomicLong skipped = new AtomicLong();
    private final Thread thread;
    private volatile boolean open = true;
    private volatile long begunNanos = System.nanoTime();

    /// Something that can be sampled. Every wait inside has a deadline of its own.
    interface Source<T> extends AutoCloseable {
        T sample() throws Exception;

        @Override
        default void close() {}
    }

    private Lane(String name, Source<T> source, Duration period, Clock clock) {
        this.name = name;
        this.source = source;
        this.period = period;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("lane-" + name).unstarted(this::run);
    }

    static <T> Lane<T> start(String name, Source<T> source, Duration period, Clock clock) {
        var lane = new Lane<>(name, source, period, clock);
        lane.thread.start();
        return lane;
    }

    Sampled<T> latest() {
        return latest.get();
    }

    /// The clock was set by so much: what was brought is as old as before.
    void shift(Duration by) {
        latest.updateAndGet(sampled -> sampled.shifted(by));
    }

    /// Its thread has ended although nobody closed it, or one sample has taken longer than any deadline inside allows.
    boolean dead(long nowNanos, Duration longest) {
        return open && (!thread.isAlive() || nowNanos - begunNanos > longest.toNanos());
    }

    /// Samples that were due while an earlier one was still running.
    long skipped() {
        return skipped.get();
    }

    private void run() {
        long due = System.nanoTime();
        while (open) {
            begunNanos = System.nanoTime();
            sampleOnce();
            due += period.toNanos();
            long late = System.nanoTime() - due;
            if (late > 0) {
                long missed = late / period.toNanos() + 1;
                skipped.addAndGet(missed);
                due += missed * period.toNanos();
            }
            while (open && System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }
    }

    private void sampleOnce() {
        try {
            var value = source.sample();
            latest.set(new Sampled<>(value, clock.instant(), null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            open = false;
        } catch (Exception e) {
            LOG.debug("lane {}: {}", name, e.toString());
            latest.updateAndGet(before -> before.failed(e.toString()));
        }
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
        source.close();
    }
}
