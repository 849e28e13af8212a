package dev.tautline.probe;

import static dev.tautline.probe.FailureKind.AUTHENTICATION_REFUSED;
import static dev.tautline.probe.FailureKind.CLIENT_CERTIFICATE_MISSING;
import static dev.tautline.probe.FailureKind.CLIENT_CERTIFICATE_REFUSED;
import static dev.tautline.probe.FailureKind.CONNECTION_SLOTS_USED_UP;
import static dev.tautline.probe.FailureKind.CONNECT_PRIVILEGE_MISSING;
import static dev.tautline.probe.FailureKind.CRASH_RECOVERY;
import static dev.tautline.probe.FailureKind.DATABASE_CLOSED;
import static dev.tautline.probe.FailureKind.DATABASE_CONNECTION_LIMIT;
import static dev.tautline.probe.FailureKind.DATABASE_DROPPED;
import static dev.tautline.probe.FailureKind.DATABASE_FILES_MISSING;
import static dev.tautline.probe.FailureKind.DATABASE_INVALID;
import static dev.tautline.probe.FailureKind.DATABASE_LOCALE_MISSING;
import static dev.tautline.probe.FailureKind.DATABASE_UNKNOWN;
import static dev.tautline.probe.FailureKind.DATA_DAMAGED;
import static dev.tautline.probe.FailureKind.HBA_NO_ENTRY;
import static dev.tautline.probe.FailureKind.HBA_NO_ENTRY_WITHOUT_TLS;
import static dev.tautline.probe.FailureKind.HBA_REJECTS;
import static dev.tautline.probe.FailureKind.HOT_STANDBY_OFF;
import static dev.tautline.probe.FailureKind.IDENTITY_SERVICE_REFUSED;
import static dev.tautline.probe.FailureKind.LOG_IN_TRIGGER_FAILED;
import static dev.tautline.probe.FailureKind.NOT_ACCEPTING_CONNECTIONS;
import static dev.tautline.probe.FailureKind.ONLY_RESERVED_SLOTS_LEFT;
import static dev.tautline.probe.FailureKind.PASSWORD_REFUSED;
import static dev.tautline.probe.FailureKind.QUESTION_NOT_PERMITTED;
import static dev.tautline.probe.FailureKind.RECOVERY_CONFLICT;
import static dev.tautline.probe.FailureKind.ROLE_CANNOT_LOG_IN;
import static dev.tautline.probe.FailureKind.ROLE_CONNECTION_LIMIT;
import static dev.tautline.probe.FailureKind.ROLE_UNKNOWN;
import static dev.tautline.probe.FailureKind.SERVER_CANNOT_FORK;
import static dev.tautline.probe.FailureKind.SERVER_DISK_FULL;
import static dev.tautline.probe.FailureKind.SERVER_ERROR;
import static dev.tautline.probe.FailureKind.SERVER_OUT_OF_MEMORY;
import static dev.tautline.probe.FailureKind.SESSION_LIBRARY_MISSING;
import static dev.tautline.probe.FailureKind.SESSION_TIME_LIMIT;
import static dev.tautline.probe.FailureKind.SHUTTING_DOWN;
import static dev.tautline.probe.FailureKind.STANDBY_NOT_CONSISTENT;
import static dev.tautline.probe.FailureKind.STARTING_UP;
import static dev.tautline.probe.FailureKind.STARTUP_PARAMETER_REFUSED;
import static dev.tautline.probe.FailureKind.STATEMENT_CANCELLED;
import static dev.tautline.probe.FailureKind.TERMINATED_BY_ADMINISTRATOR;
import static dev.tautline.probe.FailureKind.TOO_MANY_CONNECTIONS;

import dev.tautline.probe.wire.ServerMessage;
import java.util.regex.Pattern;

/// From a server's error to its failure kind: by SQLSTATE first, then by the C routine that raised it (the same in all
/// languages), and by English text only where one routine raises several errors with one SQLSTATE.
///
/// @param step where it came: until the session is open, some states mean the start-up and nothing else
record ServerErrors(Step step, ServerMessage message) {
    /// A directory of a data directory, in the detail of an error in any language.
    private static final Pattern DATABASE_DIRECTORY = Pattern.compile("base/\\d+|pg_tblspc/\\d+");

    static FailureKind kind(Step step, ServerMessage message) {
        var exact = new ServerErrors(step, message).exact();
        return exact == SERVER_ERROR && message.fromPooler() ? PoolerErrors.kind(message) : exact;
    }

    private FailureKind exact() {
        return switch (message.sqlState()) {
            case "" -> message.text().startsWith("could not fork") ? SERVER_CANNOT_FORK : SERVER_ERROR;
            case "28P01" -> message.fromPooler() ? SERVER_ERROR : PASSWORD_REFUSED;
            case "28000" -> refusedIdentity();
            case "53300" -> tooMany();
            case "57P03" -> notNow();
            case "3D000" -> unknownDatabase();
            case "42501", "55000", "58P01", "P0001", "XX000", "22023", "42704" -> whileOpening();
            default -> anywhere();
        };
    }

    /// Errors that say the same at every step.
    private FailureKind anywhere() {
        return switch (message.sqlState()) {
            case "25P03", "25P04", "57P05" -> SESSION_TIME_LIMIT;
            case "40001" -> RECOVERY_CONFLICT;
            case "53100" -> SERVER_DISK_FULL;
            case "53200" -> SERVER_OUT_OF_MEMORY;
            case "57014" -> STATEMENT_CANCELLED;
            case "57P01" -> TERMINATED_BY_ADMINISTRATOR;
            case "57P02" -> CRASH_RECOVERY;
            case "57P04" -> DATABASE_DROPPED;
            case "XX001", "XX002" -> DATA_DAMAGED;
            default -> SERVER_ERROR;
        };
    }

    /// auth.c and miscinit.c: one SQLSTATE for the host-based rules, for the role, and for whoever else was asked.
    private FailureKind refusedIdentity() {
        var text = message.text();
        if (text.contains("client certificate")) {
            return CLIENT_CERTIFICATE_MISSING;
        }
        if (message.routine().equals("ClientAuthentication") || text.contains("pg_hba.conf")) {
            return message.fromPooler() ? SERVER_ERROR : hostBasedRule(text);
        }
        if (message.routine().equals("auth_failed")) {
            return text.startsWith("certificate") ? CLIENT_CERTIFICATE_REFUSED : IDENTITY_SERVICE_REFUSED;
        }
        if (text.contains("not permitted to log in")) {
            return ROLE_CANNOT_LOG_IN;
        }
        if (text.contains("does not exist")) {
            return ROLE_UNKNOWN;
        }
        return message.fromPooler() ? SERVER_ERROR : AUTHENTICATION_REFUSED;
    }

    private static FailureKind hostBasedRule(String text) {
        if (text.contains("rejects")) {
            return HBA_REJECTS;
        }
        return text.endsWith("no encryption") || text.endsWith("SSL off") ? HBA_NO_ENTRY_WITHOUT_TLS : HBA_NO_ENTRY;
    }

    /// Each of the four limits has a routine of its own (miscinit.c, postinit.c, proc.c, backend_startup.c).
    private FailureKind tooMany() {
        return switch (message.routine()) {
            case "" -> SERVER_ERROR;
            case "InitializeSessionUserId" -> ROLE_CONNECTION_LIMIT;
            case "CheckMyDatabase" -> DATABASE_CONNECTION_LIMIT;
            case "InitPostgres" -> ONLY_RESERVED_SLOTS_LEFT;
            case "InitProcess", "ProcArrayAdd", "ProcessStartupPacket", "BackendInitialize", "ExecuteBackendStartup" ->
                CONNECTION_SLOTS_USED_UP;
            default -> TOO_MANY_CONNECTIONS;
        };
    }

    private FailureKind notNow() {
        var text = message.text();
        if (text.contains("shutting down")) {
            return SHUTTING_DOWN;
        }
        if (text.contains("recovery mode")) {
            return CRASH_RECOVERY;
        }
        if (text.contains("starting up")) {
            return STARTING_UP;
        }
        if (text.contains("not yet accepting")) {
            return STANDBY_NOT_CONSISTENT;
        }
        return text.contains("not accepting connections") ? HOT_STANDBY_OFF : NOT_ACCEPTING_CONNECTIONS;
    }

    /// postinit.c: the row is missing, or only the directory that it names.
    private FailureKind unknownDatabase() {
        if (DATABASE_DIRECTORY.matcher(message.detail()).find()) {
            return DATABASE_FILES_MISSING;
        }
        return message.fromPooler() ? SERVER_ERROR : DATABASE_UNKNOWN;
    }

    /// States that are about opening the session here, and about anything at all in a query.
    private FailureKind whileOpening() {
        if (step.compareTo(Step.SESSION) > 0) {
            return message.sqlState().equals("42501") ? QUESTION_NOT_PERMITTED : SERVER_ERROR;
        }
        if (message.fromPooler()) {
            return SERVER_ERROR;
        }
        boolean database = message.routine().equals("CheckMyDatabase");
        return switch (message.sqlState()) {
            case "42501" -> database ? CONNECT_PRIVILEGE_MISSING : STARTUP_PARAMETER_REFUSED;
            case "55000" ->
                database ? DATABASE_CLOSED : message.routine().equals("InitPostgres") ? DATABASE_INVALID : SERVER_ERROR;
            case "58P01" -> SESSION_LIBRARY_MISSING;
            case "P0001" -> LOG_IN_TRIGGER_FAILED;
            case "XX000" -> database ? DATABASE_LOCALE_MISSING : SERVER_ERROR;
            default -> database ? DATABASE_LOCALE_MISSING : STARTUP_PARAMETER_REFUSED;
        };
    }
}
