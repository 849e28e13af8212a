package dev.tautline.probe;

import dev.tautline.probe.evidence.Path;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeoutException;

/// The rung CONNECT: an open connection to one address.
///
/// @param details what costs the machine a look at all its interfaces is told, too
record TcpConnection(Socket socket, InetAddress address, boolean details) implements Rung, Closeable {

    /// What the kernel rounds up to the least it grants; a sender fills no more than half of such a window with one
    /// packet (Linux, tcp_bound_to_half_wnd), so that nothing larger than some 600 bytes comes.
    private static final int NARROW = 1_024;

    /// Opens a connection; the kernel's own limit of retries (about two minutes) never shows, the deadline is sooner.
    static TcpConnection open(InetAddress address, int port, boolean details, Deadline deadline)
            throws IOException, TimeoutException {
        return open(new Socket(), address, port, details, deadline);
    }

    /// A connection over which the peer can send only small packets, however large its messages are.
    static TcpConnection openNarrow(InetAddress address, int port, Deadline deadline)
            throws IOException, TimeoutException {
        var socket = new Socket();
        socket.setReceiveBufferSize(NARROW);
        return open(socket, address, port, false, deadline);
    }

    private static TcpConnection open(Socket socket, InetAddress address, int port, boolean details, Deadline deadline)
            throws IOException, TimeoutException {
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(address, port), Math.max(1, (int)
                    deadline.remaining().toMillis()));
            return new TcpConnection(socket, address, details);
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
                new InetSocketAddress(address, socket.getPort()),
                details ? mtu() : 0);
    }

    /// That of the interface which has our address; what the way takes, nobody tells a Java program.
    private int mtu() {
        try {
            var facing = NetworkInterface.getByInetAddress(socket.getLocalAddress());
            return facing == null ? 0 : facing.getMTU();
        } catch (SocketException unknown) {
            return 0;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
