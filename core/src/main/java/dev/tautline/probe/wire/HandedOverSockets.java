package dev.tautline.probe.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;

/// Gives pgjdbc the connection that the ladder has opened already. Public only because the driver makes it by name.
public final class HandedOverSockets extends SocketFactory {
    /// The driver takes a class name, not an object, so the socket comes with the thread that calls the driver.
    public static final ScopedValue<Socket> SOCKET = ScopedValue.newInstance();

    @Override
    public Socket createSocket() throws IOException {
        if (!SOCKET.isBound()) {
            throw new SocketException("the ladder opens no second connection");
        }
        return SOCKET.get();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket();
    }
}
