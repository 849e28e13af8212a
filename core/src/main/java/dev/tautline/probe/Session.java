package dev.tautline.probe;

import dev.tautline.probe.evidence.OpenSession;
import dev.tautline.probe.wire.StartupMessage;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/// The rung SESSION: the server is ready for queries.
record Session(Connection connection) implements Rung {

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
    public OpenSession evidence() {
        return new OpenSession(StartupMessage.APPLICATION_NAME);
    }
}
