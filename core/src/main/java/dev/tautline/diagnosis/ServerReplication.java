package dev.tautline.diagnosis;

import dev.tautline.diagnosis.ServerView.Standby;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who receives this server's WAL, what is kept for whom, and, on a standby, how far it is.
///
/// @param synchronousStandbyNames the setting; empty when commits wait for nobody
/// @param missing standbys that streamed while they were watched, and no longer do
/// @param receiver null on a primary
public record ServerReplication(
        boolean inRecovery,
        String synchronousStandbyNames,
        List<Standby> standbys,
        List<Slot> slots,
        List<Missing> missing,
        @Nullable Receiver receiver) {
    public ServerReplication {
        standbys = List.copyOf(standbys);
        slots = List.copyOf(slots);
        missing = List.copyOf(missing);
    }

    public static ServerReplication ofPrimary(Standby... standbys) {
        return new ServerReplication(false, "", List.of(standbys), List.of(), List.of(), null);
    }

    /// A standby that is gone, and for how long.
    public record Missing(String name, double seconds) {}

    /// A replication slot.
    ///
    /// @param walStatus `reserved`, `extended`, `unreserved` or `lost` (`pg_replication_slots`, manual 18, 53.19)
    /// @param retainedBytes WAL kept for it
    /// @param growthPerSecond by how many bytes that grows; null until looked at twice
    /// @param safeBytes WAL that may still be written before the slot is in danger; null without a limit
    public record Slot(
            String name,
            boolean active,
            String walStatus,
            long retainedBytes,
            @Nullable Double growthPerSecond,
            @Nullable Long safeBytes) {}

    /// How this standby receives and replays.
    ///
    /// @param status of the WAL receiver; empty when none runs
    /// @param behindBytes received and not yet replayed
    /// @param delay age of the last replayed transaction; of little worth when the primary is idle
    public record Receiver(
            String status,
            boolean replayPaused,
            long behindBytes,
            @Nullable Reading delay) {}
}
