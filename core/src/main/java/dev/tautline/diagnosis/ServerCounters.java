package dev.tautline.diagnosis;

import org.jspecify.annotations.Nullable;

/// What the watched database counted within the last `windowSeconds`.
///
/// @param conflicts statements cancelled because recovery needed what they used; on standbys only
/// @param checksumFailures pages whose checksum was wrong, since the statistics began
/// @param committed transactions
/// @param rolledBack transactions
/// @param sessionsBegun by anybody in any database of the server, the guard's own included; null where the server does
/// not count them (before PostgreSQL 14)
/// @param loggingIn sessions that were just logging in, each counted once, per look; those of servers before
/// PostgreSQL 18 do not show
public record ServerCounters(
        double windowSeconds,
        int deadlocks,
        int conflicts,
        long checksumFailures,
        long committed,
        long rolledBack,
        @Nullable Reading sessionsBegun,
        @Nullable Reading loggingIn) {}
