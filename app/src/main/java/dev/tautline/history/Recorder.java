package dev.tautline.history;

import dev.tautline.incident.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Writes what each second brought, on a thread of its own: the watch never waits for a disk. While the disk is slow or
/// full only the newest state waits; it holds all that the ones before it held. [#accept] belongs to the watch's
/// thread.
public final class Recorder implements AutoCloseable {
    private static final Duration BETWEEN_LEARNING = Duration.ofSeconds(30);
    private static final Duration LAST_WRITE = Duration.ofSeconds(5);

    private final HistoryFile file;
    private final Post post;
    private final BlockingQueue<Second> newest = new ArrayBlockingQueue<>(1);
    private final Thread thread;
    private @Nullable Usual usual;
    private Instant learntAt = Instant.EPOCH;
    private volatile boolean ending;

    private record Second(
            Instant at, List<Incident> incidents, @Nullable Usual usual) {}

    private Recorder(HistoryFile file, Post post) {
        this.file = file;
        this.post = post;
        this.thread = Thread.ofPlatform().name("history").daemon().unstarted(this::run);
    }

    public static Recorder start(HistoryFile file, Post post) {
        var recorder = new Recorder(file, post);
        recorder.thread.start();
        return recorder;
    }

    /// Takes in one second and never waits.
    ///
    /// @param learnt asked now and then, on this thread
    public void accept(Instant at, List<Incident> incidents, Supplier<Usual> learnt) {
        if (Duration.between(learntAt, at).compareTo(BETWEEN_LEARNING) >= 0) {
            usual = learnt.get();
            learntAt = at;
        }
        newest.clear();
        newest.offer(new Second(at, incidents, usual));
    }

    private void run() {
        try {
            while (!ending || !newest.isEmpty()) {
                write(newest.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A message is sent only after it was written: the next guard must know that it may have been sent.
    private void write(Second second) {
        var deliveries = post.of(second.at(), second.incidents());
        file.write(second.at(), second.incidents(), second.usual(), deliveries, post.silences(second.at()));
        post.written(second.at());
    }

    /// Waits a moment for the last second to be written.
    @Override
    public void close() {
        ending = true;
        if (newest.isEmpty()) {
            thread.interrupt();
        }
        try {
            thread.join(LAST_WRITE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
