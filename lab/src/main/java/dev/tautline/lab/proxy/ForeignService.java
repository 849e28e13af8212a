package dev.tautline.lab.proxy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// A web server on the port of a database: it reads what it does not understand, says so and hangs up.
final class ForeignService {
    private static final int REQUEST_BYTES = 512;
    private static final String ANSWER = """
            HTTP/1.1 400 Bad Request\r
            Content-Type: text/plain\r
            Content-Length: 12\r
            Connection: close\r
            \r
            Bad Request
            """;

    private ForeignService() {}

    static void answer(SocketChannel client) throws IOException {
        if (client.read(ByteBuffer.allocate(REQUEST_BYTES)) >= 0) {
            var answer = ByteBuffer.wrap(ANSWER.getBytes(StandardCharsets.US_ASCII));
            while (answer.hasRemaining() && client.write(answer) >= 0) {
                // A short answer: one write usually.
            }
        }
        Sockets.close(client);
    }
}
