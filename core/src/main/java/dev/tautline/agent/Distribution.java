package dev.tautline.agent;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/// One second's durations in microseconds. Count, mean and maximum are exact; percentiles come from a uniform sample
/// of at most `SAMPLES` values (Vitter's algorithm R), so memory does not grow with load. Thread-safe without locks.
final class Distribution {
    /// With 512 samples the reported p95 lies between the true p93 and p97 (two standard errors of a proportion).
    static final int SAMPLES = 512;

    private static final long UNSET = -1;

    private final AtomicInteger count = new AtomicInteger();
    private final LongAdder sum = new LongAdder();
    private final LongAccumulator max = new LongAccumulator(Long::max, 0);
    private final AtomicLongArray samples = unset();

    private static AtomicLongArray unset() {
        long[] values = new long[SAMPLES];
        Arrays.fill(values, UNSET);
        return new AtomicLongArray(values);
    }

    void record(long micros) {
        long value = Math.max(0, micros);
        int index = count.getAndIncrement();
        sum.add(value);
        max.accumulate(value);
        if (index < SAMPLES) {
            samples.setOpaque(index, value);
            return;
        }
        int place = ThreadLocalRandom.current().nextInt(index + 1);
        if (place < SAMPLES) {
            samples.setOpaque(place, value);
        }
    }

    void recordNanos(long nanos) {
        record(nanos / 1000);
    }

    Percentiles percentiles() {
        int seen = count.get();
        if (seen == 0) {
            return Percentiles.NONE;
        }
        long[] sorted = sortedSamples();
        if (sorted.length == 0) {
            return Percentiles.NONE;
        }
        return new Percentiles(seen, at(sorted, 0.50), at(sorted, 0.95), max.get(), sum.sum() / seen);
    }

    // A writer that was interrupted between taking its index and storing its value leaves a place unset.
    private long[] sortedSamples() {
        long[] values = new long[Math.min(count.get(), SAMPLES)];
        int filled = 0;
        for (int i = 0; i < values.length; i++) {
            long value = samples.getOpaque(i);
            if (value != UNSET) {
                values[filled++] = value;
            }
        }
        Arrays.sort(values, 0, filled);
        return Arrays.copyOf(values, filled);
    }

    private static long at(long[] sorted, double quantile) {
        int rank = (int) Math.ceil(quantile * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }
}
