package dev.tautline.history;

import dev.tautline.incident.Incident;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Incidents, each as JSON beside what they are looked for by.
record IncidentTable(Sql sql) {
    static final String SCHEMA = "CREATE TABLE IF NOT EXISTS incident (id TEXT PRIMARY KEY, onset INTEGER NOT NULL,"
            + " resolved INTEGER, record TEXT NOT NULL) STRICT";

    /// The newest are handed on; older ones stay in the file until retention takes them.
    private static final int MOST = 200;

    /// Open ones first, then the newest.
    List<Incident> newest() throws SQLException {
        return sql
                .rows(
                        "SELECT id, record FROM incident ORDER BY resolved IS NULL DESC, onset DESC LIMIT ?",
                        row -> Rows.incident(row.getString(1), row.getString(2)),
                        MOST)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<Incident> find(String id) throws SQLException {
        return sql
                .rows(
                        "SELECT id, record FROM incident WHERE id = ?",
                        row -> Rows.incident(row.getString(1), row.getString(2)),
                        id)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    void save(Incident incident) throws SQLException {
        var resolved = incident.resolvedAt();
        sql.execute(
                "INSERT OR REPLACE INTO incident VALUES (?, ?, ?, ?)",
                incident.id(),
                incident.onset().toEpochMilli(),
                resolved == null ? null : resolved.toEpochMilli(),
                Rows.of(incident));
    }

    void forgetBefore(Instant limit) throws SQLException {
        sql.execute("DELETE FROM incident WHERE resolved < ?", limit.toEpochMilli());
    }
}
