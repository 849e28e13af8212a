package dev.tautline.probe;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Evidence of SESSION: the server is ready for queries.
record Session(Connection connection) implements Evidence {

    /// Reads one row's worth of an answer.
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Asks for exactly one row.
    <T> T ask(String query, RowReader<T> reader) throws IOException, StepFailed {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return reader.read(rows);
        } catch (SQLException e) {
            throw DriverErrors.failed(e);
        }
    }

    /// Tells the server that we leave, so that it frees the slot at once and logs no broken connection.
    void goodbye() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public String words() {
        return "open as application_name=" + StartupMessage.APPLICATION_NAME;
    }
}
