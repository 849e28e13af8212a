package dev.tautline.probe;

import dev.tautline.probe.evidence.Authentication;
import dev.tautline.probe.wire.HandedOverSocket;
import dev.tautline.probe.wire.LoginExchange;
import dev.tautline.probe.wire.Peer;
import dev.tautline.probe.wire.ServerMessage;
import dev.tautline.probe.wire.StartupMessage;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// The server's first answer to the start-up message: how it wants to be convinced of who we are.
/// It keeps the whole message as it came, for the driver, which has to read it again.
final class Challenge {
    private final TlsSession tls;
    private final Method method;
    private final byte[] message;
    private final Duration untilAsked;

    /// Authentication requests by their code (PostgreSQL manual 18, section 54.7).
    enum Method {
        NONE(0, "none"),
        KERBEROS(2, "kerberos"),
        PASSWORD(3, "password"),
        MD5(5, "md5"),
        GSS(7, "gss"),
        SSPI(9, "sspi"),
        SCRAM(10, "scram-sha-256"),
        UNKNOWN(-1, "unknown");

        private final int code;
        private final String word;

        Method(int code, String word) {
            this.code = code;
            this.word = word;
        }

        static Method of(int code) {
            return Arrays.stream(values())
                    .filter(m -> m.code == code)
                    .findFirst()
                    .orElse(UNKNOWN);
        }

        boolean needsPassword() {
            return this == PASSWORD || this == MD5 || this == SCRAM;
        }
    }

    /// libpq, too, takes a longer "length" at this point for text of a server that speaks no version 3.
    private static final int LONGEST = 30_000;

    private static final int HEADER = 1 + Integer.BYTES;

    private Challenge(TlsSession tls, Method method, byte[] message, Duration untilAsked) {
        this.tls = tls;
        this.method = method;
        this.message = message;
        this.untilAsked = untilAsked;
    }

    static Challenge ask(TlsSession tls, ProbeTarget target, Peer peer, Deadline deadline)
            throws IOException, StepFailed, TimeoutException {
        long begin = System.nanoTime();
        var hungUp = send(
                new StartupMessage(
                        target.user(), target.database(), target.session().startupParameters()),
                tls);
        var message = answered(hungUp, tls, peer, deadline);
        if (message[0] == 'N') {
            var body = Arrays.copyOfRange(message, HEADER, message.length);
            throw new StepFailed(
                    FailureKind.NOTICE_BEFORE_LOG_IN,
                    ServerMessage.parse(body).sqlState(),
                    ServerMessage.parse(body).words());
        }
        if (message[0] == 'E') {
            var body = Arrays.copyOfRange(message, HEADER, message.length);
            throw new StepFailed(new Symptom.Refused(ServerMessage.parse(body)));
        }
        var untilAsked = Duration.ofNanos(System.nanoTime() - begin);
        return new Challenge(tls, Method.of(ByteBuffer.wrap(message).getInt(HEADER)), message, untilAsked);
    }

    /// Whoever hangs up before our words arrive may have said why, which reading tells.
    private static Optional<SocketException> send(StartupMessage startup, TlsSession tls) throws IOException {
        var out = tls.channel().getOutputStream();
        try {
            out.write(startup.encode());
            out.flush();
            return Optional.empty();
        } catch (SocketException hungUp) {
            return Optional.of(hungUp);
        }
    }

    /// Whoever had answered before behaves in another way than one who never said a word.
    private static byte[] answered(Optional<SocketException> hungUp, TlsSession tls, Peer peer, Deadline deadline)
            throws IOException, StepFailed, TimeoutException {
        int before = peer.heardSoFar().length();
        boolean hadAnswered = before > 0;
        try {
            return answer(hungUp, tls, peer);
        } catch (EOFException | SocketException broken) {
            if (!hadAnswered) {
                throw broken;
            }
            if (deadline.passed() && peer.heardSoFar().length() > before) {
                throw new StepFailed(
                        FailureKind.STEP_TIMED_OUT,
                        "ETIMEDOUT",
                        "an answer to the start-up message began and did not end in time: the way is too slow for a few"
                                + " bytes, or no PostgreSQL answers");
            }
            if (deadline.passed()) {
                throw new FellSilent(
                        FailureKind.LOG_IN_UNANSWERED,
                        "the start-up message is not answered: the server has not said how it wants to be convinced");
            }
            throw new StepFailed(
                    FailureKind.CLOSED_AT_LOG_IN,
                    Errno.of(broken).name(),
                    "the question for TLS was answered, and the connection then closed in place of an answer to the"
                            + " start-up message");
        }
    }

    /// A reset that writing met is not met again by reading: without a word from the peer, it is what happened.
    private static byte[] answer(Optional<SocketException> hungUp, TlsSession tls, Peer peer)
            throws IOException, StepFailed {
        try {
            return read(new DataInputStream(tls.channel().getInputStream()), tls, peer);
        } catch (EOFException silent) {
            if (hungUp.isPresent()) {
                throw hungUp.get();
            }
            throw silent;
        }
    }

    private static byte[] read(DataInputStream in, TlsSession tls, Peer peer) throws IOException, StepFailed {
        int type = in.read();
        if (type < 0) {
            throw new EOFException("the connection was closed in place of an answer to the start-up message");
        }
        peer.hear(type);
        if (type != 'R' && type != 'E' && type != 'N') {
            throw new StepFailed(foreign(type, tls, peer));
        }
        int length = in.readInt();
        if (length < 2 * Integer.BYTES || length >= LONGEST) {
            for (byte one : ByteBuffer.allocate(Integer.BYTES).putInt(length).array()) {
                peer.hear(one & 0xff);
            }
            throw new StepFailed(foreign(type, tls, peer));
        }
        var message = ByteBuffer.allocate(1 + length).put((byte) type).putInt(length);
        in.readFully(message.array(), HEADER, length - Integer.BYTES);
        return message.array();
    }

    private static Symptom foreign(int type, TlsSession tls, Peer peer) throws IOException {
        var opening = tls.encrypted() ? Character.toString(type) : peer.opening();
        return type == 'E'
                ? ForeignProtocol.error(opening.substring(opening.indexOf('E')))
                : new Symptom.Foreign(opening);
    }

    /// How long the server took to ask.
    Duration untilAsked() {
        return untilAsked;
    }

    Method method() {
        return method;
    }

    /// Our channel for the driver to log in on, set back to just before the server's answer.
    HandedOverSocket handOver(LoginExchange exchange) throws IOException {
        return new HandedOverSocket(tls.channel(), message, exchange);
    }

    boolean bindsChannel() {
        return mechanisms().stream().anyMatch(mechanism -> mechanism.endsWith("-PLUS"));
    }

    /// SASL, and not a way of it that everybody can go: OAUTHBEARER (version 18), or SCRAM with channel binding only.
    boolean demandsAnotherMechanism() {
        return method == Method.SCRAM && !mechanisms().contains("SCRAM-SHA-256");
    }

    Authentication evidence(LoginExchange exchange) {
        return new Authentication(
                method.word,
                mechanisms(),
                exchange.iterations(),
                untilAsked,
                method == Method.NONE ? Duration.ZERO : exchange.answering(),
                method == Method.NONE ? Duration.ZERO : exchange.judging());
    }

    /// AuthenticationSASL lists their names, each ended by a zero.
    List<String> mechanisms() {
        if (method != Method.SCRAM) {
            return List.of();
        }
        int begin = HEADER + Integer.BYTES;
        var names = new String(message, begin, message.length - begin, StandardCharsets.ISO_8859_1);
        return Arrays.stream(names.split("\0", -1))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return method.word;
    }
}
