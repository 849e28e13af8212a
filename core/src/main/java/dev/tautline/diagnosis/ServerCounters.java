package dev.tautline.diagnosis;

/// What went wrong inside the watched database within the last `windowSeconds`.
///
/// @param conflicts statements cancelled because recovery needed what they used; on standbys only
/// @param checksumFailures pages whose checksum was wrong, since the statistics began
/// @param committed transactions
/// @param rolledBack transactions
public record ServerCounters(
        double windowSeconds, int deadlocks, int conflicts, long checksumFailures, long committed, long rolledBack) {}
