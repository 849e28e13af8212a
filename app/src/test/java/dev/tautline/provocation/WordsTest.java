package dev.tautline.provocation;

import static dev.tautline.provocation.Climbs.assertFails;
import static dev.tautline.provocation.Ground.WORDS;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tautline.probe.FailureKind;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Step;
import dev.tautline.provocation.Listener.Manner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What cannot be had for real here, with the words that servers were heard to say. Each test says why.
@Timeout(30)
class WordsTest {
    private static final int TLS_REQUEST = 8;

    /// AuthenticationGSS (PostgreSQL manual 18, section 54.7). The lab's server is built without GSSAPI.
    @Test
    @Provokes(value = FailureKind.AUTHENTICATION_METHOD_UNSUPPORTED, on = WORDS)
    void namesAMethodThatTheLadderCannotDo() throws IOException {
        assertAnswer(
                new byte[] {'R', 0, 0, 0, 8, 0, 0, 0, 7},
                Step.AUTHENTICATE,
                FailureKind.AUTHENTICATION_METHOD_UNSUPPORTED);
    }

    /// A disk of its own needs a mount.
    @Test
    @Provokes(value = FailureKind.SERVER_DISK_FULL, on = WORDS)
    void namesAFullDisk() throws IOException {
        assertAnswer(error("53100", "dsm_impl_posix_resize", """
                        could not resize shared memory segment "/PostgreSQL.1804289383" to 8388608 bytes: No space left on device"""), FailureKind.SERVER_DISK_FULL);
    }

    /// The lab's server has no catalogue of other languages, and one routine raises all errors of this state.
    @Test
    @Provokes(value = FailureKind.NOT_ACCEPTING_CONNECTIONS, on = WORDS)
    void admitsWhatItCannotTellInAnotherLanguage() throws IOException {
        assertAnswer(
                error("57P03", "ProcessStartupPacket", "das Datenbanksystem startet"),
                FailureKind.NOT_ACCEPTING_CONNECTIONS);
    }

    /// A limit that no version up to 18 has.
    @Test
    @Provokes(value = FailureKind.TOO_MANY_CONNECTIONS, on = WORDS)
    void namesALimitThatItDoesNotKnow() throws IOException {
        assertAnswer(error("53300", "", "too many connections for tenant"), FailureKind.TOO_MANY_CONNECTIONS);
    }

    /// The pooler's console, where a database is disabled, refuses what the driver for Java sends first.
    @Test
    @Provokes(value = FailureKind.POOLER_DATABASE_DISABLED, on = WORDS)
    void namesADatabaseThatIsShutAtThePooler() throws IOException {
        assertAnswer(error("08P01", "", "database \"shop\" is disabled"), FailureKind.POOLER_DATABASE_DISABLED);
    }

    /// Providers alone run such a proxy.
    @Test
    @Provokes(value = FailureKind.TENANT_UNKNOWN, on = WORDS)
    void namesAProxyThatDoesNotKnowWhoseDatabaseIsMeant() throws IOException {
        assertAnswer(error("XX000", "", "Tenant or user not found"), FailureKind.TENANT_UNKNOWN);
    }

    /// No limit on processes binds a server of root, as the lab runs it in many containers.
    @Test
    @Provokes(value = FailureKind.SERVER_CANNOT_FORK, on = WORDS)
    void namesAServerThatCannotStartAProcess() throws IOException {
        var words = "Ecould not fork new process for connection: Resource temporarily unavailable\n\0";
        try (var listener = new Listener(caller -> {
            caller.getOutputStream().write(words.getBytes(UTF_8));
            caller.getInputStream().readAllBytes();
        })) {
            assertFails(target(listener), Step.TLS, FailureKind.SERVER_CANNOT_FORK);
        }
    }

    private static void assertAnswer(byte[] answer, FailureKind kind) throws IOException {
        assertAnswer(answer, Step.AUTHENTICATE, kind);
    }

    private static void assertAnswer(byte[] answer, Step step, FailureKind kind) throws IOException {
        try (var listener = new Listener(answering(answer))) {
            assertFails(target(listener), step, kind);
        }
    }

    /// Offers no TLS and answers the start-up message; the request for TLS is told from that by its length.
    private static Manner answering(byte[] answer) {
        return caller -> {
            if (readMessage(caller.getInputStream()) == TLS_REQUEST) {
                caller.getOutputStream().write('N');
                readMessage(caller.getInputStream());
            }
            caller.getOutputStream().write(answer);
        };
    }

    private static int readMessage(InputStream in) throws IOException {
        int length = ByteBuffer.wrap(in.readNBytes(Integer.BYTES)).getInt();
        in.readNBytes(length - Integer.BYTES);
        return length;
    }

    private static byte[] error(String sqlState, String routine, String text) {
        var body = new ByteArrayOutputStream();
        field(body, 'S', "FATAL");
        field(body, 'C', sqlState);
        field(body, 'M', text);
        if (!routine.isEmpty()) {
            field(body, 'R', routine);
        }
        body.write(0);
        return ByteBuffer.allocate(1 + Integer.BYTES + body.size())
                .put((byte) 'E')
                .putInt(Integer.BYTES + body.size())
                .put(body.toByteArray())
                .array();
    }

    private static void field(ByteArrayOutputStream body, char letter, String text) {
        body.write(letter);
        body.writeBytes(text.getBytes(UTF_8));
        body.write(0);
    }

    private static ProbeTarget target(Listener listener) {
        return ProbedCluster.target("127.0.0.1", listener.address().getPort(), "shop", "app");
    }
}
