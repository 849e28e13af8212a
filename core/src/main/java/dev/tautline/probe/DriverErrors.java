package dev.tautline.probe;

import dev.tautline.probe.wire.NoServerMessage;
import dev.tautline.probe.wire.ServerMessage;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/// From what the driver throws back to what was seen: the server's own error, the system's, or the driver's refusal.
final class DriverErrors {
    /// The driver's own verdict, without a word of the server.
    private static final String PROTOCOL_VIOLATION = "08P01";

    /// The class in which the driver itself says that the connection is gone (PostgreSQL 18, Appendix A).
    private static final String CONNECTION_EXCEPTION = "08";

    private DriverErrors() {}

    static StepFailed failed(SQLException thrown) throws IOException {
        if (thrown instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
            return new StepFailed(new Symptom.Refused(message(postgres.getServerErrorMessage())));
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoServerMessage none) {
                return new StepFailed(FailureKind.PROTOCOL_VIOLATED, "EPROTO", String.valueOf(none.getMessage()));
            }
            if (cause instanceof IOException io) {
                throw io;
            }
        }
        var state = thrown.getSQLState() == null ? "" : thrown.getSQLState();
        return new StepFailed(kind(state), state, "the driver says: " + thrown.getMessage());
    }

    private static FailureKind kind(String state) {
        if (state.equals(PROTOCOL_VIOLATION)) {
            return FailureKind.PROTOCOL_VIOLATED;
        }
        return state.startsWith(CONNECTION_EXCEPTION) ? FailureKind.CONNECTION_LOST : FailureKind.SERVER_ERROR;
    }

    /// The driver guards its processor against servers that ask for too much hashing (pgjdbc since 42.7.11,
    /// scramMaxIterations).
    static StepFailed failedToLogIn(SQLException thrown) throws IOException {
        var words = String.valueOf(thrown.getMessage());
        if (words.contains("PBKDF2 iterations")) {
            return new StepFailed(FailureKind.SCRAM_ITERATIONS_REFUSED, String.valueOf(thrown.getSQLState()), words);
        }
        return failed(thrown);
    }

    /// @param warning what the server said before, which counts when the failure itself holds no word of the server
    static StepFailed failed(SQLException thrown, @Nullable SQLWarning warning) throws IOException {
        if (thrown instanceof PSQLException postgres
                && postgres.getServerErrorMessage() == null
                && warning instanceof PSQLWarning said) {
            return new StepFailed(new Symptom.Refused(message(said.getServerErrorMessage())));
        }
        return failed(thrown);
    }

    static ServerMessage message(ServerErrorMessage error) {
        var fields = new HashMap<Character, String>();
        put(fields, 'S', error.getSeverity());
        put(fields, 'C', error.getSQLState());
        put(fields, 'M', error.getMessage());
        put(fields, 'D', error.getDetail());
        put(fields, 'H', error.getHint());
        put(fields, 'R', error.getRoutine());
        return new ServerMessage(fields);
    }

    private static void put(Map<Character, String> fields, char letter, @Nullable String value) {
        if (value != null) {
            fields.put(letter, value);
        }
    }
}
