package dev.tautline.diagnosis;

import org.jspecify.annotations.Nullable;

/// What the watched database reads, writes and occupies. Readings are null until looked at twice.
///
/// @param databaseBytes its size; -1 when it may not be asked for
/// @param growthPerSecond by how many bytes that grows
/// @param temporaryBytes written to temporary files per second
/// @param blocksRead blocks read from outside shared buffers per second
/// @param readMillis time per block read; null unless `track_io_timing` is on
public record ServerStorage(
        long databaseBytes,
        @Nullable Double growthPerSecond,
        @Nullable Reading temporaryBytes,
        double temporaryFilesPerSecond,
        @Nullable Reading blocksRead,
        @Nullable Reading readMillis) {}
