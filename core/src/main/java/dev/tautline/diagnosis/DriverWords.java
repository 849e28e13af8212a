package dev.tautline.diagnosis;

import dev.tautline.agent.AgentReport.ConnectFailure;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.util.List;
import java.util.Locale;

/// What an application's failed connect was, as far as its driver's exception tells: the SQLSTATE (PostgreSQL manual
/// 18, appendix A), the step, and words of the JDK (java.net, PKIX; JDK 25) and of pgjdbc 42.7.
record DriverWords(Step step, FailureKind kind) {

    /// Some of the driver's words, in lower case, and what they mean. The first that fit count.
    private record Words(String words, FailureKind kind) {
        boolean in(String message) {
            return message.contains(words);
        }
    }

    /// None of the hosts that the driver still tries plays the part that its URL asks for (pgjdbc,
    /// ConnectionFactoryImpl). The parameter's name stays in other languages.
    private static final String NO_SUCH_ROLE = "targetservertype";

    private static final List<Words> OF_NAMES =
            List.of(new Words("temporary failure in name resolution", FailureKind.RESOLVER_UNAVAILABLE));

    /// A process that has no descriptor or port left meets that at any host.
    private static final List<Words> OF_CONNECTS = List.of(
            new Words("too many open files", FailureKind.FILE_DESCRIPTORS_EXHAUSTED),
            new Words("cannot assign requested address", FailureKind.LOCAL_ADDRESS_EXHAUSTED),
            new Words("refused", FailureKind.CONNECTION_REFUSED),
            new Words("reset", FailureKind.RESET_AFTER_ACCEPT),
            new Words("timed out", FailureKind.NO_ANSWER),
            new Words("no route to host", FailureKind.UNREACHABLE),
            new Words("unreachable", FailureKind.UNREACHABLE),
            new Words("permission denied", FailureKind.CONNECT_FORBIDDEN),
            new Words("operation not permitted", FailureKind.CONNECT_FORBIDDEN));

    private static final List<Words> OF_TLS = List.of(
            new Words("validity check failed", FailureKind.CERTIFICATE_EXPIRED),
            new Words("notafter", FailureKind.CERTIFICATE_EXPIRED),
            new Words("notbefore", FailureKind.CERTIFICATE_NOT_YET_VALID),
            new Words("unable to find valid certification path", FailureKind.CERTIFICATE_UNKNOWN_AUTHORITY),
            new Words("hostnameverifier", FailureKind.CERTIFICATE_NAME_MISMATCH),
            new Words("does not support ssl", FailureKind.TLS_NOT_OFFERED));

    private static final List<Words> OF_LOG_INS = List.of(
            new Words("timed out", FailureKind.ACCEPTED_THEN_SILENT),
            new Words("reset", FailureKind.RESET_AFTER_ACCEPT),
            new Words("broken pipe", FailureKind.RESET_AFTER_ACCEPT),
            new Words("end of stream", FailureKind.CLOSED_AFTER_ACCEPT),
            new Words("no password was provided", FailureKind.PASSWORD_MISSING),
            new Words("authentication type", FailureKind.AUTHENTICATION_METHOD_UNSUPPORTED));

    static DriverWords of(ConnectFailure failure) {
        var kind = kind(failure);
        return new DriverWords(
                kind == FailureKind.STANDBY_WHERE_PRIMARY_EXPECTED ? Step.ROLE : step(failure.step()), kind);
    }

    private static Step step(String word) {
        for (var step : Step.values()) {
            if (step.name().equalsIgnoreCase(word)) {
                return step;
            }
        }
        return Step.SESSION;
    }

    private static FailureKind kind(ConnectFailure failure) {
        return switch (failure.sqlState()) {
            case "28P01" -> FailureKind.PASSWORD_REFUSED;
            case "28000" -> identity(failure.message());
            case "3D000" -> FailureKind.DATABASE_UNKNOWN;
            case "53100" -> FailureKind.SERVER_DISK_FULL;
            case "53200" -> FailureKind.SERVER_OUT_OF_MEMORY;
            case "53300" -> limit(failure.message());
            case "57P01" -> FailureKind.TERMINATED_BY_ADMINISTRATOR;
            case "57P02" -> FailureKind.CRASH_RECOVERY;
            case "57P03" -> notNow(failure.message());
            default -> byStep(failure);
        };
    }

    /// In other languages, too, the name of the file stays.
    private static FailureKind identity(String message) {
        return message.contains("pg_hba.conf") ? FailureKind.HBA_NO_ENTRY : FailureKind.AUTHENTICATION_REFUSED;
    }

    /// English words only: in other languages the SQLSTATE alone is left.
    private static FailureKind notNow(String message) {
        return message.contains("recovery mode") ? FailureKind.CRASH_RECOVERY : FailureKind.NOT_ACCEPTING_CONNECTIONS;
    }

    private static FailureKind limit(String message) {
        if (message.contains("for role")) {
            return FailureKind.ROLE_CONNECTION_LIMIT;
        }
        if (message.contains("for database")) {
            return FailureKind.DATABASE_CONNECTION_LIMIT;
        }
        return FailureKind.CONNECTION_SLOTS_USED_UP;
    }

    private static FailureKind byStep(ConnectFailure failure) {
        var message = failure.message().toLowerCase(Locale.ROOT);
        if (message.contains(NO_SUCH_ROLE)) {
            return FailureKind.STANDBY_WHERE_PRIMARY_EXPECTED;
        }
        return switch (step(failure.step())) {
            case RESOLVE -> first(OF_NAMES, message, FailureKind.NAME_UNKNOWN);
            case CONNECT -> first(OF_CONNECTS, message, FailureKind.CONNECT_FAILED);
            case TLS -> first(OF_TLS, message, FailureKind.TLS_HANDSHAKE_FAILED);
            case AUTHENTICATE -> first(OF_LOG_INS, message, FailureKind.AUTHENTICATION_REFUSED);
            case SESSION, QUERY, CAPACITY, WRITE -> FailureKind.SERVER_ERROR;
            case ROLE -> FailureKind.STANDBY_WHERE_PRIMARY_EXPECTED;
        };
    }

    private static FailureKind first(List<Words> known, String message, FailureKind otherwise) {
        return known.stream()
                .filter(words -> words.in(message))
                .map(Words::kind)
                .findFirst()
                .orElse(otherwise);
    }
}
