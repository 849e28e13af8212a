package dev.tautline.agent;

/// A second's durations in microseconds; all zero when `count` is 0.
public record Percentiles(int count, long p50, long p95, long max, long mean) {
    public static final Percentiles NONE = new Percentiles(0, 0, 0, 0, 0);
}
