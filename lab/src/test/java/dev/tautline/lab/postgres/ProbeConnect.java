package dev.tautline.lab.postgres;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;

/// Sends the protocol's SSLRequest and waits for its one-byte answer: the smallest sign of a living server.
final class ProbeConnect {
    // PostgreSQL 18 manual, 54.7: SSLRequest, length 8 and the code 80877103.
    private static final int SSL_REQUEST_CODE = 80_877_103;

    private ProbeConnect() {}

    static int to(InetSocketAddress address, Duration timeout) throws IOException {
        try (var socket = new Socket()) {
            var timeoutMillis = (int) timeout.toMillis();
            socket.connect(address, timeoutMillis);
            socket.setSoTimeout(timeoutMillis);
            socket.getOutputStream()
                    .write(ByteBuffer.allocate(8)
                            .putInt(8)
                            .putInt(SSL_REQUEST_CODE)
                            .array());
            return socket.getInputStream().read();
        }
    }
}
