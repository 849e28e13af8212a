package dev.tautline.watch;

import dev.tautline.diagnosis.ServerView.Blocker;
import dev.tautline.diagnosis.ServerView.Standby;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// One look into a server. `calls` and `execMillis` are running totals of pg_stat_statements since its last reset,
/// -1 when the extension is not there.
record ServerSample(
        Instant startedAt,
        long calls,
        double execMillis,
        int running,
        int lockWaiting,
        int idleInTransaction,
        int idle,
        int connections,
        int maxConnections,
        List<Blocker> blockers,
        List<Standby> standbys,
        Map<String, String> settings) {
    int sessions() {
        return running + lockWaiting + idleInTransaction + idle;
    }
}
