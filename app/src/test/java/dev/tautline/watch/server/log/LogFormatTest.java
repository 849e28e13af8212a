package dev.tautline.watch.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.diagnosis.ServerRefusals.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lines as PostgreSQL 18 writes them.
class LogFormatTest {
    private static final String TIME = "2026-11-30 12:00:00.123 UTC";
    private static final String DEFAULT_PREFIX = "%m [%p] ";

    private final List<RefusedLogin> refused = new ArrayList<>();

    @Test
    void aPlainLineTellsTheRoleAlsoWhereThePrefixDoesNot() {
        read("stderr", DEFAULT_PREFIX, TIME + " [77] FATAL:  password authentication failed for user \"shop\"\n");

        assertThat(refused).containsExactly(new RefusedLogin(Kind.PASSWORD, "shop", "", ""));
    }

    @Test
    void whereAPlainLineHasNoAddressTheConnectionsOwnLineHasIt() {
        read(
                "stderr",
                DEFAULT_PREFIX,
                TIME + " [77] LOG:  connection received: host=10.0.0.5 port=50123\n" + TIME
                        + " [78] LOG:  connection received: host=10.0.0.6 port=50124\n" + TIME
                        + " [77] FATAL:  password authentication failed for user \"shop\"\n");

        assertThat(refused).containsExactly(new RefusedLogin(Kind.PASSWORD, "shop", "", "10.0.0.5"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    %m [%p] %q%u@%d/%r            | 2026-11-30 12:00:00.123 UTC [7] shop@orders/10.0.0.5(50123)
                    %t:%h:%u@%d:[%p]:%e           | 2026-11-30 12:00:00 UTC:10.0.0.5:shop@orders:[7]:28P01
                    user=%-12u,db=%d,client=%h    | user=shop        ,db=orders,client=10.0.0.5
                    %c %l %v %x %n %b/%i/%u %d %h | 6742.1a 2 1/2 0 1798.123 client backend/authentication/shop orders 10.0.0.5
                    """)
    void aPrefixIsReadBack(String prefix, String written) {
        read("stderr", prefix + " ", written + " FATAL:  password authentication failed for user \"shop\"\n");

        assertThat(refused).containsExactly(new RefusedLogin(Kind.PASSWORD, "shop", "orders", "10.0.0.5"));
    }

    @Test
    void aPrefixThatDoesNotFitTellsNothing() {
        read("stderr", "%h %u ", "something FATAL:  sorry, too many clients already\n");

        assertThat(refused).containsExactly(new RefusedLogin(Kind.SLOTS, "", "", ""));
    }

    @Test
    void aStatementThatQuotesARefusalIsNone() {
        read(
                "stderr",
                DEFAULT_PREFIX,
                TIME + " [7] LOG:  statement: SELECT 'FATAL:  password authentication failed for user \"x\"'\n"
                        + "\tFATAL:  password authentication failed for user \"x\"\n" + TIME
                        + " [7] ERROR:  role \"x\" does not exist\n");

        assertThat(refused).isEmpty();
    }

    @Test
    void aLineThatIsNotWholeIsReadWithItsRest() {
        var whole = TIME + " [7] FATAL:  role \"shop\" does not exist\n";
        var begun = TIME + " [8] FATAL:  role \"sh";

        assertThat(read("stderr", DEFAULT_PREFIX, whole + begun)).isEqualTo(whole.length());
        assertThat(refused).hasSize(1);
    }

    @Test
    void recordsMayHoldLineEndsAndNamesOtherLetters() {
        var statement = TIME
                + ",\"a\",\"b\",1,\"[local]\",x,1,\"SELECT\",t,1/1,0,LOG,00000,\"statement: SELECT\n'\"\"x\n',\"\"FATAL\"\"\"\n";
        var refusal = TIME
                + ",\"größe\",\"orders\",42,\"10.0.0.5:50123\",6742.2a,2,\"authentication\",t,3/5,0,FATAL,28P01,"
                + "\"password authentication failed for user \"\"größe\"\"\",\"Connection matched\",,,,,,,,\"\",\"client backend\",,0\n";

        int taken = read("csvlog", "", statement + refusal + TIME + ",\"a\",\"b");

        assertThat(taken).isEqualTo(bytes(statement + refusal).length());
        assertThat(refused).containsExactly(new RefusedLogin(Kind.PASSWORD, "größe", "orders", "10.0.0.5"));
    }

    @Test
    void recordsFindTheirWayAgainAfterACut() {
        read(
                "csvlog",
                "",
                "ails,\" and the rest\n" + TIME
                        + ",\"shop\",\"orders\",42,\"[local]\",6742.2a,2,\"startup\",t,3/5,0,FATAL,53300,\"sorry, too many clients already\",\n");

        assertThat(refused).containsExactly(new RefusedLogin(Kind.SLOTS, "shop", "orders", "[local]"));
    }

    @Test
    void objectsAreReadAndWhatIsCutIsPassedOver() {
        read("jsonlog", "", """
                ut","state_code":"28P01","message":"cut"}
                {"timestamp":"t","user":"shop","dbname":"orders","remote_host":"10.0.0.5","remote_port":1,"ps":"authentication","error_severity":"FATAL","state_code":"28000","message":"no pg_hba.conf entry for host \\"10.0.0.9\\", user \\"shop\\", database \\"orders\\", no encryption","backend_type":"client backend"}
                {"timestamp":"t","error_severity":"LOG","message":"checkpoint starting: time"}
                """);

        assertThat(refused).containsExactly(new RefusedLogin(Kind.HOST_RULES, "shop", "orders", "10.0.0.9"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    FATAL | empty password returned by client                                                       | PASSWORD
                    FATAL | Peer authentication failed for user "shop"                                              | IDENTITY
                    FATAL | OAuth bearer authentication failed for user "shop"                                      | IDENTITY
                    FATAL | pg_hba.conf rejects connection for host "10.0.0.5", user "shop", database "o", SSL encryption | HOST_RULES
                    FATAL | no pg_hba.conf entry for replication connection from host "10.0.0.5", user "shop", no encryption | HOST_RULES
                    FATAL | role "shop" is not permitted to log in                                                  | ROLE
                    FATAL | database "o" is not currently accepting connections                                     | DATABASE
                    FATAL | permission denied for database "o"                                                      | DATABASE
                    FATAL | too many connections for role "shop"                                                    | ROLE_LIMIT
                    FATAL | too many connections for database "o"                                                   | DATABASE_LIMIT
                    FATAL | remaining connection slots are reserved for roles with the SUPERUSER attribute          | SLOTS
                    FATAL | unsupported frontend protocol 1234.5679: server supports 3.0 to 3.2                     | PROTOCOL
                    LOG   | invalid length of startup packet                                                        | PROTOCOL
                    LOG   | could not accept SSL connection: EOF detected                                           | TLS
                    """)
    void eachMessageHasItsKind(String severity, String message, Kind kind) {
        read("stderr", DEFAULT_PREFIX, TIME + " [7] " + severity + ":  " + message + "\n");

        assertThat(refused).singleElement().extracting(RefusedLogin::kind).isEqualTo(kind);
    }

    @Test
    void ofAnEndedSessionOrAMissingTableNothingIsKept() {
        read(
                "stderr",
                DEFAULT_PREFIX,
                TIME + " [7] FATAL:  terminating connection due to administrator command\n" + TIME
                        + " [7] ERROR:  permission denied for database \"o\"\n" + TIME
                        + " [7] LOG:  password authentication failed for user \"shop\"\n");

        assertThat(refused).isEmpty();
    }

    @Test
    void inOtherLanguagesTheStateTells() {
        assertThat(RefusedLogin.in(new LogEntry("ВАЖНО", "28P01", "…", "shop", "orders", "10.0.0.5")))
                .contains(new RefusedLogin(Kind.PASSWORD, "shop", "orders", "10.0.0.5"));
        assertThat(RefusedLogin.in(new LogEntry("FEHLER", "42501", "…", "shop", "orders", "10.0.0.5")))
                .isEmpty();
    }

    private int read(String format, String prefix, String text) {
        return LogFormat.of(format, prefix)
                .read(bytes(text), entry -> RefusedLogin.in(entry).ifPresent(refused::add));
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
