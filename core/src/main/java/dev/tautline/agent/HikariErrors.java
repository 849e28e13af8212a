package dev.tautline.agent;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Counts the errors of borrowed connections. HikariCP shows each of them to its `SQLExceptionOverride`, which
/// decides whether the connection is thrown away; whoever had that say before keeps it.
final class HikariErrors {
    private HikariErrors() {}

    /// Before the pool starts.
    static void install(HikariDataSource pool, PoolRecorder recorder) {
        pool.setExceptionOverride(new Counting(recorder, pool.getExceptionOverride()));
    }

    private record Counting(PoolRecorder recorder, @Nullable SQLExceptionOverride theirs)
            implements SQLExceptionOverride {
        @java.lang.Override
        public Override adjudicate(SQLException failure) {
            recorder.statementFailed(failure.getSQLState());
            return theirs == null ? SQLExceptionOverride.super.adjudicate(failure) : theirs.adjudicate(failure);
        }
    }
}
