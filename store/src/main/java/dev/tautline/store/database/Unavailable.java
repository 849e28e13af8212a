package dev.tautline.store.database;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

/// Tells a database that does not answer, or not in time, from one that answered with a refusal. After the first the
/// outcome of a commit is unknown; asking again, or another way, is right. After the second it is a defect.
public final class Unavailable {
    // PostgreSQL 18, appendix A: connection exceptions (08), insufficient resources (53), system errors (58).
    private static final Set<String> CLASSES = Set.of("08", "53", "58");
    // lock_not_available, query_canceled (statement_timeout), admin_shutdown, crash_shutdown, cannot_connect_now,
    // database_dropped, idle_session_timeout; read_only_sql_transaction: a primary that has become a standby;
    // transaction_timeout and idle_in_transaction_session_timeout; and what Transactions has tried often enough.
    private static final Set<String> STATES =
            Set.of("55P03", "57014", "57P01", "57P02", "57P03", "57P05", "25006", "25P03", "25P04", "40001", "40P01");

    private Unavailable() {}

    public static boolean is(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (var depth = 0; cause != null && depth < 20; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof TransactionTimedOutException
                    // A commit or rollback that could not be sent: what became of the transaction is not known.
                    || cause instanceof TransactionSystemException
                    || cause instanceof IOException
                    || (cause instanceof SQLException sql && says(sql))) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(SQLException sql) {
        var state = sql.getSQLState();
        // A server always gives a state; without one it was the pool or the driver that found the connection closed.
        return state == null
                || CLASSES.contains(state.substring(0, Math.min(2, state.length())))
                || STATES.contains(state);
    }
}
