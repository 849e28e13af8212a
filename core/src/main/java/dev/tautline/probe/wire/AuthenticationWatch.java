package dev.tautline.probe.wire;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Follows the frames of what the server sends. Until the session is open it reads them: AuthenticationOk is the border
/// between "who are you" and "may you in"; the driver does not show it, nor what SCRAM costs, nor the key that cancels.
/// After that it only looks whether they are frames at all: the driver would take other bytes for the length of a
/// message, and wait for its end.
final class AuthenticationWatch extends FilterInputStream {
    private static final int HEADER = 1 + Integer.BYTES;
    private static final int SASL_CONTINUE = 11;
    private static final int SASL_FINAL = 12;
    /// A first message of SCRAM has about 100 bytes; what is longer is not kept.
    private static final int KEPT = 1_000;
    /// Letters of messages that servers send (PostgreSQL manual 18, section 54.7).
    private static final String LETTERS = "123ACDEGHIKNRSTVWZcdnstv";
    /// Longer than any message: palloc ends below 1 GB (memutils.h, MaxAllocSize).
    private static final int TOO_LONG = 0x3fff_ffff;

    private final LoginExchange exchange;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private final byte[] header = new byte[HEADER];
    private boolean done;
    private long seen;
    private long length;

    AuthenticationWatch(InputStream in, LoginExchange exchange) {
        super(in);
        this.exchange = exchange;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            follow(new byte[] {(byte) b}, 0, 1);
        }
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        int got = super.read(bytes, offset, count);
        if (got > 0) {
            follow(bytes, offset, offset + got);
        }
        return got;
    }

    private void follow(byte[] bytes, int from, int to) throws NoServerMessage {
        int at = from;
        while (at < to) {
            int part = (int) Math.min(to - at, seen < HEADER ? HEADER - seen : 1 + length - seen);
            keep(bytes, at, part);
            at += part;
            seen += part;
            if (seen == HEADER) {
                length = length(bytes, at, to);
            }
            if (seen >= HEADER && seen == 1 + length) {
                endOfFrame();
            }
        }
    }

    private void keep(byte[] bytes, int at, int count) {
        if (seen < HEADER) {
            System.arraycopy(bytes, at, header, (int) seen, count);
        }
        if (!done && seen < KEPT) {
            message.write(bytes, at, (int) Math.min(count, KEPT - seen));
        }
    }

    /// @throws NoServerMessage with what follows, as far as it is there
    private int length(byte[] bytes, int at, int to) throws NoServerMessage {
        int stated = ByteBuffer.wrap(header).getInt(1);
        if (LETTERS.indexOf((char) header[0]) < 0 || stated < Integer.BYTES || stated >= TOO_LONG) {
            throw new NoServerMessage(new String(header, StandardCharsets.ISO_8859_1)
                    + new String(bytes, at, to - at, StandardCharsets.ISO_8859_1));
        }
        return stated;
    }

    private void endOfFrame() {
        if (!done) {
            endOfMessage(ByteBuffer.wrap(message.toByteArray()));
        }
        message.reset();
        seen = 0;
    }

    /// Letters as in the PostgreSQL manual 18, section 54.7.
    private void endOfMessage(ByteBuffer whole) {
        switch (whole.get(0)) {
            case 'R' -> authentication(whole);
            case 'K' -> key(whole);
            case 'Z' -> done = true;
            default -> {}
        }
    }

    private void key(ByteBuffer whole) {
        if (whole.limit() >= HEADER + 2 * Integer.BYTES) {
            exchange.keyed(whole.getInt(HEADER + Integer.BYTES));
        }
    }

    private void authentication(ByteBuffer whole) {
        if (whole.limit() < HEADER + Integer.BYTES) {
            return;
        }
        int code = whole.getInt(HEADER);
        if (code == 0) {
            exchange.authenticated();
        } else if (code == SASL_CONTINUE) {
            whole.position(HEADER + Integer.BYTES);
            exchange.challenged(StandardCharsets.ISO_8859_1.decode(whole).toString());
        } else if (code == SASL_FINAL) {
            exchange.convinced();
        }
    }
}
