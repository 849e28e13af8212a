package dev.tautline.probe;

import dev.tautline.probe.evidence.Path;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeoutException;

/// The rung CONNECT: an open connection to one address.
record TcpConnection(Socket socket, InetAddress address) implements Rung, Closeable {

    /// Opens a connection; the kernel's own limit of retries (about two minutes) never shows, the deadline is sooner.
    static TcpConnection open(InetAddress address, int port, Deadline deadline) throws IOException, TimeoutException {
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(address, port), Math.max(1, (int)
                    deadline.remaining().toMillis()));
            return new TcpConnection(socket, address);
        } catch (SocketTimeoutException e) {
            socket.close();
            throw new TimeoutException(e.getMessage());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public Path evidence() {
        return new Path(
                new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort()),
                new InetSocketAddress(address, socket.getPort()));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
