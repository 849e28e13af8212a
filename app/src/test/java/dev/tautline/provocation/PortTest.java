package dev.tautline.provocation;

import static dev.tautline.provocation.Climbs.assertFails;
import static dev.tautline.provocation.Climbs.assertFallsSilent;
import static dev.tautline.provocation.Climbs.assertSilenceMeans;
import static dev.tautline.provocation.Ground.SOCKET;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tautline.cli.TestCertificate;
import dev.tautline.lab.proxy.ProxyFault.AcceptThenSilence;
import dev.tautline.lab.proxy.ProxyFault.NoSynAnswer;
import dev.tautline.lab.proxy.ProxyFault.Refuse;
import dev.tautline.lab.proxy.ProxyFault.Reset;
import dev.tautline.lab.proxy.SilentAddress;
import dev.tautline.lab.proxy.TcpProxy;
import dev.tautline.probe.Deadline;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Ladder;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Resolver;
import dev.tautline.probe.Scope;
import dev.tautline.probe.SessionOptions;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepTimeouts;
import dev.tautline.settings.SslMode;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What answers at a port, or does not, before there is any PostgreSQL.
@Timeout(30)
class PortTest {
    private static final InetSocketAddress FREE = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);

    /// The type of its records (RFC 8446, 5.1).
    private static final byte TLS_HANDSHAKE = 22;

    private static final String AUTHENTICATION_OK = "R\0\0\0\10\0\0\0\0";
    private static final String READY = "S\0\0\0\26server_version\00016\0" + "S\0\0\0\31client_encoding\0UTF8\0"
            + "K\0\0\0\14\0\0\0\7\0\0\0\7" + "Z\0\0\0\5I";

    @TempDir
    private Path folder;

    @Test
    @Provokes(
            value = {FailureKind.CONNECTION_REFUSED, FailureKind.ACCEPTED_THEN_SILENT, FailureKind.RESET_AFTER_ACCEPT},
            on = SOCKET)
    void tellsRefusalSilenceAndResetApart() {
        try (var proxy = TcpProxy.open(FREE, FREE)) {
            var target = at(proxy.address());
            try (var _ = proxy.inject(new Refuse())) {
                assertFails(target, Step.CONNECT, FailureKind.CONNECTION_REFUSED);
            }
            try (var _ = proxy.inject(new AcceptThenSilence())) {
                assertFallsSilent(target, FailureKind.ACCEPTED_THEN_SILENT, Step.TLS);
            }
            try (var _ = proxy.inject(new Reset())) {
                assertFails(target, FailureKind.RESET_AFTER_ACCEPT);
            }
        }
    }

    @Test
    @Provokes(value = FailureKind.NO_ANSWER, on = SOCKET)
    void namesAListenerWhoseQueueIsFull() {
        try (var silent = SilentAddress.open(FREE)) {
            assertFallsSilent(at(silent.address()), FailureKind.NO_ANSWER, Step.CONNECT);
        }
    }

    @Test
    @Provokes(value = FailureKind.CLOSED_AFTER_ACCEPT, on = SOCKET)
    void namesAListenerThatHangsUp() throws IOException {
        try (var listener = new Listener(Socket::close)) {
            assertFails(at(listener.address()), FailureKind.CLOSED_AFTER_ACCEPT);
        }
    }

    @Test
    @Provokes(value = FailureKind.DEADLINE_TOO_SHORT, on = SOCKET)
    void blamesItsOwnDeadlineAndNotTheServer() {
        try (var silent = SilentAddress.open(FREE)) {
            var ladder = new Ladder(Clock.systemUTC(), StepTimeouts.each(Duration.ofSeconds(9)), Resolver.system());
            var result = ladder.climb(at(silent.address()), Deadline.after(Duration.ofMillis(100)));
            assertThat(result.failure().orElseThrow().failure().kind()).isEqualTo(FailureKind.DEADLINE_TOO_SHORT);
        }
    }

    @Test
    @Provokes(value = FailureKind.HTTP_AT_PORT, on = SOCKET)
    void recognisesAWebServer() throws IOException {
        var web = HttpServer.create(FREE, 1);
        web.start();
        try {
            assertFails(at(web.getAddress()), Step.TLS, FailureKind.HTTP_AT_PORT);
        } finally {
            web.stop(0);
        }
    }

    @Test
    @Provokes(value = FailureKind.TLS_ONLY_AT_PORT, on = SOCKET)
    void recognisesAListenerThatEndsTls() throws Exception {
        var certificate = TestCertificate.create(folder, "balancer.test", "-1d", 90);
        try (var listener = new Listener(certificate.server().getServerSocketFactory())) {
            assertFails(at(listener.address()), Step.TLS, FailureKind.TLS_ONLY_AT_PORT);
        }
    }

    /// As OpenSSL does, and with it nginx, HAProxy and stunnel.
    @Test
    void recognisesAListenerThatEndsTlsAndHangsUpOnAllElse() throws IOException {
        try (var listener = new Listener(caller -> {
            if (caller.getInputStream().read() == TLS_HANDSHAKE) {
                caller.getOutputStream().write(new byte[] {TLS_HANDSHAKE, 3, 3, 0, 1, 2});
            }
            caller.close();
        })) {
            var ladder = new Ladder(Clock.systemUTC(), StepTimeouts.each(StepTimeouts.DEFAULT), Resolver.system())
                    .asking(Scope.PROBE);
            var result = ladder.climb(at(listener.address()), Deadline.after(Duration.ofSeconds(10)));
            var failure = result.failure().orElseThrow().failure();
            assertThat(failure.kind()).as(failure.words()).isEqualTo(FailureKind.TLS_ONLY_AT_PORT);
        }
    }

    @Test
    @Provokes(value = FailureKind.TLS_UNANSWERED, on = SOCKET)
    void namesAHandshakeThatFallsSilent() throws IOException {
        try (var listener = new Listener(caller -> {
            caller.getInputStream().readNBytes(Long.BYTES);
            caller.getOutputStream().write('S');
            caller.getInputStream().readAllBytes();
        })) {
            assertFallsSilent(at(listener.address()), FailureKind.TLS_UNANSWERED, Step.TLS);
        }
    }

    @Test
    @Provokes(value = FailureKind.TLS_HUNG_UP, on = SOCKET)
    void namesWhoAgreesToTlsAndHangsUp() throws IOException {
        try (var listener = new Listener(caller -> {
            caller.getInputStream().readNBytes(Long.BYTES);
            caller.getOutputStream().write('S');
            caller.getInputStream().read();
            caller.shutdownOutput();
            caller.getInputStream().readAllBytes();
        })) {
            var failed = assertFails(at(listener.address()), Step.TLS, FailureKind.TLS_HUNG_UP);
            assertThat(failed.failure().code()).isEqualTo("EOF");
        }
    }

    /// As a pooler without a server does.
    @Test
    @Provokes(value = FailureKind.CLOSED_AT_LOG_IN, on = SOCKET)
    void namesWhoHangsUpWhenItHearsWhoWeAre() throws IOException {
        try (var listener = new Listener(PortTest::refuseTlsAndHearWho)) {
            assertFails(at(listener.address()), Step.AUTHENTICATE, FailureKind.CLOSED_AT_LOG_IN);
        }
    }

    /// A web server of few threads, all of them busy.
    @Test
    @Provokes(value = FailureKind.HTTP_AT_PORT, on = SOCKET)
    void recognisesAWebServerThatTakesItsTime() throws IOException {
        var callers = new AtomicInteger();
        try (var listener = new Listener(caller -> {
            if (callers.getAndIncrement() > 0) {
                caller.getOutputStream().write("HTTP/1.1 503 Service Unavailable\r\n\r\n".getBytes(ISO_8859_1));
            }
            caller.getInputStream().readAllBytes();
        })) {
            assertSilenceMeans(at(listener.address()), FailureKind.HTTP_AT_PORT, Step.TLS);
        }
    }

    @Test
    @Provokes(value = FailureKind.PATH_FELL_SILENT, on = SOCKET)
    void tellsAPathThatBreaksInTheMiddleFromAServerThatDoes() throws Exception {
        var path = new CompletableFuture<TcpProxy>();
        try (var listener = new Listener(caller -> {
                    refuseTlsAndHearWho(caller);
                    var _ = path.join().inject(new NoSynAnswer());
                    caller.getInputStream().readAllBytes();
                });
                var proxy = TcpProxy.open(FREE, listener.address())) {
            path.complete(proxy);
            assertSilenceMeans(at(proxy.address()), FailureKind.PATH_FELL_SILENT, Step.AUTHENTICATE);
        }
    }

    private static void refuseTlsAndHearWho(Socket caller) throws IOException {
        caller.getInputStream().readNBytes(Long.BYTES);
        caller.getOutputStream().write('N');
        var in = new DataInputStream(caller.getInputStream());
        in.readNBytes(in.readInt() - Integer.BYTES);
    }

    /// Only what fails again while small packets pass is the packets' fault.
    @Test
    void tellsAMomentsSilenceFromPacketsThatVanish() throws Exception {
        var tls =
                TestCertificate.create(folder, "moody.test", "-1d", 90).server().getSocketFactory();
        var callers = new AtomicInteger();
        try (var listener = new Listener(caller -> {
            caller.getInputStream().readNBytes(Long.BYTES);
            caller.getOutputStream().write('S');
            if (callers.getAndIncrement() > 0) {
                var answering = (SSLSocket) tls.createSocket(caller, null, caller.getPort(), true);
                answering.setUseClientMode(false);
                answering.startHandshake();
            }
            caller.getInputStream().readAllBytes();
        })) {
            var ladder = new Ladder(
                            Clock.systemUTC(),
                            StepTimeouts.each(Duration.ofSeconds(4)).with(Step.TLS, Duration.ofMillis(1500)),
                            Resolver.system())
                    .asking(Scope.PROBE);
            var failure = ladder.climb(at(listener.address()), Deadline.after(Duration.ofSeconds(20)))
                    .failure()
                    .orElseThrow()
                    .failure();
            assertThat(failure.kind()).as(failure.words()).isEqualTo(FailureKind.TLS_UNANSWERED);
        }
    }

    /// Of which the client hears only after the handshake, in TLS 1.3.
    @Test
    @Provokes(value = FailureKind.CLIENT_CERTIFICATE_MISSING, on = SOCKET)
    void namesTheAlertOfAServerThatWantsACertificate() throws Exception {
        var tls = TestCertificate.create(folder, "strict.test", "-1d", 90)
                .server()
                .getSocketFactory();
        try (var listener = new Listener(caller -> {
            caller.getInputStream().readNBytes(Long.BYTES);
            caller.getOutputStream().write('S');
            var strict = (SSLSocket) tls.createSocket(caller, null, caller.getPort(), true);
            strict.setUseClientMode(false);
            strict.setNeedClientAuth(true);
            strict.startHandshake();
        })) {
            var target = at(listener.address()).withSslMode(SslMode.REQUIRE);
            assertFails(target, Step.AUTHENTICATE, FailureKind.CLIENT_CERTIFICATE_MISSING);
        }
    }

    /// The greetings are those of OpenSSH 9.2 and MySQL 8.4.
    @Test
    @Provokes(
            value = {FailureKind.SSH_AT_PORT, FailureKind.MYSQL_AT_PORT, FailureKind.OTHER_PROTOCOL_AT_PORT},
            on = SOCKET)
    void recognisesOthersByTheirGreeting() throws IOException {
        assertGreeting("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n", FailureKind.SSH_AT_PORT);
        assertGreeting("I\0\0\0\n8.4.3\0\13\0\0\0", FailureKind.MYSQL_AT_PORT);
        assertGreeting("220 mail.test ESMTP\r\n", FailureKind.OTHER_PROTOCOL_AT_PORT);
    }

    /// The messages are proper ones up to where the bytes begin.
    @Test
    @Provokes(value = FailureKind.PROTOCOL_VIOLATED, on = SOCKET)
    void namesBytesThatComeAfterAProperBeginning() throws IOException {
        assertOpening(AUTHENTICATION_OK + "HTTP/1.1 502 Bad Gateway\r\n\r\n", FailureKind.PROTOCOL_VIOLATED);
        assertOpening(AUTHENTICATION_OK + READY + "stray bytes of somebody else", FailureKind.PROTOCOL_VIOLATED);
    }

    @Test
    @Provokes(value = FailureKind.NOTICE_BEFORE_LOG_IN, on = SOCKET)
    void namesANoticeThatTheDriverDoesNotExpect() throws IOException {
        assertOpening("N\0\0\0\32SNOTICE\0C00000\0MAhoy\0\0" + AUTHENTICATION_OK, FailureKind.NOTICE_BEFORE_LOG_IN);
    }

    /// The server has asked, and the hashing takes this machine longer than the step may take.
    @Test
    @Provokes(value = FailureKind.MACHINE_TOO_BUSY, on = SOCKET)
    void blamesThisMachineWhenTheServerWaitsForIt() throws IOException {
        try (var listener = new Listener(caller -> {
            var in = new DataInputStream(caller.getInputStream());
            in.readNBytes(in.readInt() - Integer.BYTES);
            caller.getOutputStream().write(message("\0\0\0\12SCRAM-SHA-256\0\0"));
            in.readByte();
            var first = new String(in.readNBytes(in.readInt() - Integer.BYTES), ISO_8859_1);
            var nonce = first.substring(first.indexOf("r=") + 2);
            caller.getOutputStream().write(message("\0\0\0\13r=" + nonce + "more,s=c2FsdHNhbHQ=,i=2000000"));
            in.readAllBytes();
        })) {
            var target = at(listener.address())
                    .withSslMode(SslMode.DISABLE)
                    .withSession(new SessionOptions(null, null, Integer.MAX_VALUE));
            assertFallsSilent(target, FailureKind.MACHINE_TOO_BUSY, Step.AUTHENTICATE);
        }
    }

    private static byte[] message(String body) {
        return ByteBuffer.allocate(1 + Integer.BYTES + body.length())
                .put((byte) 'R')
                .putInt(Integer.BYTES + body.length())
                .put(body.getBytes(ISO_8859_1))
                .array();
    }

    /// As they answer who speaks no version 3, and when they cannot start a process: without asking for TLS, too.
    @Test
    void readsABareText() throws IOException {
        assertOpening(
                "Ecould not fork new process for connection: Cannot allocate memory\n\0",
                FailureKind.SERVER_CANNOT_FORK);
    }

    private static void assertOpening(String answer, FailureKind kind) throws IOException {
        try (var listener = new Listener(caller -> {
            var in = new DataInputStream(caller.getInputStream());
            in.readNBytes(in.readInt() - Integer.BYTES);
            caller.getOutputStream().write(answer.getBytes(ISO_8859_1));
            in.readAllBytes();
        })) {
            assertFails(at(listener.address()).withSslMode(SslMode.DISABLE), kind);
        }
    }

    private static void assertGreeting(String greeting, FailureKind kind) throws IOException {
        try (var listener = new Listener(caller -> {
            caller.getOutputStream().write(greeting.getBytes(ISO_8859_1));
            caller.getInputStream().readAllBytes();
        })) {
            assertFails(at(listener.address()), kind);
        }
    }

    private static ProbeTarget at(InetSocketAddress address) {
        return ProbedCluster.target("127.0.0.1", address.getPort(), "shop", "app");
    }
}
