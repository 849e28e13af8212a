package dev.tautline.probe;

import dev.tautline.probe.wire.ServerMessage;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What poolers and proxies say, in English and without the name of a C routine: of themselves, and of the server
/// behind them, whose words they pass on. PgBouncer up to 1.18 reports nearly everything about itself as a
/// protocol violation (08P01); later versions give some of it a SQLSTATE of its own.
final class PoolerErrors {
    /// Part of a text, in lower case, and what it means.
    private record Says(String part, FailureKind kind) {}

    /// The first that fits counts. PgBouncer 1.18 to 1.24 (client.c, objects.c, janitor.c); Pgpool-II,
    /// Odyssey, PgCat, Supavisor and Amazon RDS Proxy as they were heard. The demands for TLS are those
    /// of PgBouncer, Azure, and the proxies of Amazon and Neon.
    private static final List<Says> SAYINGS = List.of(
            new Says("max_client_conn", FailureKind.POOLER_FULL),
            new Says("client_max", FailureKind.POOLER_FULL),
            new Says("max client connections reached", FailureKind.POOLER_FULL),
            new Says("max clients reached", FailureKind.POOLER_FULL),
            new Says("maxclientsinsessionmode", FailureKind.POOLER_FULL),
            new Says("max_db_client_connections", FailureKind.POOLER_FULL),
            new Says("max_user_client_connections", FailureKind.POOLER_FULL),
            new Says("no more connections allowed", FailureKind.POOLER_FULL),
            new Says("query_wait_timeout", FailureKind.POOLER_WAIT_TIMED_OUT),
            new Says("unable to check out", FailureKind.POOLER_WAIT_TIMED_OUT),
            new Says("checkout timed out", FailureKind.POOLER_WAIT_TIMED_OUT),
            new Says("timed-out waiting to acquire database connection", FailureKind.POOLER_WAIT_TIMED_OUT),
            new Says("allserversdown", FailureKind.POOLER_WITHOUT_SERVER),
            new Says("could not get connection from the pool", FailureKind.POOLER_WAIT_TIMED_OUT),
            new Says("all backend nodes are down", FailureKind.POOLER_WITHOUT_SERVER),
            new Says("pgpool is not accepting any new connections", FailureKind.POOLER_WITHOUT_SERVER),
            new Says("failed to connect to remote server", FailureKind.POOLER_WITHOUT_SERVER),
            new Says("edbhandlerexited", FailureKind.POOLER_WITHOUT_SERVER),
            new Says("server_login_retry", FailureKind.POOLER_WITHOUT_SERVER),
            new Says("server down", FailureKind.POOLER_WITHOUT_SERVER),
            new Says("cannot connect to server", FailureKind.POOLER_WITHOUT_SERVER),
            new Says("client_login_timeout", FailureKind.POOLER_WITHOUT_SERVER),
            new Says("server login failed", FailureKind.POOLER_LOG_IN_REFUSED),
            new Says("login rejected", FailureKind.POOLER_REJECTS_LOG_IN),
            new Says("is disabled", FailureKind.POOLER_DATABASE_DISABLED),
            new Says("endpoint has been disabled", FailureKind.POOLER_DATABASE_DISABLED),
            new Says("not allowed in statement pooling mode", FailureKind.POOLER_FORBIDS_TRANSACTIONS),
            new Says("startup parameter", FailureKind.STARTUP_PARAMETER_REFUSED),
            new Says("no such database", FailureKind.POOLER_DATABASE_UNKNOWN),
            new Says("no pool configured for database", FailureKind.POOLER_DATABASE_UNKNOWN),
            new Says("route for '", FailureKind.POOLER_DATABASE_UNKNOWN),
            new Says("no such user", FailureKind.POOLER_PASSWORD_REFUSED),
            new Says("tenant or user not found", FailureKind.TENANT_UNKNOWN),
            new Says("tenant/user", FailureKind.TENANT_UNKNOWN),
            new Says("no tenant identifier", FailureKind.TENANT_UNKNOWN),
            new Says("endpoint id is not specified", FailureKind.TENANT_UNKNOWN),
            new Says("has no credentials for the role", FailureKind.POOLER_PASSWORD_REFUSED),
            new Says("incorrect password", FailureKind.POOLER_PASSWORD_REFUSED),
            new Says("invalid password", FailureKind.POOLER_PASSWORD_REFUSED),
            new Says("authentication failed for user \"", FailureKind.POOLER_LOG_IN_REFUSED),
            new Says("certificate authentication failed", FailureKind.CLIENT_CERTIFICATE_REFUSED),
            new Says("password authentication failed", FailureKind.POOLER_PASSWORD_REFUSED),
            new Says("sasl authentication failed", FailureKind.POOLER_PASSWORD_REFUSED),
            new Says("client certificate required", FailureKind.CLIENT_CERTIFICATE_MISSING),
            new Says("ssl required", FailureKind.TLS_DEMANDED),
            new Says("ssl is required", FailureKind.TLS_DEMANDED),
            new Says("tls connection required", FailureKind.TLS_DEMANDED),
            new Says("requires tls", FailureKind.TLS_DEMANDED),
            new Says("ssl connection is required", FailureKind.TLS_DEMANDED),
            new Says("connection is insecure", FailureKind.TLS_DEMANDED),
            new Says("sorry, too many clients", FailureKind.CONNECTION_SLOTS_USED_UP),
            new Says("connection slots are reserved", FailureKind.ONLY_RESERVED_SLOTS_LEFT),
            new Says("too many connections for role", FailureKind.ROLE_CONNECTION_LIMIT),
            new Says("too many connections for database", FailureKind.DATABASE_CONNECTION_LIMIT),
            new Says("permission denied for database", FailureKind.CONNECT_PRIVILEGE_MISSING),
            new Says("not currently accepting connections", FailureKind.DATABASE_CLOSED),
            new Says("is not permitted to log in", FailureKind.ROLE_CANNOT_LOG_IN),
            new Says("the database system is starting up", FailureKind.STARTING_UP),
            new Says("the database system is shutting down", FailureKind.SHUTTING_DOWN),
            new Says("the database system is in recovery mode", FailureKind.CRASH_RECOVERY),
            new Says("the database system is not yet accepting connections", FailureKind.STANDBY_NOT_CONSISTENT),
            new Says("the database system is not accepting connections", FailureKind.HOT_STANDBY_OFF),
            new Says("no pg_hba.conf entry", FailureKind.POOLER_NOT_IN_HBA),
            new Says("pg_hba.conf rejects", FailureKind.POOLER_NOT_IN_HBA));

    /// What a server says of a name; the pooler may put its own SQLSTATE before it.
    private static final Pattern NO_DATABASE = Pattern.compile("database \".*\" does not exist");

    private static final Pattern NO_ROLE = Pattern.compile("role \".*\" does not exist");

    /// Where the server would begin with a small letter.
    private static final String PGPOOL_IS_FULL = "Sorry, too many clients already";

    private PoolerErrors() {}

    static FailureKind kind(ServerMessage message) {
        if (message.text().startsWith(PGPOOL_IS_FULL)) {
            return FailureKind.POOLER_FULL;
        }
        var text = message.text().toLowerCase(Locale.ROOT);
        if (NO_DATABASE.matcher(text).find()) {
            return FailureKind.DATABASE_UNKNOWN;
        }
        if (NO_ROLE.matcher(text).find()) {
            return FailureKind.ROLE_UNKNOWN;
        }
        return SAYINGS.stream()
                .filter(saying -> text.contains(saying.part()))
                .map(Says::kind)
                .findFirst()
                .orElseGet(() -> bySqlState(message.sqlState()));
    }

    private static FailureKind bySqlState(String sqlState) {
        return switch (sqlState) {
            case "28P01" -> FailureKind.POOLER_PASSWORD_REFUSED;
            case "28000" -> FailureKind.AUTHENTICATION_REFUSED;
            case "3D000" -> FailureKind.DATABASE_UNKNOWN;
            case "53300" -> FailureKind.TOO_MANY_CONNECTIONS;
            default -> FailureKind.SERVER_ERROR;
        };
    }
}
