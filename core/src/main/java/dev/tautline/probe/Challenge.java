package dev.tautline.probe;

import dev.tautline.probe.evidence.Authentication;
import dev.tautline.probe.wire.HandedOverSocket;
import dev.tautline.probe.wire.Peer;
import dev.tautline.probe.wire.ServerMessage;
import dev.tautline.probe.wire.StartupMessage;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// The server's first answer to the start-up message: how it wants to be convinced of who we are.
/// It keeps the whole message as it came, for the driver, which has to read it again.
final class Challenge {
    private final TlsSession tls;
    private final Method method;
    private final byte[] message;

    /// Authentication requests by their code (PostgreSQL manual 18, section 54.7).
    enum Method {
        TRUST(0),
        KERBEROS(2),
        PASSWORD(3),
        MD5(5),
        GSS(7),
        SSPI(9),
        SCRAM(10),
        UNKNOWN(-1);

        private final int code;

        Method(int code) {
            this.code = code;
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

    private Challenge(TlsSession tls, Method method, byte[] message) {
        this.tls = tls;
        this.method = method;
        this.message = message;
    }

    static Challenge ask(TlsSession tls, ProbeTarget target, Peer peer) throws IOException, StepFailed {
        var out = tls.channel().getOutputStream();
        out.write(new StartupMessage(target.user(), target.database()).encode());
        out.flush();
        var message = read(new DataInputStream(tls.channel().getInputStream()), tls, peer);
        if (message[0] == 'E') {
            var body = Arrays.copyOfRange(message, HEADER, message.length);
            throw new StepFailed(new Symptom.Refused(ServerMessage.parse(body)));
        }
        return new Challenge(tls, Method.of(ByteBuffer.wrap(message).getInt(HEADER)), message);
    }

    private static byte[] read(DataInputStream in, TlsSession tls, Peer peer) throws IOException, StepFailed {
        int type = in.read();
        if (type < 0) {
            throw new EOFException("the connection was closed in place of an answer to the start-up message");
        }
        peer.hear(type);
        int length = type == 'R' || type == 'E' ? in.readInt() : LONGEST;
        if (length < 2 * Integer.BYTES || length >= LONGEST) {
            throw new StepFailed(new Symptom.Foreign(tls.encrypted() ? Character.toString(type) : peer.opening()));
        }
        var message = ByteBuffer.allocate(1 + length).put((byte) type).putInt(length);
        in.readFully(message.array(), HEADER, length - Integer.BYTES);
        return message.array();
    }

    Method method() {
        return method;
    }

    /// Our channel for the driver to log in on, set back to just before the server's answer.
    HandedOverSocket handOver(Runnable onAuthenticated) throws IOException {
        return new HandedOverSocket(tls.channel(), message, onAuthenticated);
    }

    /// What the server asks for, and whether it could bind the password exchange to this TLS channel.
    Authentication evidence() {
        boolean binding = new String(message, StandardCharsets.ISO_8859_1).contains("SCRAM-SHA-256-PLUS");
        return new Authentication(method.name().toLowerCase(Locale.ROOT), binding);
    }
}
