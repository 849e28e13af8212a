package dev.tautline.probe.wire;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Follows the frames of what the server sends until the session is open. AuthenticationOk is the border between "who
/// are you" and "may you in"; the driver does not show it, nor what SCRAM costs, nor the key that cancels.
final class AuthenticationWatch extends FilterInputStream {
    private static final int HEADER = 1 + Integer.BYTES;
    private static final int SASL_CONTINUE = 11;
    /// A first message of SCRAM has about 100 bytes; what is longer is not kept.
    private static final int KEPT = 1_000;

    private final LoginExchange exchange;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private boolean done;
    private int seen;
    private int length;

    AuthenticationWatch(InputStream in, LoginExchange exchange) {
        super(in);
        this.exchange = exchange;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0 && !done) {
            follow(b);
        }
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        int got = super.read(bytes, offset, count);
        for (int i = 0; i < got && !done; i++) {
            follow(bytes[offset + i]);
        }
        return got;
    }

    private void follow(int b) {
        if (seen < KEPT) {
            message.write(b);
        }
        seen++;
        if (seen == HEADER) {
            length = ByteBuffer.wrap(message.toByteArray(), 1, Integer.BYTES).getInt();
        }
        if (seen >= HEADER && seen >= 1 + length) {
            endOfMessage(ByteBuffer.wrap(message.toByteArray()));
            message.reset();
            seen = 0;
        }
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
        }
    }
}
