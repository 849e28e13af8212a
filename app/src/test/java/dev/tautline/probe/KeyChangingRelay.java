package dev.tautline.probe;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What every pooler does and a proxy of bytes does not: it hands out a cancel key of its own. Passes on all
/// else, in the clear only.
final class KeyChangingRelay implements AutoCloseable {
    static final int INVENTED_PROCESS = 2_000_000_000;
    private static final Duration LEAVE = Duration.ofSeconds(10);

    private final InetSocketAddress server;
    private final ServerSocket listener;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Thread accepting;

    KeyChangingRelay(InetSocketAddress server) throws IOException {
        this.server = server;
        this.listener = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        this.accepting = Thread.ofVirtual().name("relay").start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                var client = listener.accept();
                var behind = new Socket(server.getAddress(), server.getPort());
                open.addAll(List.of(client, behind));
                Thread.ofVirtual().start(() -> upwards(client, behind));
                Thread.ofVirtual().start(() -> downwards(behind, client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static void upwards(Socket client, Socket behind) {
        try (client;
                behind) {
            client.getInputStream().transferTo(behind.getOutputStream());
        } catch (IOException eitherLeft) {
            // As they do.
        }
    }

    private static void downwards(Socket behind, Socket client) {
        try (client;
                behind) {
            var in = new DataInputStream(behind.getInputStream());
            while (true) {
                pass(in, client.getOutputStream());
            }
        } catch (IOException eitherLeft) {
            // As they do.
        }
    }

    /// One message; BackendKeyData with the invented process in place of the real one.
    private static void pass(DataInputStream in, OutputStream out) throws IOException {
        byte type = in.readByte();
        int length = in.readInt();
        var message = ByteBuffer.allocate(1 + length).put(type).putInt(length);
        in.readFully(message.array(), 1 + Integer.BYTES, length - Integer.BYTES);
        if (type == 'K') {
            message.putInt(INVENTED_PROCESS);
        }
        out.write(message.array());
    }

    /// Returns when nobody is let in any more: a virtual thread inside `accept` may take one more client after the
    /// listener was closed, and the port is open until it has left.
    @Override
    public void close() throws IOException {
        listener.close();
        awaitLeave();
        for (var socket : open) {
            socket.close();
        }
    }

    private void awaitLeave() throws IOException {
        try {
            if (!accepting.join(LEAVE)) {
                throw new IOException("the relay still listens " + LEAVE + " after it was closed");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
