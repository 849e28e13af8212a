package dev.tautline.history;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The latest healthy values of each signal.
record UsualTable(Sql sql) {
    static final String SCHEMA =
            "CREATE TABLE IF NOT EXISTS usual (signal TEXT PRIMARY KEY, past TEXT NOT NULL) STRICT";

    Map<String, List<Double>> all() throws SQLException {
        var usual = new HashMap<String, List<Double>>();
        sql.rows(
                "SELECT signal, past FROM usual",
                row -> usual.put(row.getString(1), Rows.values(row.getString(1), row.getString(2))) == null);
        return usual;
    }

    void replace(Map<String, List<Double>> usual) throws SQLException {
        sql.execute("DELETE FROM usual");
        for (var signal : usual.entrySet()) {
            sql.execute("INSERT INTO usual VALUES (?, ?)", signal.getKey(), Rows.of(signal.getValue()));
        }
    }
}
