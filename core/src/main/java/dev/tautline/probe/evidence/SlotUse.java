package dev.tautline.probe.evidence;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who holds a server's connection slots.
///
/// @param role our role's own limit (`CONNECTION LIMIT`) and its sessions
/// @param database the same of our database
/// @param idleInTransaction sessions that keep a transaction open and do nothing, as far as we may see
/// @param oldestIdleInTransaction how long the oldest of them has been so; null when there is none
/// @param hidden sessions of which we may not see what they do, for want of `pg_read_all_stats`
/// @param largest who holds most, largest first; ours left out
public record SlotUse(
        Limit role,
        Limit database,
        int idleInTransaction,
        @Nullable Duration oldestIdleInTransaction,
        int hidden,
        List<Holder> largest) {
    public SlotUse {
        largest = List.copyOf(largest);
    }

    /// @param maximum null without a limit
    public record Limit(int used, @Nullable Integer maximum) {
        /// Null without a limit.
        public @Nullable Integer free() {
            return maximum == null ? null : Math.max(0, maximum - used);
        }
    }

    /// Sessions that are alike.
    ///
    /// @param address the client's; empty when it is hidden from us or a local socket
    public record Holder(String application, String user, String address, int sessions) {
        public String words() {
            return sessions + " " + (application.isEmpty() ? "(no application_name)" : application) + " as " + user
                    + (address.isEmpty() ? "" : " from " + address);
        }
    }

    String words() {
        var words = new StringBuilder();
        append(words, "role", role);
        append(words, "database", database);
        if (oldestIdleInTransaction != null) {
            words.append("; ").append(idleInTransaction).append(" idle in transaction, the oldest for ");
            words.append(oldestIdleInTransaction.toSeconds()).append(" s");
        }
        return words
                + (largest.isEmpty()
                        ? ""
                        : "; most held by: " + largest.getFirst().words());
    }

    private static void append(StringBuilder words, String whose, Limit limit) {
        if (limit.maximum() != null) {
            words.append("; ").append(whose).append(" limit: ").append(limit.used());
            words.append(" of ").append(limit.maximum());
        }
    }
}
