package dev.tautline.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.probe.wire.ServerMessage;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts and routines as PostgreSQL 13 to 18 and PgBouncer send them.
class ServerErrorsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            28P01 | auth_failed             | password authentication failed for user "app"                               | PASSWORD_REFUSED
            28000 | ClientAuthentication    | no pg_hba.conf entry for host "::1", user "a", database "b", SSL encryption  | HBA_NO_ENTRY
            28000 | ClientAuthentication    | no pg_hba.conf entry for host "::1", user "a", database "b", no encryption   | HBA_NO_ENTRY_WITHOUT_TLS
            28000 | ClientAuthentication    | no pg_hba.conf entry for host "::1", user "a", database "b", SSL off         | HBA_NO_ENTRY_WITHOUT_TLS
            28000 | ClientAuthentication    | pg_hba.conf rejects connection for host "::1", user "a", database "b"        | HBA_REJECTS
            28000 | ClientAuthentication    | connection requires a valid client certificate                               | CLIENT_CERTIFICATE_MISSING
            28000 | auth_failed             | certificate authentication failed for user "app"                             | CLIENT_CERTIFICATE_REFUSED
            28000 | auth_failed             | LDAP authentication failed for user "app"                                    | IDENTITY_SERVICE_REFUSED
            28000 | InitializeSessionUserId | role "nobody" does not exist                                                 | ROLE_UNKNOWN
            28000 | InitializeSessionUserId | role "group" is not permitted to log in                                      | ROLE_CANNOT_LOG_IN
            28000 | ProcessStartupPacket    | no PostgreSQL user name specified in startup packet                          | AUTHENTICATION_REFUSED
            3D000 | InitPostgres            | database "nothere" does not exist                                            | DATABASE_UNKNOWN
            42501 | CheckMyDatabase         | permission denied for database "b"                                           | CONNECT_PRIVILEGE_MISSING
            42501 | set_config_with_handle  | permission denied to set parameter "log_statement"                           | STARTUP_PARAMETER_REFUSED
            22023 | set_config_with_handle  | invalid value for parameter "TimeZone": "Mars/Olympus"                       | STARTUP_PARAMETER_REFUSED
            55000 | CheckMyDatabase         | database "b" is not currently accepting connections                          | DATABASE_CLOSED
            55000 | InitPostgres            | cannot connect to invalid database "b"                                       | DATABASE_INVALID
            XX000 | CheckMyDatabase         | database locale is incompatible with operating system                        | DATABASE_LOCALE_MISSING
            58P01 | expand_dynamic_library_name | could not access file "absent": No such file or directory                | SESSION_LIBRARY_MISSING
            P0001 | exec_stmt_raise         | closed for stocktaking                                                       | LOG_IN_TRIGGER_FAILED
            53300 | InitPostgres            | remaining connection slots are reserved for roles with the SUPERUSER attribute | ONLY_RESERVED_SLOTS_LEFT
            53300 | CheckMyDatabase         | too many connections for database "b"                                        | DATABASE_CONNECTION_LIMIT
            53300 | InitProcess             | sorry, too many clients already                                              | CONNECTION_SLOTS_USED_UP
            53300 | ProcessStartupPacket    | sorry, too many clients already                                              | CONNECTION_SLOTS_USED_UP
            53300 | elsewhere               | a limit that no version known here has                                       | TOO_MANY_CONNECTIONS
            57P03 | ProcessStartupPacket    | the database system is starting up                                           | STARTING_UP
            57P03 | ProcessStartupPacket    | the database system is shutting down                                         | SHUTTING_DOWN
            57P03 | ProcessStartupPacket    | the database system is in recovery mode                                      | CRASH_RECOVERY
            57P03 | ProcessStartupPacket    | the database system is not accepting connections                             | HOT_STANDBY_OFF
            57P03 | ProcessStartupPacket    | the database system is not yet accepting connections                         | STANDBY_NOT_CONSISTENT
            57P01 | ProcessInterrupts       | terminating connection due to administrator command                          | TERMINATED_BY_ADMINISTRATOR
            57P02 | quickdie                | terminating connection because of crash of another server process            | CRASH_RECOVERY
            57P04 | ProcessInterrupts       | terminating connection due to conflict with recovery                         | DATABASE_DROPPED
            57P05 | ProcessInterrupts       | terminating connection due to idle-session timeout                           | SESSION_TIME_LIMIT
            57014 | ProcessInterrupts       | canceling statement due to statement timeout                                 | STATEMENT_CANCELLED
            40001 | ProcessInterrupts       | canceling statement due to conflict with recovery                            | RECOVERY_CONFLICT
            53100 | mdextend                | could not extend file "base/5/1": No space left on device                    | SERVER_DISK_FULL
            53200 | MemoryContextAllocationFailure | out of memory                                                         | SERVER_OUT_OF_MEMORY
            XX001 | buffer_readv_complete   | invalid page in block 0 of relation "base/5/1249"                            | DATA_DAMAGED
            XX000 | elog                    | something nobody has seen                                                    | SERVER_ERROR
            """)
    void namesTheKind(String sqlState, String routine, String text, FailureKind kind) {
        assertThat(kind(Step.SESSION, sqlState, routine, text)).isEqualTo(kind);
    }

    /// As servers with another lc_messages send them: the state and the routine stay, the text does not.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            28P01 | auth_failed             | Passwort-Authentifizierung für Benutzer »app« fehlgeschlagen                 | PASSWORD_REFUSED
            28000 | ClientAuthentication    | kein pg_hba.conf-Eintrag für Host »::1«                                      | HBA_NO_ENTRY
            53300 | InitializeSessionUserId | zu viele Verbindungen von Rolle »app«                                        | ROLE_CONNECTION_LIMIT
            53300 | CheckMyDatabase         | trop de connexions pour la base de données « b »                             | DATABASE_CONNECTION_LIMIT
            53300 | InitProcess             | lo siento, ya tenemos demasiados clientes                                    | CONNECTION_SLOTS_USED_UP
            42501 | CheckMyDatabase         | droit refusé pour la base de données b                                       | CONNECT_PRIVILEGE_MISSING
            57P03 | ProcessStartupPacket    | das Datenbanksystem startet                                                  | NOT_ACCEPTING_CONNECTIONS
            """)
    void namesTheKindInOtherLanguages(String sqlState, String routine, String text, FailureKind kind) {
        assertThat(kind(Step.SESSION, sqlState, routine, text)).isEqualTo(kind);
    }

    /// Poolers name no routine.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            08P01 | no more connections allowed (max_client_conn)                               | POOLER_FULL
            53300 | no more connections allowed (max_client_conn)                               | POOLER_FULL
            08P01 | query_wait_timeout                                                          | POOLER_WAIT_TIMED_OUT
            08P01 | client_login_timeout (server down)                                          | POOLER_WITHOUT_SERVER
            08P01 | server login has been failing, try again later (server_login_retry)         | POOLER_WITHOUT_SERVER
            08P01 | server login failed: wrong password type                                    | POOLER_LOG_IN_REFUSED
            28P01 | password authentication failed for user "app"                               | POOLER_LOG_IN_REFUSED
            08P01 | no pg_hba.conf entry for host "10.0.0.7", user "app", database "b"         | POOLER_NOT_IN_HBA
            28000 | pg_hba.conf rejects connection for host "10.0.0.7", user "app"             | POOLER_NOT_IN_HBA
            3D000 | database "b" does not exist                                               | DATABASE_UNKNOWN
            08P01 | certificate authentication failed                                           | CLIENT_CERTIFICATE_REFUSED
            53300 | sorry, too many clients already                                             | CONNECTION_SLOTS_USED_UP
            53300 | too many connections for role "app"                                         | ROLE_CONNECTION_LIMIT
            53300 | a limit of a proxy                                                          | TOO_MANY_CONNECTIONS
            08P01 | SASL authentication failed                                                  | POOLER_PASSWORD_REFUSED
            28P01 | password authentication failed                                              | POOLER_PASSWORD_REFUSED
            08P01 | no such user: app                                                           | POOLER_PASSWORD_REFUSED
            08P01 | login rejected                                                              | POOLER_REJECTS_LOG_IN
            08P01 | database "shop" is disabled                                                 | POOLER_DATABASE_DISABLED
            08P01 | unsupported startup parameter: extra_float_digits                           | STARTUP_PARAMETER_REFUSED
            08P01 | no such database: b                                                         | POOLER_DATABASE_UNKNOWN
            3D000 | no such database: b                                                         | POOLER_DATABASE_UNKNOWN
            08P01 | SSL required                                                                | TLS_DEMANDED
            28000 | This RDS Proxy requires TLS connections                                     | TLS_DEMANDED
            08P01 | TLS client certificate required                                             | CLIENT_CERTIFICATE_MISSING
            28000 | a reason of its own                                                         | AUTHENTICATION_REFUSED
            57P01 | server shutting down                                                        | TERMINATED_BY_ADMINISTRATOR
            3D000 | odyssey: c1f: route for 'shop.app' is not found                             | POOLER_DATABASE_UNKNOWN
            53300 | odyssey: c1f: too many tcp connections (global client_max 100)              | POOLER_FULL
            08006 | odyssey: c1f: failed to connect to remote server s2a                        | POOLER_WITHOUT_SERVER
            XX000 | pgpool is not accepting any new connections                                 | POOLER_WITHOUT_SERVER
            XX000 | all backend nodes are down, pgpool requires at least one valid node         | POOLER_WITHOUT_SERVER
            53300 | Sorry, too many clients already                                             | POOLER_FULL
            58000 | No pool configured for database: "shop", user: "app"                        | POOLER_DATABASE_UNKNOWN
            58000 | could not get connection from the pool - AllServersDown                     | POOLER_WITHOUT_SERVER
            XX000 | Tenant or user not found                                                    | TENANT_UNKNOWN
            XX000 | (ENOTFOUND) tenant/user postgres.abcdef not found                           | TENANT_UNKNOWN
            XX000 | (ENOIDENTIFIER) no tenant identifier provided (external_id or sni_hostname required) | TENANT_UNKNOWN
            08P01 | Endpoint ID is not specified. Either please upgrade the postgres client library (libpq) | TENANT_UNKNOWN
            XX000 | Max client connections reached                                              | POOLER_FULL
            XX000 | (ECHECKOUTTIMEOUT) unable to check out connection from the pool after 5000ms | POOLER_WAIT_TIMED_OUT
            28000 | This RDS proxy has no credentials for the role app. Check the credentials.  | POOLER_PASSWORD_REFUSED
            08P01 | Timed-out waiting to acquire database connection                            | POOLER_WAIT_TIMED_OUT
            XX000 | The endpoint has been disabled. Enable it using Neon API and retry.         | POOLER_DATABASE_DISABLED
            08P01 | transaction blocks not allowed in statement pooling mode                    | POOLER_FORBIDS_TRANSACTIONS
            08P01 | something nobody has seen                                                   | SERVER_ERROR
            """)
    void namesWhatAPoolerSays(String sqlState, String text, FailureKind kind) {
        assertThat(kind(Step.AUTHENTICATE, sqlState, null, text)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            odyssey: c1f: route for 'shop.app' is not found  | Odyssey
            pgpool is not accepting any new connections      | Pgpool-II
            could not get connection - AllServersDown        | PgCat
            Tenant or user not found                         | Supavisor
            (ENOTFOUND) tenant/user postgres.abcdef not found | Supavisor
            This RDS Proxy requires TLS connections          | Amazon RDS Proxy
            query_wait_timeout                               | PgBouncer
            """)
    void namesThePoolerByItsWords(String text, String product) {
        var said = new ServerMessage(fields("XX000", null, text));

        assertThat(PoolerProduct.speaking(said)).contains(product);
        assertThat(new Symptom.Refused(said).words()).endsWith("(the words of " + product + ")");
        assertThat(PoolerProduct.speaking(new ServerMessage(fields("XX000", "elog", text))))
                .isEmpty();
    }

    @Test
    void tellsAMissingDirectoryFromAMissingDatabaseByTheDetail() {
        var fields = fields("3D000", "InitPostgres", "database \"shop\" does not exist");
        fields.put('D', "The database subdirectory \"base/16384\" is missing.");

        assertThat(ServerErrors.kind(Step.SESSION, new ServerMessage(fields)))
                .isEqualTo(FailureKind.DATABASE_FILES_MISSING);
    }

    @Test
    void tellsAQuestionThatIsNotPermittedFromADoorThatIsShut() {
        assertThat(kind(Step.QUERY, "42501", "aclcheck_error", "permission denied for table pg_database"))
                .isEqualTo(FailureKind.QUESTION_NOT_PERMITTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22023", "P0001", "55000"})
    void doesNotBlameTheStartUpForWhatAQueryMeets(String sqlState) {
        assertThat(kind(Step.ROLE, sqlState, "aclcheck_error", "permission denied for function f"))
                .isEqualTo(FailureKind.SERVER_ERROR);
    }

    private static FailureKind kind(Step step, String sqlState, @Nullable String routine, String text) {
        return ServerErrors.kind(step, new ServerMessage(fields(sqlState, routine, text)));
    }

    private static Map<Character, String> fields(String sqlState, @Nullable String routine, String text) {
        var fields = new HashMap<Character, String>();
        fields.put('S', "FATAL");
        fields.put('C', sqlState);
        fields.put('M', text);
        if (routine != null) {
            fields.put('R', routine);
        }
        return fields;
    }
}
