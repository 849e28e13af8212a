package dev.tautline.probe;

import dev.tautline.probe.wire.Printable;
import dev.tautline.probe.wire.ServerMessage;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;

/// What was seen when a step failed, before anybody has judged it. Exactly one failure kind follows from one symptom.
sealed interface Symptom {
    /// The SQLSTATE or an errno-like name.
    String code();

    /// The server's or the system's own words.
    String words();

    /// The deadline passed while waiting for `awaited`; `cutShort` when the ladder's own came long before the step's.
    record TimedOut(String awaited, Duration waited, boolean cutShort) implements Symptom {
        @Override
        public String code() {
            return "ETIMEDOUT";
        }

        @Override
        public String words() {
            return "no " + awaited + " within " + waited.toMillis() + " ms";
        }
    }

    /// The operating system or the JVM reported an error on the socket or the resolver.
    record SystemError(IOException error) implements Symptom {
        @Override
        public String code() {
            return Errno.of(error).name();
        }

        @Override
        public String words() {
            if (error.getMessage() != null) {
                return error.getMessage();
            }
            return error instanceof EOFException
                    ? "the connection was closed in the middle of an answer"
                    : error.getClass().getSimpleName();
        }
    }

    /// The peer sent bytes that PostgreSQL never sends; `opening` holds the first of them.
    record Foreign(String opening) implements Symptom {
        @Override
        public String code() {
            return "EPROTO";
        }

        @Override
        public String words() {
            return "received: " + Printable.of(opening) + ForeignProtocol.guess(opening);
        }
    }

    /// The server answered with an ErrorResponse.
    record Refused(ServerMessage message) implements Symptom {
        @Override
        public String code() {
            return message.sqlState();
        }

        @Override
        public String words() {
            return message.words()
                    + PoolerProduct.speaking(message)
                            .map(product -> " (the words of " + product + ")")
                            .orElse("");
        }
    }

    /// We ourselves judged that it cannot or must not go on.
    record Judged(FailureKind kind, String code, String words) implements Symptom {}
}
