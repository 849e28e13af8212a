package dev.tautline.watch.server;

import dev.tautline.watch.server.log.LogTold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One look into a server. Parts that are asked more rarely than each second carry the time of their answer; a part
/// that is null was refused, and `withheld` says why.
///
/// @param openedAt when the session was opened over which it was answered, by the guard's clock
/// @param startedAt of the postmaster
/// @param roundTrip how long the shortest question took
/// @param texts of the statements that took most time lately
/// @param shutOut who is logged in and would be refused now, and by what
/// @param log whose log-ins were refused lately, and which statements failed
/// @param io null before PostgreSQL 16
/// @param schema as of [Schema#definitions]: by `index NAME on TABLE` and the like
public record ServerSample(
        Instant openedAt,
        Instant startedAt,
        int maxConnections,
        Duration roundTrip,
        List<SessionRow> sessions,
        LockQueue locks,
        @Nullable Timed<StatementTotals> statements,
        Map<Long, String> texts,
        @Nullable DatabaseTotals database,
        @Nullable ReplicationState replication,
        @Nullable Timed<WritingTotals> writing,
        @Nullable Timed<IoTotals> io,
        @Nullable Timed<VacuumState> vacuum,
        @Nullable Timed<Long> databaseBytes,
        @Nullable Map<String, String> settings,
        @Nullable Map<String, String> limits,
        @Nullable Map<String, String> hostRules,
        @Nullable Map<String, String> schema,
        @Nullable List<String> fileErrors,
        @Nullable List<String> shutOut,
        @Nullable LogTold log,
        List<String> withheld) {

    /// An answer and when it was given.
    public record Timed<T>(Instant at, T value) {}
}
