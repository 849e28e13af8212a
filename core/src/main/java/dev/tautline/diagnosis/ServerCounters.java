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
/// @param rollbacks transactions of the watched database that ended without their effect, per second
/// @param rollbackShare of all of its transactions, 0 to 1
public record ServerCounters(
        double windowSeconds,
        int deadlocks,
        int conflicts,
        long checksumFailures,
        long committed,
        long rolledBack,
        @Nullable Reading sessionsBegun,
        @Nullable Reading loggingIn,
        @Nullable Reading rollbacks,
        @Nullable Reading rollbackShare) {
    /// Below this nobody has to hear of it.
    private static final double FEWEST_PER_SECOND = 0.5;

    private static final double SMALLEST_SHARE = 0.02;

    /// An application rolls back as it likes; many times its usual is no habit. More traffic alone brings more of them,
    /// and not a greater part.
    private static final double FACTOR = 4;

    private static final double SHARE_FACTOR = 3;

    /// Of a server whose usual rollbacks are not known.
    public ServerCounters(
            double windowSeconds,
            int deadlocks,
            int conflicts,
            long checksumFailures,
            long committed,
            long rolledBack,
            @Nullable Reading sessionsBegun,
            @Nullable Reading loggingIn) {
        this(
                windowSeconds,
                deadlocks,
                conflicts,
                checksumFailures,
                committed,
                rolledBack,
                sessionsBegun,
                loggingIn,
                null,
                null);
    }

    /// Far more transactions end without their effect than usual.
    public boolean rollsBack() {
        return rollbacks != null
                && rollbackShare != null
                && rollbacks.raised(FACTOR, FEWEST_PER_SECOND)
                && rollbackShare.raised(SHARE_FACTOR, SMALLEST_SHARE);
    }

    /// For people.
    public String describeRollbacks() {
        return "%d of %d transactions rolled back in %.0f s; %s; %s"
                .formatted(rolledBack, committed + rolledBack, windowSeconds, rollbacks, rollbackShare);
    }
}
