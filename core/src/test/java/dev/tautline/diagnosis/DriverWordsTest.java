package dev.tautline.diagnosis;

import static dev.tautline.diagnosis.Scenes.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.agent.AgentReport.ConnectFailure;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriverWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            resolve      | 08001 | db-1: Temporary failure in name resolution              | RESOLVER_UNAVAILABLE
            resolve      | 08001 | db-1: Name or service not known                         | NAME_UNKNOWN
            connect      | 08001 | Connection refused                                      | CONNECTION_REFUSED
            connect      | 08001 | Too many open files                                     | FILE_DESCRIPTORS_EXHAUSTED
            connect      | 08001 | Cannot assign requested address                         | LOCAL_ADDRESS_EXHAUSTED
            connect      | 08001 | No route to host                                        | UNREACHABLE
            connect      | 08001 | Network is unreachable                                  | UNREACHABLE
            connect      | 08001 | Connect timed out                                       | NO_ANSWER
            connect      | 08001 | Something else                                          | CONNECT_FAILED
            tls          | 08006 | PKIX path validation failed: validity check failed      | CERTIFICATE_EXPIRED
            tls          | 08006 | unable to find valid certification path to requested target | CERTIFICATE_UNKNOWN_AUTHORITY
            tls          | 08006 | The hostname db-1 could not be verified by hostnameverifier Pgjdbc | CERTIFICATE_NAME_MISMATCH
            tls          | 08004 | The server does not support SSL.                        | TLS_NOT_OFFERED
            tls          | 08006 | Received fatal alert: handshake_failure                 | TLS_HANDSHAKE_FAILED
            authenticate | 08004 | The server requested SCRAM-based authentication, but no password was provided. | PASSWORD_MISSING
            authenticate | 08004 | The authentication type 7 is not supported.             | AUTHENTICATION_METHOD_UNSUPPORTED
            authenticate | 08006 | ECONNRESET Connection reset by peer                     | RESET_AFTER_ACCEPT
            authenticate | 28P01 | password authentication failed for user "shop"          | PASSWORD_REFUSED
            authenticate | 28000 | no pg_hba.conf entry for host                           | HBA_NO_ENTRY
            session      | 53300 | too many connections for role "shop"                    | ROLE_CONNECTION_LIMIT
            session      | 53300 | sorry, too many clients already                         | CONNECTION_SLOTS_USED_UP
            """)
    void knowsWhatTheDriverSays(String step, String state, String message, FailureKind kind) {
        var told = DriverWords.of(new ConnectFailure("db-1:5432", step, state, message, 3, NOW, NOW));

        assertThat(told.kind()).isEqualTo(kind);
        assertThat(told.step()).isEqualTo(Step.valueOf(step.toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @CsvSource({"connect", "session"})
    void aRoleThatNoHostPlaysIsFoundAtThatStep(String step) {
        var message = "Could not find a server with specified targetServerType: primary";

        assertThat(DriverWords.of(new ConnectFailure("db-1:5432", step, "08001", message, 3, NOW, NOW)))
                .isEqualTo(new DriverWords(Step.ROLE, FailureKind.STANDBY_WHERE_PRIMARY_EXPECTED));
    }
}
