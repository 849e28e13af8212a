package dev.tautline.diagnosis;

import org.jspecify.annotations.Nullable;

/// The WAL that is written, and its archive.
///
/// @param bytesPerSecond null until looked at twice
/// @param archiving whether `archive_mode` is on
/// @param failures failed attempts to archive since the last success, within what was seen
/// @param lastFailure the file that could not be archived; empty when none
/// @param unarchivedSeconds time since the last file was archived; null when none ever was
public record ServerWal(
        @Nullable Reading bytesPerSecond,
        boolean archiving,
        long failures,
        String lastFailure,
        @Nullable Double unarchivedSeconds) {}
