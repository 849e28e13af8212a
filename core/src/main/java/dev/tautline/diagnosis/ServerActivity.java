package dev.tautline.diagnosis;

import dev.tautline.diagnosis.ServerView.Blocker;
import dev.tautline.diagnosis.ServerView.Sessions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the sessions of a server do. *Ours* are those of the watched service: of the roles that its pools log in with,
/// or, when no agent names one, all in the watched database. The guard's own are in neither.
///
/// @param ours what our executing sessions wait for
/// @param others what the executing sessions of all others wait for
/// @param groups who is connected, the busiest first
/// @param busy our sessions in a transaction or a statement, per look
/// @param othersOnCpu sessions of others that execute and wait for nothing, per look
/// @param roundTrip how long the server took to answer the guard's own shortest question
/// @param oldest the client transaction that has been open for the longest time; null when none is open
public record ServerActivity(
        Sessions sessions,
        Waits ours,
        Waits others,
        List<Group> groups,
        int connections,
        int maxConnections,
        @Nullable Reading lockWaiters,
        @Nullable Reading busy,
        @Nullable Reading othersOnCpu,
        @Nullable Reading roundTrip,
        List<Blocker> blockers,
        @Nullable OpenTransaction oldest) {
    public ServerActivity {
        groups = List.copyOf(groups);
        blockers = List.copyOf(blockers);
    }

    /// Nothing is known but the counts.
    public static ServerActivity of(Sessions sessions, int connections, int maxConnections) {
        return new ServerActivity(
                sessions,
                Waits.NONE,
                Waits.NONE,
                List.of(),
                connections,
                maxConnections,
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }

    /// Executing sessions, all looks of the window added up, by the type of event they wait for (`pg_stat_activity`,
    /// PostgreSQL manual 18, section 27.2.3). `cpu` waits for nothing; `syncRep` is the wait of a commit for a
    /// synchronous standby, and is not in `ipc`.
    public record Waits(
            int executing, int cpu, int lock, int syncRep, int io, int lwLock, int ipc, int timeout, int client) {
        public static final Waits NONE = new Waits(0, 0, 0, 0, 0, 0, 0, 0, 0);

        /// The part of the executing ones; 0 when none executes.
        public double share(int part) {
            return executing == 0 ? 0 : (double) part / executing;
        }
    }

    /// Sessions of one role and application in one database at the last look.
    ///
    /// @param executing those in a statement
    /// @param onCpu those of them that wait for nothing
    public record Group(
            String role,
            String application,
            String database,
            boolean ours,
            int sessions,
            int executing,
            int onCpu,
            int idleInTransaction) {
        /// For people: `reports (role batch): 12 sessions, 8 of them executing`.
        public String describe() {
            return "%s (role %s, database %s): %d sessions, %d executing, %d of those on the CPU, %d idle in transaction"
                    .formatted(
                            application.isEmpty() ? "no application_name" : application,
                            role,
                            database,
                            sessions,
                            executing,
                            onCpu,
                            idleInTransaction);
        }
    }

    /// A transaction that is still open. `query` is its last statement, without literals.
    public record OpenTransaction(
            int pid,
            String role,
            String application,
            boolean ours,
            String state,
            double stateSeconds,
            double transactionSeconds,
            String query) {
        public boolean idle() {
            return state.startsWith("idle in transaction");
        }

        public String describe() {
            return "pid %d (%s, role %s): transaction open for %.0f s, %s for %.0f s: %s"
                    .formatted(pid, application, role, transactionSeconds, state, stateSeconds, query);
        }
    }
}
