package dev.tautline.provocation;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/// A name server on loopback that knows no name: it says so, says that it failed, or says nothing.
final class NameServer implements AutoCloseable {
    /// Response codes (RFC 1035, 4.1.1).
    enum Manner {
        NO_SUCH_NAME(3),
        FAILS(2),
        SILENT(-1);

        private final int code;

        Manner(int code) {
            this.code = code;
        }
    }

    private static final int LONGEST = 512;
    /// A response, to a question that wished for recursion, with recursion available.
    private static final int FLAGS = 0x8180;

    private static final int FLAGS_AT = 2;

    private final DatagramSocket socket;
    private volatile Manner manner = Manner.NO_SUCH_NAME;

    NameServer(int port) throws IOException {
        socket = new DatagramSocket(port, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofPlatform().daemon().name("name-server").start(this::serve);
    }

    void become(Manner changed) {
        manner = changed;
    }

    private void serve() {
        var packet = new DatagramPacket(new byte[LONGEST], LONGEST);
        try {
            while (true) {
                packet.setLength(LONGEST);
                socket.receive(packet);
                if (manner != Manner.SILENT) {
                    ByteBuffer.wrap(packet.getData()).putShort(FLAGS_AT, (short) (FLAGS | manner.code));
                    socket.send(packet);
                }
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
