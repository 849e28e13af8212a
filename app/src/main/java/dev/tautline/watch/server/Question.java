package dev.tautline.watch.server;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Something to ask a server.
interface Question<T> {
    T ask(Asked server) throws SQLException;

    /// One row of an answer.
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /// What is done with each row.
    interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    /// Whom the question goes to.
    ///
    /// @param version the major version, 13 to 18 and later
    /// @param roundTrip the network's share of each question, as just measured
    /// @param asked how many questions were put so far
    record Asked(Statement statement, int version, Duration roundTrip, AtomicInteger asked) {
        <T> List<T> list(String sql, Row<T> each) throws SQLException {
            asked.incrementAndGet();
            try (var rows = statement.executeQuery(sql)) {
                var all = new ArrayList<T>();
                while (rows.next()) {
                    all.add(each.of(rows));
                }
                return List.copyOf(all);
            }
        }

        void each(String sql, Taker taker) throws SQLException {
            asked.incrementAndGet();
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    taker.take(rows);
                }
            }
        }

        /// Of a query that always has exactly one row.
        <T> T one(String sql, Row<T> of) throws SQLException {
            asked.incrementAndGet();
            try (var rows = statement.executeQuery(sql)) {
                if (!rows.next()) {
                    throw new SQLException("no row for: " + sql, "02000");
                }
                return of.of(rows);
            }
        }
    }
}
