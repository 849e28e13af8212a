package dev.tautline.dashboard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The last ten minutes of every series, one value a second. Thread-safe: the watch adds, requests read.
final class History {
    static final Duration KEPT = Duration.ofMinutes(10);

    private final Deque<Sample> samples = new ArrayDeque<>();

    /// Columns for a chart: one time per row, one column per series, null where a series had no value.
    record Columns(List<Long> epochSeconds, Map<String, List<@Nullable Double>> series) {}

    /// A second that is given twice counts once: the later word holds.
    synchronized void add(Sample sample) {
        while (!samples.isEmpty() && samples.getLast().epochSecond() >= sample.epochSecond()) {
            samples.removeLast();
        }
        samples.addLast(sample);
        while (samples.getFirst().epochSecond() <= sample.epochSecond() - KEPT.toSeconds()) {
            samples.removeFirst();
        }
    }

    synchronized Columns columns() {
        var times = new ArrayList<Long>();
        var series = new TreeMap<String, List<@Nullable Double>>();
        for (var sample : samples) {
            int row = times.size();
            times.add(sample.epochSecond());
            sample.values()
                    .keySet()
                    .forEach(name ->
                            series.computeIfAbsent(name, key -> new ArrayList<>(Collections.nCopies(row, null))));
            series.forEach((name, column) -> column.add(sample.values().get(name)));
        }
        return new Columns(times, series);
    }
}
