package dev.tautline.watch;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The latest healthy values of one signal, and their median. Not thread-safe.
final class Lately {
    /// Fewer values than this tell nothing about what is usual.
    private static final int FEWEST = 8;

    private static final int MOST = 300;

    /// With so many values one more hardly moves the median: it is found anew after several.
    private static final int MANY = 64;

    private static final int EVERY = 8;

    private double[] values = new double[16];
    private int size;
    private int oldest;
    private int sinceFound;
    private @Nullable Double median;

    void add(double value) {
        if (size == MOST) {
            values[oldest] = value;
            oldest = (oldest + 1) % MOST;
        } else {
            if (size == values.length) {
                values = Arrays.copyOf(values, Math.min(MOST, 2 * size));
            }
            values[size++] = value;
        }
        sinceFound++;
    }

    int size() {
        return size;
    }

    /// Null until enough is known.
    @Nullable
    Double median() {
        if (size < FEWEST) {
            return null;
        }
        if (median == null || sinceFound >= (size < MANY ? 1 : EVERY)) {
            var sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            median = sorted[size / 2];
            sinceFound = 0;
        }
        return median;
    }

    /// The oldest first.
    List<Double> all() {
        return IntStream.range(0, size)
                .mapToObj(at -> values[(oldest + at) % size])
                .toList();
    }
}
