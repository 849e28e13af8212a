package dev.tautline.lab.proxy;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.Channel;
import java.nio.channels.SocketChannel;

/// The two ways to end a socket. Neither throws: what cannot be ended is ended already.
final class Sockets {
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

    static void close(Channel channel) {
        try {
            channel.close();
        } catch (IOException gone) {
            // The descriptor is released all the same.
        }
    }
}
