package dev.tautline.provocation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;

/// Agrees to TLS and answers the client's first message with as many bytes as a chain of certificates has, in the
/// namespace at the other end of a line that takes less than either end believes. A program of its own, because a
/// process is in one namespace; [NamespaceTest] ends it.
final class FarEnd {
    static final String ADDRESS = "10.77.0.2";
    static final int PORT = 5432;
    private static final int QUEUE = 9;
    private static final int CHAIN = 4_000;
    /// A TLS record of type handshake, version 1.2 (RFC 8446, 5.1).
    private static final byte[] RECORD = {22, 3, 3};

    private FarEnd() {}

    public static void main(String[] args) throws IOException {
        try (var listener = new ServerSocket(PORT, QUEUE, InetAddress.ofLiteral(ADDRESS))) {
            while (true) {
                var caller = listener.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            }
        }
    }

    private static void serve(Socket caller) {
        try (caller) {
            var in = caller.getInputStream();
            in.readNBytes(Long.BYTES);
            caller.getOutputStream().write('S');
            in.read(new byte[CHAIN]);
            caller.getOutputStream()
                    .write(ByteBuffer.allocate(RECORD.length + Short.BYTES + CHAIN)
                            .put(RECORD)
                            .putShort((short) CHAIN)
                            .array());
            in.readAllBytes();
        } catch (IOException callerLeft) {
            // As callers do.
        }
    }
}
