package dev.tautline.diagnosis;

import org.jspecify.annotations.Nullable;

/// Checkpoints of the last minute or so.
///
/// @param windowSeconds the time in which they were counted
/// @param timed those that were due by `checkpoint_timeout`
/// @param requested those forced, mostly because `max_wal_size` was reached
/// @param busyShare part of the time spent writing and syncing for checkpoints, 0 to 1
public record ServerCheckpoints(
        double windowSeconds,
        int timed,
        int requested,
        @Nullable Reading busyShare) {}
