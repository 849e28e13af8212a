package dev.tautline.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// So many workers, each of which does the next thing as soon as the last one is done: what a machine can do at most.
///
/// @param workers at once
record ClosedLoop(int workers, Duration duration) {

    /// What a worker does again and again.
    interface Work {
        /// @param worker 0 to `workers` − 1
        void once(int worker) throws Exception;
    }

    /// Things done per second. The first failure ends it.
    double perSecond(Work work) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        long end = begin + duration.toNanos();
        var running = new ArrayList<Future<Long>>();
        long done = 0;
        try (var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
            for (var worker = 0; worker < workers; worker++) {
                int number = worker;
                running.add(threads.submit(() -> repeat(work, number, end)));
            }
            for (var worker : running) {
                done += worker.get();
            }
        }
        return done * 1e9 / (System.nanoTime() - begin);
    }

    private static long repeat(Work work, int worker, long end) throws Exception {
        long done = 0;
        while (System.nanoTime() - end < 0) {
            work.once(worker);
            done++;
        }
        return done;
    }
}
