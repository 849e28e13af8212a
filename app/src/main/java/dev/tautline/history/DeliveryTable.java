package dev.tautline.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Messages, those to send and those that were sent.
record DeliveryTable(Sql sql) {
    static final String SCHEMA = "CREATE TABLE IF NOT EXISTS delivery (key TEXT PRIMARY KEY, incident TEXT NOT NULL,"
            + " receiver TEXT NOT NULL, body TEXT NOT NULL, created INTEGER NOT NULL, attempts INTEGER NOT NULL,"
            + " due INTEGER NOT NULL, settled INTEGER, outcome TEXT) STRICT";

    private static final String COLUMNS = "key, incident, receiver, body, created, attempts, due, settled, outcome";

    /// An incident that is over may be opened again this long; what was told of it must be known then.
    static final Duration KNOWN_AFTER_THE_END = Duration.ofHours(1);

    /// Those that are not settled, and all of incidents that are open or were until lately.
    List<Delivery> known(@Nullable Instant lastSeen) throws SQLException {
        var since = (lastSeen == null ? Instant.EPOCH : lastSeen.minus(KNOWN_AFTER_THE_END)).toEpochMilli();
        return sql.rows(
                "SELECT " + COLUMNS + " FROM delivery WHERE settled IS NULL OR incident IN (SELECT id FROM incident"
                        + " WHERE resolved IS NULL OR resolved > ?) ORDER BY created, rowid",
                DeliveryTable::delivery,
                since);
    }

    List<Delivery> of(String incident) throws SQLException {
        return sql.rows(
                "SELECT " + COLUMNS + " FROM delivery WHERE incident = ? ORDER BY created, rowid",
                DeliveryTable::delivery,
                incident);
    }

    void save(Delivery delivery) throws SQLException {
        sql.execute(
                "INSERT OR REPLACE INTO delivery (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                delivery.key(),
                delivery.incident(),
                delivery.receiver(),
                delivery.body(),
                delivery.created().toEpochMilli(),
                delivery.attempts(),
                delivery.due().toEpochMilli(),
                millis(delivery.settled()),
                delivery.outcome());
    }

    void forgetBefore(Instant limit) throws SQLException {
        sql.execute("DELETE FROM delivery WHERE settled < ?", limit.toEpochMilli());
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        long settled = row.getLong("settled");
        return new Delivery(
                row.getString("key"),
                row.getString("incident"),
                row.getString("receiver"),
                row.getString("body"),
                Instant.ofEpochMilli(row.getLong("created")),
                row.getInt("attempts"),
                Instant.ofEpochMilli(row.getLong("due")),
                settled == 0 ? null : Instant.ofEpochMilli(settled),
                row.getString("outcome"));
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }
}
