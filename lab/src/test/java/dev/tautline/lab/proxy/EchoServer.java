package dev.tautline.lab.proxy;

import dev.tautline.lab.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Sends back what it gets, preceded by one byte that names the server, and ends its side when the client
/// has ended its own.
final class EchoServer implements AutoCloseable {
    private final ServerSocket server;
    private final Thread accepting;
    private final int name;
    private final List<Throwable> endings = new CopyOnWriteArrayList<>();

    EchoServer(int name) {
        this.name = name;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        accepting = Thread.ofVirtual().start(this::accept);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    /// The exceptions that connections ended with; empty as long as all ended in order.
    List<Throwable> endings() {
        return endings;
    }

    /// Returns when the port refuses: a socket in use is closed by the thread that uses it, a moment later.
    @Override
    public void close() throws IOException {
        server.close();
        Deadline.in(Client.PATIENCE).await("the accept loop to end", () -> !accepting.isAlive());
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> echo(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void echo(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(name);
            socket.getInputStream().transferTo(socket.getOutputStream());
            socket.shutdownOutput();
        } catch (IOException ending) {
            endings.add(ending);
        }
    }
}
