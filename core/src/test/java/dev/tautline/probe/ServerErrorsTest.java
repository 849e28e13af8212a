package dev.tautline.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.probe.wire.ServerMessage;
import java.util.HashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Texts and routines as PostgreSQL 13 to 18 and PgBouncer send them.
class ServerErrorsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            28P01 | auth_failed             | password authentication failed for user "app"                               | PASSWORD_REFUSED
            28000 | ClientAuthentication    | no pg_hba.conf entry for host "::1", user "a", database "b", SSL encryption  | HBA_NO_ENTRY
            28000 | ClientAuthentication    | no pg_hba.conf entry for host "::1", user "a", database "b", no encryption   | HBA_NO_ENTRY_WITHOUT_TLS
            28000 | ClientAuthentication    | no pg_hba.conf entry for host "::1", user "a", database "b", SSL off         | HBA_NO_ENTRY_WITHOUT_TLS
            28000 | ClientAuthentication    | pg_hba.conf rejects connection for host "::1", user "a", database "b"        | HBA_REJECTS
            28000 | ClientAuthentication    | kein pg_hba.conf-Eintrag für Host »::1«                                      | HBA_NO_ENTRY
            28000 | InitializeSessionUserId | role "nobody" does not exist                                                 | ROLE_UNKNOWN
            28000 | InitializeSessionUserId | role "group" is not permitted to log in                                      | ROLE_CANNOT_LOG_IN
            28000 | auth_failed             | certificate authentication failed for user "app"                             | AUTHENTICATION_REFUSED
            3D000 | InitPostgres            | database "nothere" does not exist                                            | DATABASE_UNKNOWN
            42501 | CheckMyDatabase         | permission denied for database "b"                                           | CONNECT_PRIVILEGE_MISSING
            55000 | CheckMyDatabase         | database "b" is not currently accepting connections                          | DATABASE_CLOSED
            53300 | InitializeSessionUserId | zu viele Verbindungen von Rolle »app«                                        | ROLE_CONNECTION_LIMIT
            53300 | CheckMyDatabase         | too many connections for database "b"                                        | DATABASE_CONNECTION_LIMIT
            53300 | InitPostgres            | remaining connection slots are reserved for roles with the SUPERUSER attribute | ONLY_RESERVED_SLOTS_LEFT
            53300 | InitProcess             | sorry, too many clients already                                              | CONNECTION_SLOTS_USED_UP
            53300 | ProcessStartupPacket    | sorry, too many clients already                                              | CONNECTION_SLOTS_USED_UP
            53300 |                         | no more connections allowed (max_client_conn)                                | POOLER_FULL
            57P03 | ProcessStartupPacket    | the database system is starting up                                           | STARTING_UP
            57P03 | ProcessStartupPacket    | the database system is shutting down                                         | SHUTTING_DOWN
            57P03 | ProcessStartupPacket    | the database system is in recovery mode                                      | CRASH_RECOVERY
            57P03 | ProcessStartupPacket    | the database system is not accepting connections                             | HOT_STANDBY_OFF
            57P03 | ProcessStartupPacket    | das Datenbanksystem startet                                                  | NOT_ACCEPTING_CONNECTIONS
            57P01 | ProcessInterrupts       | terminating connection due to administrator command                          | TERMINATED_BY_ADMINISTRATOR
            57P02 | quickdie                | terminating connection because of crash of another server process            | CRASH_RECOVERY
            08P01 |                         | no more connections allowed (max_client_conn)                                | POOLER_FULL
            08P01 |                         | client_login_timeout (server down)                                           | POOLER_WITHOUT_SERVER
            08P01 |                         | unsupported startup parameter: extra_float_digits                            | STARTUP_PARAMETER_REFUSED
            08P01 |                         | no such database: b                                                          | DATABASE_UNKNOWN
            XX000 | elog                    | something nobody has seen                                                    | SERVER_ERROR
            """)
    void namesTheKind(String sqlState, String routine, String text, FailureKind kind) {
        var fields = new HashMap<Character, String>();
        fields.put('S', "FATAL");
        fields.put('C', sqlState);
        fields.put('M', text);
        if (routine != null) {
            fields.put('R', routine);
        }

        assertThat(ServerErrors.kind(new ServerMessage(fields))).isEqualTo(kind);
    }
}
