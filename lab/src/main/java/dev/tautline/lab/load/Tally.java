package dev.tautline.lab.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/// Counts of one second or of all. Confined to the lock of its [LoadRun].
final class Tally {
    private static final long MOST_MICROS = Duration.ofHours(1).toNanos() / 1_000;
    private static final int SIGNIFICANT_DIGITS = 3;

    private final Histogram latenciesMicros = new Histogram(1, MOST_MICROS, SIGNIFICANT_DIGITS);
    private final Map<String, Long> failed = new TreeMap<>();
    private long attempted;
    private long dropped;
    private long ok;
    private long slow;

    void attempt() {
        attempted++;
    }

    void drop() {
        dropped++;
    }

    void succeed(Duration latency, Duration slowAfter) {
        ok++;
        answer(latency, slowAfter);
    }

    void fail(String kind, Duration latency, Duration slowAfter) {
        failed.merge(kind, 1L, Long::sum);
        answer(latency, slowAfter);
    }

    LoadSecond snapshot(int second) {
        return new LoadSecond(
                second,
                attempted,
                dropped,
                ok,
                failed,
                slow,
                percentile(50),
                percentile(95),
                percentile(99),
                percentile(100));
    }

    private void answer(Duration latency, Duration slowAfter) {
        if (latency.compareTo(slowAfter) > 0) {
            slow++;
        }
        latenciesMicros.recordValue(Math.clamp(latency.toNanos() / 1_000, 1, MOST_MICROS));
    }

    private Duration percentile(double percent) {
        return Duration.ofNanos(latenciesMicros.getValueAtPercentile(percent) * 1_000);
    }
}
