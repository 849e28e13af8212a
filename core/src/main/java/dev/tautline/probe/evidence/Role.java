package dev.tautline.probe.evidence;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What part a server plays in its cluster. A `null` is something that the server would not tell this user.
///
/// @param inRecovery `pg_is_in_recovery()`: true on a standby
/// @param readOnly `transaction_read_only` in a fresh session: writes are refused
/// @param timeline the timeline being written or replayed; grows by one at each promotion
/// @param systemIdentifier the same on all servers of one cluster
/// @param replicationLag on a standby, the age of the last replayed transaction, zero when all received WAL is replayed
public record Role(
        boolean inRecovery,
        boolean readOnly,
        @Nullable Integer timeline,
        @Nullable Long systemIdentifier,
        @Nullable Duration replicationLag)
        implements Evidence {
    @Override
    public String words() {
        return (inRecovery ? "standby" : "primary")
                + (readOnly ? ", read-only" : ", writable")
                + (timeline == null ? "" : ", timeline " + timeline)
                + (replicationLag == null ? "" : ", lag " + replicationLag.toMillis() + " ms");
    }
}
