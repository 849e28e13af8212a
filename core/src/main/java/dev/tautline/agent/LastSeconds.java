package dev.tautline.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One bucket for each of the last seconds. Writers never block each other: a bucket is put in place by one
/// compare-and-set per second. Thread-safe if the bucket is.
final class LastSeconds<B> {
    /// What a report holds; readers that poll each second may miss nine polls without losing a second.
    static final int KEPT = 10;

    // More than KEPT + 1, so that a reader of the oldest second never meets the writer of the newest in one slot.
    private static final int SLOTS = 16;

    private final AtomicReferenceArray<@Nullable Slot<B>> slots = new AtomicReferenceArray<>(SLOTS);
    private final AgentClock clock;
    private final long firstSecond;
    private final Supplier<B> newBucket;

    LastSeconds(AgentClock clock, Supplier<B> newBucket) {
        this.clock = clock;
        this.firstSecond = clock.epochSecond();
        this.newBucket = newBucket;
    }

    /// The bucket to write to now.
    B current() {
        long second = clock.epochSecond();
        int index = (int) Math.floorMod(second, (long) SLOTS);
        while (true) {
            Slot<B> slot = slots.get(index);
            // The next second of this slot: another thread is ahead of this one. Count the event there, do not lose it.
            // A second far ahead is one of before the wall clock was set back; nobody will ask for it.
            if (slot != null && slot.epochSecond >= second && slot.epochSecond - second <= SLOTS) {
                return slot.bucket;
            }
            Slot<B> fresh = new Slot<>(second, newBucket.get());
            if (slots.compareAndSet(index, slot, fresh)) {
                return fresh.bucket;
            }
        }
    }

    /// The last complete seconds, oldest first, without gaps: a second in which nothing happened has an empty bucket.
    <R> List<R> complete(SecondView<B, R> view) {
        long now = clock.epochSecond();
        List<R> seconds = new ArrayList<>(KEPT);
        boolean setBack = now < firstSecond;
        for (long second = setBack ? now - KEPT : Math.max(firstSecond, now - KEPT); second < now; second++) {
            Slot<B> slot = slots.get((int) Math.floorMod(second, (long) SLOTS));
            boolean filled = slot != null && slot.epochSecond == second;
            seconds.add(view.of(second, filled ? slot.bucket : newBucket.get()));
        }
        return List.copyOf(seconds);
    }

    /// How a second and its bucket look in a report.
    @FunctionalInterface
    interface SecondView<B, R> {
        R of(long epochSecond, B bucket);
    }

    private record Slot<B>(long epochSecond, B bucket) {}
}
