package dev.tautline.probe.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Follows the frames of what the server sends and tells when AuthenticationOk goes by: the border between "who are
/// you" and "may you in". The driver does not show it.
final class AuthenticationWatch extends FilterInputStream {
    private static final int TYPE_AND_LENGTH = 1 + Integer.BYTES;
    private static final int AUTHENTICATION_CODE = TYPE_AND_LENGTH + Integer.BYTES;

    private final Runnable onAuthenticated;
    private boolean done;
    private int type;
    /// Bytes of the current message seen so far, its length once known, and its first four bytes of body.
    private int seen;

    private int length;
    private int code;

    AuthenticationWatch(InputStream in, Runnable onAuthenticated) {
        super(in);
        this.onAuthenticated = onAuthenticated;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            follow(b);
        }
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        int got = super.read(bytes, offset, count);
        for (int i = 0; i < got && !done; i++) {
            follow(bytes[offset + i] & 0xff);
        }
        return got;
    }

    private void follow(int b) {
        if (done) {
            return;
        }
        if (seen == 0) {
            type = b;
            length = 0;
            code = 0;
        } else if (seen < TYPE_AND_LENGTH) {
            length = (length << Byte.SIZE) | b;
        } else if (seen < AUTHENTICATION_CODE) {
            code = (code << Byte.SIZE) | b;
        }
        seen++;
        if (seen == 1 + length && seen >= TYPE_AND_LENGTH) {
            endOfMessage();
        }
    }

    private void endOfMessage() {
        seen = 0;
        if (type == 'R' && code == 0) {
            done = true;
            onAuthenticated.run();
        }
    }
}
