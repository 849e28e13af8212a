package dev.tautline.lab.proxy;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.SocketChannel;

/// The ways to end a socket.
final class Sockets {
    private static final int GOODBYE_BYTES = 1024;

    private Sockets() {}

    /// Sends RST: lingering for zero seconds discards what is unsent and skips the orderly goodbye.
    static void reset(SocketChannel socket) {
        try {
            socket.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException gone) {
            // Closed by the other thread meanwhile.
        }
        close(socket);
    }

    /// Sends FIN, and reads what still comes until the other side ends, too: closing with bytes unread would send RST.
    static void sayGoodbye(SocketChannel socket) throws IOException {
        socket.shutdownOutput();
        var unread = ByteBuffer.allocate(GOODBYE_BYTES);
        while (socket.read(unread.clear()) >= 0) {
            // Nobody wants it.
        }
        close(socket);
    }

    static void close(Channel channel) {
        try {
            channel.close();
        } catch (IOException gone) {
            // The descriptor is released all the same.
        }
    }
}
