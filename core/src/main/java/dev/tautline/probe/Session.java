package dev.tautline.probe;

import dev.tautline.probe.evidence.OpenSession;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// The rung SESSION: the server is ready for queries.
///
/// @param parameters what the server reported of itself when it opened the session (ParameterStatus)
/// @param process the process that the server named for cancelling, which is a pooler's own invention behind
/// a pooler
/// @param secret the other half of the key for cancelling
record Session(Connection connection, Map<String, String> parameters, int process, int secret) implements Rung {
    /// What the console of PgBouncer gives as its version (admin.c).
    private static final String CONSOLE = "/bouncer";
    /// PID_MAX_LIMIT of 64-bit Linux (proc(5), pid_max); Windows stays far below, too.
    private static final int HIGHEST_PROCESS = 1 << 22;
    private static final String NO_DIGITS = "[^0-9].*";

    static Session of(Connection connection, int secret) throws StepFailed, IOException {
        try {
            var driver = connection.unwrap(PGConnection.class);
            var session =
                    new Session(connection, Map.copyOf(driver.getParameterStatuses()), driver.getBackendPID(), secret);
            session.refuseConsole();
            return session;
        } catch (SQLException e) {
            throw DriverErrors.failed(e);
        }
    }

    private void refuseConsole() throws StepFailed {
        if (version().endsWith(CONSOLE)) {
            throw new StepFailed(FailureKind.POOLER_CONSOLE, "", "server_version=" + version());
        }
    }

    /// Reads one row's worth of an answer.
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Asks for at least one row; the reader gets the first.
    <T> T ask(String query, RowReader<T> reader) throws IOException, StepFailed {
        try (var statement = connection.createStatement()) {
            return first(statement, query, reader);
        } catch (SQLException e) {
            throw DriverErrors.failed(e);
        }
    }

    /// Says something that has no answer but a warning, if any.
    @Nullable
    SQLWarning tell(String words) throws IOException, StepFailed {
        try (var statement = connection.createStatement()) {
            statement.execute(words);
            return statement.getWarnings();
        } catch (SQLException e) {
            throw DriverErrors.failed(e);
        }
    }

    /// A server that ends all sessions at once says why in a warning and then closes; the warning is the evidence.
    private static <T> T first(Statement statement, String query, RowReader<T> reader)
            throws IOException, StepFailed, SQLException {
        try (var rows = statement.executeQuery(query)) {
            rows.next();
            return reader.read(rows);
        } catch (SQLException e) {
            throw DriverErrors.failed(e, statement.getWarnings());
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

    /// A pooler gives out numbers of its own for the process (PgBouncer, Odyssey and PgCat: 32 random bits), of which
    /// one in a thousand could be a process of Linux.
    boolean isPooled() {
        return product().equals("PostgreSQL") && (process < 0 || process > HIGHEST_PROCESS);
    }

    /// Who speaks the protocol here: some databases that are not PostgreSQL do, and say so in what they report.
    String product() {
        if (parameters.containsKey("crdb_version")) {
            return "CockroachDB";
        }
        return version().contains("-YB-") ? "YugabyteDB" : "PostgreSQL";
    }

    /// 18 of `18.6` and of `18beta1`; 0 when the server names no version.
    int majorVersion() {
        var digits = version().replaceFirst(NO_DIGITS, "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private String version() {
        return parameters.getOrDefault("server_version", "");
    }

    @Override
    public OpenSession evidence() {
        return new OpenSession(product(), version(), parameters);
    }
}
