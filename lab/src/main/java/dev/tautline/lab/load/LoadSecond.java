package dev.tautline.lab.load;

import java.time.Duration;
import java.util.Map;

/// One second of a load. Attempts and drops belong to the second they were due in, answers to the second
/// they came in. Failures are counted by kind; `slow` are answers, good or bad, that took longer than the
/// load's threshold.
public record LoadSecond(
        int second,
        long attempted,
        long dropped,
        long ok,
        Map<String, Long> failed,
        long slow,
        Duration p50,
        Duration p95,
        Duration p99,
        Duration max) {
    public LoadSecond {
        failed = Map.copyOf(failed);
    }

    public long failures() {
        return failed.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Slow answers as a share of all answers, 0 to 1; 0 when there was none.
    public double slowShare() {
        var answered = ok + failures();
        return answered == 0 ? 0 : (double) slow / answered;
    }
}
