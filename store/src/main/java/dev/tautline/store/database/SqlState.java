package dev.tautline.store.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/// What the database said, dug out of the exceptions that wrap it.
public final class SqlState {
    // PostgreSQL 18, appendix A: serialization_failure and deadlock_detected roll the whole transaction back.
    private static final Set<String> ASKS_FOR_ANOTHER_TRY = Set.of("40001", "40P01");

    private SqlState() {}

    /// The SQLSTATE of the deepest SQL error in the chain of causes.
    public static Optional<String> of(Throwable thrown) {
        String found = null;
        @Nullable Throwable cause = thrown;
        for (var depth = 0; cause != null && depth < 20; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                found = sql.getSQLState();
            }
        }
        return Optional.ofNullable(found);
    }

    static boolean asksForAnotherTry(Throwable thrown) {
        return of(thrown).filter(ASKS_FOR_ANOTHER_TRY::contains).isPresent() || planIsStale(thrown);
    }

    /// A migration changed a table under a statement that this connection had prepared ("cached plan must not
    /// change result type"). The driver prepares it anew for the next try, which has to begin with the transaction.
    private static boolean planIsStale(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (var depth = 0; cause != null && depth < 20; depth++, cause = cause.getCause()) {
            if (cause instanceof PSQLException refused && "0A000".equals(refused.getSQLState())) {
                // The state is that of many mistakes; the driver goes by the routine, too (pgjdbc, QueryExecutorBase).
                var said = refused.getServerErrorMessage();
                return said != null && "RevalidateCachedQuery".equals(said.getRoutine());
            }
        }
        return false;
    }
}
