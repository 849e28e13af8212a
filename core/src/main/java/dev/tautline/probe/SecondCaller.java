package dev.tautline.probe;

import dev.tautline.probe.wire.Peer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/// Calls once more where a connection fell silent, when that one is closed, and says how it went.
record SecondCaller(InetAddress address, int port) {
    /// What no PostgreSQL answers, and web servers, Redis and others that wait for the end of a line do.
    private static final byte[] WEB_REQUEST = "GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    sealed interface Answer {
        /// There was no connection.
        record NotConnected(Errno errno) implements Answer {}

        /// Accepted, and not a byte.
        record Silence() implements Answer {}

        /// Accepted, and hung up on.
        record HungUp() implements Answer {}

        /// @param opening the first bytes, one per character
        /// @param millis until the first of them, connecting included
        record Words(String opening, long millis) implements Answer {
            /// As PostgreSQL answers the question for TLS.
            boolean isYesOrNo() {
                return opening.equals("S") || opening.equals("N");
            }
        }
    }

    private interface Greeting {
        void of(Peer peer, TcpConnection tcp, Deadline deadline) throws IOException, TimeoutException;
    }

    /// Asks for TLS, as the first word of a PostgreSQL client may be whatever its sslmode.
    Answer askForTls(Deadline deadline) {
        return call(deadline, (peer, tcp, by) -> {
            tcp.socket().getOutputStream().write(TlsNegotiation.SSL_REQUEST);
            peer.answer(by.remaining());
        });
    }

    /// Speaks as a web client does.
    Answer askForPage(Deadline deadline) {
        return call(deadline, (peer, tcp, _) -> {
            tcp.socket().getOutputStream().write(WEB_REQUEST);
            int first = tcp.socket().getInputStream().read();
            if (first >= 0) {
                peer.hear(first);
            }
        });
    }

    /// Begins a TLS handshake without asking, as one does with whoever speaks nothing else.
    Answer greetWithTls(String host, Deadline deadline) {
        return call(deadline, (peer, tcp, _) -> {
            tcp.socket().getOutputStream().write(clientHello(host));
            int first = tcp.socket().getInputStream().read();
            if (first >= 0) {
                peer.hear(first);
            }
        });
    }

    private byte[] clientHello(String host) throws IOException {
        try {
            var engine = SSLContext.getDefault().createSSLEngine(host, port);
            engine.setUseClientMode(true);
            var record = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
            engine.wrap(ByteBuffer.allocate(0), record);
            return Arrays.copyOf(record.array(), record.position());
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }

    private Answer call(Deadline deadline, Greeting greeting) {
        long begin = System.nanoTime();
        try (var tcp = TcpConnection.open(address, port, false, deadline)) {
            return greet(tcp, deadline, greeting, begin);
        } catch (TimeoutException silent) {
            return new Answer.NotConnected(Errno.ETIMEDOUT);
        } catch (IOException refused) {
            return new Answer.NotConnected(Errno.of(refused));
        }
    }

    private static Answer greet(TcpConnection tcp, Deadline deadline, Greeting greeting, long begin)
            throws IOException {
        var peer = new Peer(tcp.socket());
        try (var _ = new Alarm(deadline, tcp)) {
            greeting.of(peer, tcp, deadline);
        } catch (IOException | TimeoutException broken) {
            if (!peer.heard()) {
                return deadline.passed() ? new Answer.Silence() : new Answer.HungUp();
            }
        }
        long millis = (System.nanoTime() - begin) / 1_000_000;
        return peer.heard() ? new Answer.Words(opening(peer), millis) : new Answer.HungUp();
    }

    private static String opening(Peer peer) {
        try {
            return peer.opening();
        } catch (IOException broken) {
            return peer.heardSoFar();
        }
    }
}
