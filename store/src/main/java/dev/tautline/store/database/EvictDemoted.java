package dev.tautline.store.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/// Makes the pool drop a connection whose server has become read-only. Without this HikariCP keeps sessions to a
/// demoted primary until their lifetime ends, and every write on them fails (HikariCP#1802).
public final class EvictDemoted implements SQLExceptionOverride {
    // PostgreSQL 18, appendix A: read_only_sql_transaction.
    private static final String READ_ONLY = "25006";

    @java.lang.Override
    public Override adjudicate(SQLException error) {
        return READ_ONLY.equals(error.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
