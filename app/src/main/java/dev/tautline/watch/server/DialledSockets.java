package dev.tautline.watch.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/// Connects pgjdbc to an address that was given, whatever the host in its URL stands for, so that it still verifies the
/// host's name. Public only because the driver makes it by name.
public final class DialledSockets extends SocketFactory {
    private final InetAddress address;

    /// @param address a literal address, the driver's `socketFactoryArg`
    public DialledSockets(String address) {
        this.address = InetAddress.ofLiteral(address);
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress named, int timeoutMillis) throws IOException {
                super.connect(new InetSocketAddress(address, ((InetSocketAddress) named).getPort()), timeoutMillis);
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unconnectedOnly();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw unconnectedOnly();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unconnectedOnly();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        throw unconnectedOnly();
    }

    private static IOException unconnectedOnly() {
        return new IOException("the driver connects its sockets itself");
    }
}
