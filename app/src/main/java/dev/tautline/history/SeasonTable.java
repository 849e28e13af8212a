package dev.tautline.history;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// What each signal was at the times of the day and the hours of the week.
record SeasonTable(Sql sql) {
    static final String SCHEMA =
            "CREATE TABLE IF NOT EXISTS season (signal TEXT PRIMARY KEY, past TEXT NOT NULL) STRICT";

    Map<String, String> all() throws SQLException {
        var seasons = new HashMap<String, String>();
        sql.rows("SELECT signal, past FROM season", row -> seasons.put(row.getString(1), row.getString(2)) == null);
        return seasons;
    }

    void replace(Map<String, String> seasons) throws SQLException {
        sql.execute("DELETE FROM season");
        for (var signal : seasons.entrySet()) {
            sql.execute("INSERT INTO season VALUES (?, ?)", signal.getKey(), signal.getValue());
        }
    }
}
