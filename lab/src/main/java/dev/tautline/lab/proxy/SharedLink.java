package dev.tautline.lab.proxy;

/// One direction of the line that all connections of a proxy share when its bandwidth is capped: bytes pass
/// one after another.
final class SharedLink {
    private static final double NANOS_PER_SECOND = 1e9;

    private long freeAtNanos = System.nanoTime();

    /// Reserves the time that the bytes take and returns when the last of them is through.
    synchronized long passedAtNanos(int bytes, long bytesPerSecond) {
        var now = System.nanoTime();
        var start = freeAtNanos - now > 0 ? freeAtNanos : now;
        freeAtNanos = start + (long) (bytes * NANOS_PER_SECOND / bytesPerSecond);
        return freeAtNanos;
    }
}
