package dev.tautline.store.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/// Makes the pool drop a connection whose server has become read-only. Without this HikariCP keeps sessions to a
/// demoted primary until their lifetime ends, and every write on them fails (HikariCP#1802). And keeps one on which
/// a prepared statement is stale: HikariCP would close it before the transaction can be rolled back and tried again.
public final class EvictDemoted implements SQLExceptionOverride {
    // PostgreSQL 18, appendix A: read_only_sql_transaction.
    private static final String READ_ONLY = "25006";
    // feature_not_supported, as of a "cached plan must not change result type"; no reason to part with a connection.
    private static final String NOT_SUPPORTED = "0A000";

    @java.lang.Override
    public Override adjudicate(SQLException error) {
        if (NOT_SUPPORTED.equals(error.getSQLState())) {
            return Override.DO_NOT_EVICT;
        }
        return READ_ONLY.equals(error.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
