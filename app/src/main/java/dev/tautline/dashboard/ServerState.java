package dev.tautline.dashboard;

import dev.tautline.diagnosis.PoolerView;
import dev.tautline.diagnosis.ServerView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One server seen from inside. Session counts are the mean of the last few looks.
record ServerState(
        String target,
        double silentSeconds,
        int connections,
        int maxConnections,
        double running,
        double waitingForLocks,
        double idleInTransaction,
        double idle,
        @Nullable Measure statementMean,
        @Nullable Measure statementsPerSecond,
        List<ServerView.Blocker> blockers,
        List<ServerView.Standby> standbys,
        @Nullable PoolerView pooler,
        List<SlowStatement> statements) {
    static ServerState of(ServerView view) {
        var sessions = view.sessions();
        int looks = Math.max(1, sessions.samples());
        return new ServerState(
                view.target(),
                view.silentSeconds(),
                view.connections(),
                view.maxConnections(),
                (double) sessions.running() / looks,
                (double) sessions.lockWaiting() / looks,
                (double) sessions.idleInTransaction() / looks,
                (double) sessions.idle() / looks,
                Measure.of(view.statementMean()),
                Measure.of(view.statementsPerSecond()),
                view.blockers(),
                view.standbys(),
                view.pooler(),
                SlowStatement.of(view));
    }
}
