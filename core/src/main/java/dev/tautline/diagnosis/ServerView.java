package dev.tautline.diagnosis;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One server seen from inside, through the guard's own connection. When `silentSeconds` is above 0 it has not answered
/// for that long and everything else is what it last said. A part that is null could not be read: the server's version
/// has no such view, the role may not see it, or too few looks were had; `withheld` says in words what and why.
///
/// @param fileErrors lines of its configuration files that the server cannot read, with place and reason
/// @param shutOut who is logged in and would be refused now, and by what
/// @param failures statements that failed lately; null where the server's log cannot be read
/// @param refusals log-ins that were refused lately; null where the server's log cannot be read
public record ServerView(
        String target,
        double silentSeconds,
        ServerActivity activity,
        @Nullable ServerStatements statements,
        @Nullable ServerReplication replication,
        @Nullable ServerWal wal,
        @Nullable ServerCheckpoints checkpoints,
        @Nullable ServerStorage storage,
        @Nullable ServerIo io,
        @Nullable ServerVacuum vacuum,
        @Nullable ServerCounters counters,
        @Nullable PoolerView pooler,
        @Nullable List<String> fileErrors,
        @Nullable List<String> shutOut,
        @Nullable ServerFailures failures,
        @Nullable ServerRefusals refusals,
        List<String> withheld) {
    private static final int FULL_LOOKS = 4;

    /// Whoever works between two statements is back sooner.
    private static final double IDLE_SECONDS = 5;

    public ServerView {
        fileErrors = fileErrors == null ? null : List.copyOf(fileErrors);
        shutOut = shutOut == null ? null : List.copyOf(shutOut);
        withheld = List.copyOf(withheld);
    }

    public static ServerViewBuilder of(String target, ServerActivity activity) {
        return new ServerViewBuilder(target, activity);
    }

    /// The same view with other parts.
    public ServerViewBuilder but() {
        return new ServerViewBuilder(this);
    }

    /// It has just answered.
    public boolean answers() {
        return silentSeconds == 0;
    }

    public Sessions sessions() {
        return activity.sessions();
    }

    public List<Blocker> blockers() {
        return activity.blockers();
    }

    /// Who has done nothing in an open transaction for seconds, while ours waited for a lock at each look: that does
    /// not end by itself.
    public Optional<Blocker> idleBlocker() {
        boolean alwaysWaiting = sessions().samples() >= FULL_LOOKS
                && sessions().lockWaiting() >= sessions().samples();
        return blockers().stream()
                .filter(blocker -> alwaysWaiting
                        && blocker.waiters() > 0
                        && blocker.state().startsWith("idle in transaction")
                        && blocker.stateSeconds() >= IDLE_SECONDS)
                .findFirst();
    }

    public List<Standby> standbys() {
        return replication == null ? List.of() : replication.standbys();
    }

    /// The server's own execution time per statement.
    public @Nullable Reading statementMean() {
        return statements == null ? null : statements.mean();
    }

    public @Nullable Reading statementsPerSecond() {
        return statements == null ? null : statements.perSecond();
    }

    public int connections() {
        return activity.connections();
    }

    public int maxConnections() {
        return activity.maxConnections();
    }

    /// Client sessions over `samples` looks in the window, all looks added up, by what they did.
    public record Sessions(int samples, int sampled, int running, int lockWaiting, int idleInTransaction, int idle) {
        /// Sessions that were in a transaction or a statement, per look; 0 without a look.
        public double busy() {
            return samples == 0 ? 0 : (double) (running + lockWaiting + idleInTransaction) / samples;
        }
    }

    /// A session that others wait for and that waits for none itself, and what it is doing. Pid 0 is a prepared
    /// transaction, which has no session.
    ///
    /// @param stateSeconds how long it has been in its state
    /// @param lock what the others wait for, as pg_locks names it: `relation orders (AccessShareLock)`
    public record Blocker(
            int pid, String application, String state, double stateSeconds, String query, int waiters, String lock) {}

    /// A standby that this server sends its WAL to; `replySeconds` is the age of its last word.
    public record Standby(String name, String address, String state, long lagBytes, double replySeconds) {}
}
