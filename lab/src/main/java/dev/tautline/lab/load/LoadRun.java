package dev.tautline.lab.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A load under way. Thread-safe. Closing it ends arrivals and interrupts what is under way.
public final class LoadRun implements AutoCloseable {
    private static final Duration INTERRUPTION_TIMEOUT = Duration.ofSeconds(5);
    private static final long DRAIN_POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final OpenLoad load;
    private final Action action;
    private final long startNanos = System.nanoTime();
    private final Map<Long, Thread> inFlight = new ConcurrentHashMap<>();
    private final Seconds seconds = new Seconds();
    private final Tally total = new Tally();
    private final Thread dispatcher;
    private volatile boolean stopped;
    private volatile boolean abandoning;

    LoadRun(OpenLoad load, Action action) {
        this.load = load;
        this.action = action;
        this.dispatcher = Thread.ofPlatform().daemon().name("open-load").start(this::dispatch);
    }

    /// The seconds that are over, oldest first, of the last hour at most.
    public synchronized List<LoadSecond> seconds() {
        return seconds.before(
                dispatcher.isAlive() ? Math.min(seconds.next(), secondOf(System.nanoTime())) : seconds.next());
    }

    /// Ends the arrivals before their time; what is under way is still awaited.
    public void stop() {
        stopped = true;
        LockSupport.unpark(dispatcher);
    }

    /// Waits for the end, which comes at the latest after the load's duration and drain timeout.
    public LoadReport await() {
        try {
            dispatcher.join();
        } catch (InterruptedException interrupted) {
            close();
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            return new LoadReport(total.snapshot(0), seconds());
        }
    }

    @Override
    public void close() {
        stop();
        dispatcher.interrupt();
        abandon();
    }

    private void dispatch() {
        var random = new SplittableRandom(load.seed());
        var meanGapNanos = TimeUnit.SECONDS.toNanos(1) / load.arrivalsPerSecond();
        var dueNanos = 0.0;
        for (var number = 0L; awaitDue((long) dueNanos); number++) {
            arrive(number, startNanos + (long) dueNanos);
            dueNanos += load.spacing().gap(random) * meanGapNanos;
        }
        drain();
    }

    /// False when there are no more arrivals.
    private boolean awaitDue(long dueNanos) {
        var end = Math.min(dueNanos, load.duration().toNanos());
        for (var left = end - elapsedNanos(); left > 0 && !stopped; left = end - elapsedNanos()) {
            LockSupport.parkNanos(left);
        }
        return !stopped && dueNanos < load.duration().toNanos();
    }

    private void arrive(long number, long dueNanos) {
        if (inFlight.size() >= load.mostInFlight()) {
            count(dueNanos, Tally::drop);
            return;
        }
        count(dueNanos, Tally::attempt);
        var thread = Thread.ofVirtual().unstarted(() -> perform(new Arrival(number), dueNanos));
        inFlight.put(number, thread);
        thread.start();
    }

    private void perform(Arrival arrival, long dueNanos) {
        try {
            action.perform(arrival);
            answer(dueNanos, null);
        } catch (Throwable failure) {
            // An Error, too: an action's assertion must be counted, not lost with its thread.
            answer(dueNanos, abandoning ? "abandoned" : load.failureKind().apply(failure));
        } finally {
            inFlight.remove(arrival.number());
        }
    }

    private void answer(long dueNanos, @Nullable String failureKind) {
        var now = System.nanoTime();
        var latency = Duration.ofNanos(now - dueNanos);
        count(now, tally -> {
            if (failureKind == null) {
                tally.succeed(latency, load.slowAfter());
            } else {
                tally.fail(failureKind, latency, load.slowAfter());
            }
        });
    }

    private synchronized void count(long nanos, Consumer<Tally> what) {
        what.accept(seconds.at(secondOf(nanos)));
        what.accept(total);
    }

    private void drain() {
        if (!isDrainedWithin(load.drainTimeout())) {
            abandon();
        }
    }

    private void abandon() {
        abandoning = true;
        inFlight.values().forEach(Thread::interrupt);
        isDrainedWithin(INTERRUPTION_TIMEOUT);
    }

    private boolean isDrainedWithin(Duration timeout) {
        var end = System.nanoTime() + timeout.toNanos();
        while (!inFlight.isEmpty() && System.nanoTime() - end < 0) {
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(DRAIN_POLL_NANOS);
        }
        return inFlight.isEmpty();
    }

    private long elapsedNanos() {
        return System.nanoTime() - startNanos;
    }

    private int secondOf(long nanos) {
        return (int) TimeUnit.NANOSECONDS.toSeconds(nanos - startNanos);
    }
}
