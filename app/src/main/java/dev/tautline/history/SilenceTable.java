package dev.tautline.history;

import dev.tautline.alert.quiet.Silence;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Silences that people have set.
record SilenceTable(Sql sql) {
    static final String SCHEMA =
            "CREATE TABLE IF NOT EXISTS silence (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT";

    List<Silence> all() throws SQLException {
        return sql
                .rows(
                        "SELECT id, record FROM silence ORDER BY rowid",
                        row -> Rows.silence(row.getString(1), row.getString(2)))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    void replace(Collection<Silence> silences) throws SQLException {
        sql.execute("DELETE FROM silence");
        for (var silence : silences) {
            sql.execute("INSERT INTO silence VALUES (?, ?)", silence.id(), Rows.of(silence));
        }
    }
}
