package dev.tautline.history.series;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes series on a thread of its own: the watch never waits for a disk. Seconds are written ten at a time; while
/// the disk is slow or full some are lost, and counted.
public final class SeriesRecorder implements AutoCloseable {
    private static final int MOST_WAITING = 120;
    private static final int SECONDS_TOGETHER = 10;
    private static final int SECONDS_COARSE = 60;
    private static final Duration ROOM_WITHIN = Duration.ofSeconds(30);
    private static final Duration LAST_WRITE = Duration.ofSeconds(5);

    private final SeriesFile file;
    private final Pending pending = new Pending();
    private final Chronicle chronicle = new Chronicle();
    private final Thinning thinning;
    private final BlockingQueue<Second> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong lost = new AtomicLong();
    private final Thread thread;
    private long coarseAt;
    private @Nullable Second lastTold;
    private volatile boolean ending;

    private SeriesRecorder(SeriesFile file, Keeping keep) {
        this.file = file;
        this.thinning = new Thinning(keep);
        this.thread = Thread.ofPlatform().name("series").daemon().unstarted(this::run);
    }

    /// @param folder this process's alone: the history's
    /// @param says hears, in one sentence each, what a person must know of
    public static SeriesRecorder start(Path folder, Keeping keep, Clock clock, Consumer<String> says) {
        var recorder = new SeriesRecorder(new SeriesFile(folder, clock, says), keep);
        recorder.thread.start();
        return recorder;
    }

    /// Takes in one second and never waits.
    public void accept(Second second) {
        if (!waiting.offer(second)) {
            lost.incrementAndGet();
        }
    }

    /// Seconds that could not be taken in.
    public long lost() {
        return lost.get();
    }

    /// Waits until there is room for more: for those who bring seconds quicker than life does.
    ///
    /// @throws IllegalStateException when none is written within half a minute
    public void awaitRoom() {
        long deadline = System.nanoTime() + ROOM_WITHIN.toNanos();
        while (waiting.remainingCapacity() < SECONDS_TOGETHER) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("no second was written within " + ROOM_WITHIN.toSeconds() + " s");
            }
            LockSupport.parkNanos(100_000);
        }
    }

    private void run() {
        var together = new ArrayList<Second>();
        try {
            while (!ending || !waiting.isEmpty()) {
                var next = waiting.poll(1, TimeUnit.SECONDS);
                if (next != null) {
                    together.add(next);
                    if (together.size() >= SECONDS_TOGETHER || worthTelling(next)) {
                        write(together, false);
                        together.clear();
                    }
                }
            }
            write(together, true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            file.close();
        }
    }

    /// A change is on the page's charts at once, and so it is in the file.
    private boolean worthTelling(Second next) {
        var before = lastTold;
        lastTold = next;
        return before == null
                || !before.changes().equals(next.changes())
                || !before.settings().equals(next.settings());
    }

    private void write(List<Second> seconds, boolean last) {
        if (seconds.isEmpty() && !last) {
            return;
        }
        long now = seconds.isEmpty() ? coarseAt : seconds.getLast().epochSecond();
        boolean coarse = last || now - coarseAt >= SECONDS_COARSE || now < coarseAt;
        boolean written = file.write(database -> {
            for (var second : seconds) {
                pending.add(database, second);
                chronicle.write(database, second);
            }
            pending.save(database, coarse);
            thinning.thin(database, now);
        });
        if (written) {
            pending.saved(coarse, now);
            thinning.thinned(now);
            seconds.forEach(chronicle::written);
            coarseAt = coarse ? now : coarseAt;
        } else {
            pending.letGo(now);
        }
    }

    /// Waits a moment for the last seconds to be written.
    @Override
    public void close() {
        ending = true;
        try {
            thread.join(LAST_WRITE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
