package dev.tautline.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Statements with their values, on one connection. Not thread-safe.
record Sql(Connection connection) {
    /// One row as a value.
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    void execute(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = prepared(sql, values)) {
            statement.execute();
        }
    }

    <T> List<T> rows(String sql, Row<T> read, @Nullable Object... values) throws SQLException {
        var found = new ArrayList<T>();
        try (var statement = prepared(sql, values);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(read.read(rows));
            }
        }
        return List.copyOf(found);
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }
}
