package dev.tautline.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One server seen from inside, through the guard's own connection. When `silentSeconds` is above 0 it has not answered
/// for that long and everything else is what it last said. `statementMean` is the server's own execution time per
/// statement; `sessions` are the client sessions sampled in the window, by what they did.
public record ServerView(
        String target,
        double silentSeconds,
        @Nullable Reading statementMean,
        @Nullable Reading statementsPerSecond,
        @Nullable Reading lockWaiters,
        Sessions sessions,
        int connections,
        int maxConnections,
        List<Blocker> blockers,
        List<Standby> standbys) {

    /// Client sessions over `samples` looks in the window, all looks added up, by what they did.
    public record Sessions(int samples, int sampled, int running, int lockWaiting, int idleInTransaction, int idle) {
        /// Sessions that were in a transaction or a statement, per look; 0 without a look.
        public double busy() {
            return samples == 0 ? 0 : (double) (running + lockWaiting + idleInTransaction) / samples;
        }
    }

    /// A session that others wait for, and what it is doing.
    public record Blocker(int pid, String application, String state, String query, int waiters) {}

    /// A standby that this server sends its WAL to; `replySeconds` is the age of its last word.
    public record Standby(String name, String address, String state, long lagBytes, double replySeconds) {}
}
