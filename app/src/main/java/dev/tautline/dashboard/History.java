package dev.tautline.dashboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The last ten minutes of every series, one value a second. Thread-safe: the watch adds, requests read.
final class History {
    static final Duration KEPT = Duration.ofMinutes(10);

    private static final int ROWS = (int) KEPT.toSeconds();

    private final long[] times = new long[ROWS];
    private final Map<String, Column> columns = new TreeMap<>();
    private int first;
    private int size;

    /// Columns for a chart: one time per row, one column per series, null where a series had no value.
    record Columns(List<Long> epochSeconds, Map<String, List<@Nullable Float>> series) {}

    /// Values by row; four bytes each, for there may be thousands of series.
    private static final class Column {
        private final float[] values = new float[ROWS];
        private long lastSecond;

        Column() {
            Arrays.fill(values, Float.NaN);
        }
    }

    /// A second that is given twice counts once: the later word holds.
    synchronized void add(Sample sample) {
        long second = sample.epochSecond();
        while (size > 0 && times[row(size - 1)] >= second) {
            size--;
        }
        while (size > 0 && (size == ROWS || times[first] <= second - ROWS)) {
            first = (first + 1) % ROWS;
            size--;
        }
        // A clock that was set back leaves what was seen before that time.
        columns.values().forEach(column -> column.lastSecond = Math.min(column.lastSecond, second));
        columns.values().removeIf(column -> column.lastSecond <= second - ROWS);
        int row = row(size);
        times[row] = second;
        size++;
        columns.values().forEach(column -> column.values[row] = Float.NaN);
        sample.values().forEach((name, value) -> {
            var column = columns.computeIfAbsent(name, key -> new Column());
            column.values[row] = value.floatValue();
            column.lastSecond = second;
        });
    }

    private int row(int index) {
        return (first + index) % ROWS;
    }

    synchronized Columns columns(Predicate<String> wanted) {
        var seconds = new ArrayList<Long>();
        for (int i = 0; i < size; i++) {
            seconds.add(times[row(i)]);
        }
        var series = new TreeMap<String, List<@Nullable Float>>();
        columns.forEach((name, column) -> {
            if (wanted.test(name)) {
                series.put(name, values(column));
            }
        });
        return new Columns(seconds, series);
    }

    private List<@Nullable Float> values(Column column) {
        var values = new ArrayList<@Nullable Float>(size);
        for (int i = 0; i < size; i++) {
            float value = column.values[row(i)];
            values.add(Float.isNaN(value) ? null : value);
        }
        return values;
    }
}
