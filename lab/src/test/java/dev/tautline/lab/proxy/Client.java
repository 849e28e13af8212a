package dev.tautline.lab.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/// A test's blocking client; every wait ends after its timeout.
final class Client implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Socket socket = new Socket();

    private Client(InetAddress source, InetSocketAddress address, Duration timeout) throws IOException {
        socket.bind(new InetSocketAddress(source, 0));
        socket.setTcpNoDelay(true);
        try {
            socket.connect(address, (int) timeout.toMillis());
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
        socket.setSoTimeout((int) PATIENCE.toMillis());
    }

    static Client to(InetSocketAddress address) throws IOException {
        return new Client(InetAddress.getLoopbackAddress(), address, PATIENCE);
    }

    static Client to(InetSocketAddress address, Duration timeout) throws IOException {
        return new Client(InetAddress.getLoopbackAddress(), address, timeout);
    }

    static Client from(InetAddress source, InetSocketAddress address) throws IOException {
        return new Client(source, address, PATIENCE);
    }

    Client patience(Duration timeout) throws IOException {
        socket.setSoTimeout((int) timeout.toMillis());
        return this;
    }

    void send(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    int read() throws IOException {
        return socket.getInputStream().read();
    }

    byte[] read(int count) throws IOException {
        return socket.getInputStream().readNBytes(count);
    }

    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
