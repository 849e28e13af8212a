package dev.tautline.history;

import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a guard was last known to run.
record GuardTable(Sql sql) {
    static final String SCHEMA = "CREATE TABLE IF NOT EXISTS guard (one INTEGER PRIMARY KEY CHECK (one = 1),"
            + " last_seen INTEGER NOT NULL) STRICT";

    @Nullable
    Instant lastSeen() throws SQLException {
        return sql.rows("SELECT last_seen FROM guard", row -> Instant.ofEpochMilli(row.getLong(1))).stream()
                .findFirst()
                .orElse(null);
    }

    void seen(Instant at) throws SQLException {
        sql.execute("INSERT OR REPLACE INTO guard VALUES (1, ?)", at.toEpochMilli());
    }
}
