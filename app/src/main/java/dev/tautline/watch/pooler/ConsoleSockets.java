package dev.tautline.watch.pooler;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/// Connects pgjdbc to the console of PgBouncer; what is sent in the clear passes [FirstStatement]. Public only because
/// the driver makes it by name.
public final class ConsoleSockets extends SocketFactory {
    private final @Nullable InetAddress address;

    /// @param address where to connect whatever the host in the URL stands for, the driver's `socketFactoryArg`; null
    ///     for what it stands for
    public ConsoleSockets(@Nullable String address) {
        this.address = address == null ? null : InetAddress.ofLiteral(address);
    }

    @Override
    public Socket createSocket() {
        return new ConsoleSocket(address);
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

    private static final class ConsoleSocket extends Socket {
        private final @Nullable InetAddress address;

        ConsoleSocket(@Nullable InetAddress address) {
            this.address = address;
        }

        @Override
        public void connect(SocketAddress named, int timeoutMillis) throws IOException {
            super.connect(
                    address == null ? named : new InetSocketAddress(address, ((InetSocketAddress) named).getPort()),
                    timeoutMillis);
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FirstStatement(super.getOutputStream());
        }
    }
}
