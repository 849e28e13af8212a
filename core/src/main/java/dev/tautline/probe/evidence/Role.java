package dev.tautline.probe.evidence;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What part a server plays in its cluster. A `null` is something that the server would not tell this user.
///
/// @param inRecovery `pg_is_in_recovery()`: true on a standby
/// @param readOnly `transaction_read_only` in a fresh session: writes are refused
/// @param readOnlySource where `default_transaction_read_only` comes from (`pg_settings.source`), when that
/// is why
/// @param timeline the timeline being written or replayed; grows by one at each promotion
/// @param systemIdentifier the same on all servers of one cluster
/// @param replicationLag on a standby, the age of the last replayed transaction, zero when all received WAL
/// is replayed
/// @param replay on a standby, how it follows
public record Role(
        boolean inRecovery,
        boolean readOnly,
        @Nullable String readOnlySource,
        @Nullable Integer timeline,
        @Nullable Long systemIdentifier,
        @Nullable Duration replicationLag,
        @Nullable Replay replay)
        implements Evidence {
    /// Takes writes, as a primary should.
    public boolean isWritablePrimary() {
        return !inRecovery && !readOnly;
    }

    @Override
    public String words() {
        return (inRecovery ? "standby" : "primary")
                + (readOnly ? ", read-only" : ", writable")
                + (readOnlySource == null ? "" : " by default_transaction_read_only, set by: " + readOnlySource)
                + (timeline == null ? "" : ", timeline " + timeline)
                + (replicationLag == null ? "" : ", lag " + replicationLag.toMillis() + " ms")
                + (replay == null ? "" : replay.words());
    }
}
