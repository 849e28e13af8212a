package dev.tautline.probe;

import static dev.tautline.probe.FailureKind.AUTHENTICATION_REFUSED;
import static dev.tautline.probe.FailureKind.CONNECTION_SLOTS_USED_UP;
import static dev.tautline.probe.FailureKind.CONNECT_PRIVILEGE_MISSING;
import static dev.tautline.probe.FailureKind.CRASH_RECOVERY;
import static dev.tautline.probe.FailureKind.DATABASE_CLOSED;
import static dev.tautline.probe.FailureKind.DATABASE_CONNECTION_LIMIT;
import static dev.tautline.probe.FailureKind.DATABASE_UNKNOWN;
import static dev.tautline.probe.FailureKind.HBA_NO_ENTRY;
import static dev.tautline.probe.FailureKind.HBA_NO_ENTRY_WITHOUT_TLS;
import static dev.tautline.probe.FailureKind.HBA_REJECTS;
import static dev.tautline.probe.FailureKind.HOT_STANDBY_OFF;
import static dev.tautline.probe.FailureKind.NOT_ACCEPTING_CONNECTIONS;
import static dev.tautline.probe.FailureKind.ONLY_RESERVED_SLOTS_LEFT;
import static dev.tautline.probe.FailureKind.PASSWORD_REFUSED;
import static dev.tautline.probe.FailureKind.POOLER_FULL;
import static dev.tautline.probe.FailureKind.POOLER_WITHOUT_SERVER;
import static dev.tautline.probe.FailureKind.ROLE_CANNOT_LOG_IN;
import static dev.tautline.probe.FailureKind.ROLE_CONNECTION_LIMIT;
import static dev.tautline.probe.FailureKind.ROLE_UNKNOWN;
import static dev.tautline.probe.FailureKind.SERVER_ERROR;
import static dev.tautline.probe.FailureKind.SHUTTING_DOWN;
import static dev.tautline.probe.FailureKind.STARTING_UP;
import static dev.tautline.probe.FailureKind.STARTUP_PARAMETER_REFUSED;
import static dev.tautline.probe.FailureKind.TERMINATED_BY_ADMINISTRATOR;
import static dev.tautline.probe.FailureKind.TOO_MANY_CONNECTIONS;

import dev.tautline.probe.wire.ServerMessage;

/// From a server's error to its failure kind: by SQLSTATE first, then by the C routine that raised it (the same in all
/// languages), and by English text only where one routine raises several errors with one SQLSTATE.
final class ServerErrors {
    private ServerErrors() {}

    static FailureKind kind(ServerMessage message) {
        return switch (message.sqlState()) {
            case "28P01" -> PASSWORD_REFUSED;
            case "28000" -> refusedIdentity(message);
            case "3D000" -> DATABASE_UNKNOWN;
            case "42501" -> CONNECT_PRIVILEGE_MISSING;
            case "53300" -> tooMany(message);
            case "55000" -> message.routine().equals("CheckMyDatabase") ? DATABASE_CLOSED : SERVER_ERROR;
            case "57P01" -> TERMINATED_BY_ADMINISTRATOR;
            case "57P02" -> CRASH_RECOVERY;
            case "57P03" -> notNow(message.text());
            case "08P01" -> pooler(message);
            case "22023", "42704" -> STARTUP_PARAMETER_REFUSED;
            default -> SERVER_ERROR;
        };
    }

    /// auth.c and miscinit.c: one SQLSTATE for the host-based rules and for the role.
    private static FailureKind refusedIdentity(ServerMessage message) {
        var text = message.text();
        if (message.routine().equals("ClientAuthentication") || text.contains("pg_hba.conf")) {
            return hostBasedRule(text);
        }
        if (text.contains("not permitted to log in")) {
            return ROLE_CANNOT_LOG_IN;
        }
        return text.contains("does not exist") ? ROLE_UNKNOWN : AUTHENTICATION_REFUSED;
    }

    private static FailureKind hostBasedRule(String text) {
        if (text.contains("rejects")) {
            return HBA_REJECTS;
        }
        return text.endsWith("no encryption") || text.endsWith("SSL off") ? HBA_NO_ENTRY_WITHOUT_TLS : HBA_NO_ENTRY;
    }

    /// Each of the four limits has a routine of its own (miscinit.c, postinit.c, proc.c, backend_startup.c).
    private static FailureKind tooMany(ServerMessage message) {
        if (message.fromPooler()) {
            return POOLER_FULL;
        }
        return switch (message.routine()) {
            case "InitializeSessionUserId" -> ROLE_CONNECTION_LIMIT;
            case "CheckMyDatabase" -> DATABASE_CONNECTION_LIMIT;
            case "InitPostgres" -> ONLY_RESERVED_SLOTS_LEFT;
            case "InitProcess", "ProcArrayAdd", "ProcessStartupPacket", "BackendInitialize", "ExecuteBackendStartup" ->
                CONNECTION_SLOTS_USED_UP;
            default -> TOO_MANY_CONNECTIONS;
        };
    }

    private static FailureKind notNow(String text) {
        if (text.contains("shutting down")) {
            return SHUTTING_DOWN;
        }
        if (text.contains("recovery mode")) {
            return CRASH_RECOVERY;
        }
        if (text.contains("starting up")) {
            return STARTING_UP;
        }
        return text.contains("not accepting connections") ? HOT_STANDBY_OFF : NOT_ACCEPTING_CONNECTIONS;
    }

    /// PgBouncer reports nearly everything as a protocol violation (its `disconnect_client`).
    private static FailureKind pooler(ServerMessage message) {
        var text = message.text();
        if (text.contains("no more connections allowed") || text.contains("query_wait_timeout")) {
            return POOLER_FULL;
        }
        if (text.contains("server down")
                || text.contains("cannot connect to server")
                || text.contains("server_login")) {
            return POOLER_WITHOUT_SERVER;
        }
        if (text.contains("startup parameter")) {
            return STARTUP_PARAMETER_REFUSED;
        }
        return text.contains("no such database") ? DATABASE_UNKNOWN : SERVER_ERROR;
    }
}
