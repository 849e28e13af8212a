package dev.tautline.probe.wire;

import java.nio.ByteBuffer;

/// The message that asks a server to break off what a session does, sent over a connection of its own (PostgreSQL
/// manual 18, section 54.2.8).
///
/// @param process the session's, as the server or pooler named it
/// @param secret the number that came with it
public record CancelRequest(int process, int secret) {
    private static final int LENGTH = 4 * Integer.BYTES;
    private static final int CODE = 80_877_102;

    public byte[] encode() {
        return ByteBuffer.allocate(LENGTH)
                .putInt(LENGTH)
                .putInt(CODE)
                .putInt(process)
                .putInt(secret)
                .array();
    }

    /// The secret must not get into a log.
    @Override
    public String toString() {
        return "CancelRequest[process=" + process + "]";
    }
}
