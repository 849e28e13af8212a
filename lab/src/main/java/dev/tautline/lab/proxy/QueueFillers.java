package dev.tautline.lab.proxy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Connections to our own listener that take all places of its accept queue and are recognised when they
/// come out of it.
final class QueueFillers {
    /// Loopback handshakes end within the connect call; two that do not end in this time prove that SYNs are
    /// dropped.
    private static final int ANSWER_TIMEOUT_MILLIS = 100;
    private static final int PROOFS = 2;
    private static final int MOST = 5_000;

    private final InetSocketAddress listener;
    private final List<SocketChannel> sockets = new ArrayList<>();
    private final Set<SocketAddress> ownAddresses = ConcurrentHashMap.newKeySet();

    QueueFillers(InetSocketAddress listener) {
        this.listener = listener;
    }

    void fill() {
        var unanswered = 0;
        while (unanswered < PROOFS) {
            if (sockets.size() > MOST) {
                throw new ProxyFailed(
                        "%s still answers with %d connections in its queue".formatted(listener, MOST), null);
            }
            unanswered = addOne() ? 0 : unanswered + 1;
        }
    }

    /// Adds one connection; false when the listener did not answer.
    boolean addOne() {
        try {
            var socket = SocketChannel.open();
            return connect(socket);
        } catch (IOException failure) {
            throw new ProxyFailed("Cannot fill the accept queue of %s: %s".formatted(listener, failure), failure);
        }
    }

    private boolean connect(SocketChannel socket) throws IOException {
        try {
            socket.socket().connect(listener, ANSWER_TIMEOUT_MILLIS);
            ownAddresses.add(socket.getLocalAddress());
            sockets.add(socket);
            return true;
        } catch (SocketTimeoutException unanswered) {
            Sockets.close(socket);
            return false;
        }
    }

    boolean isOwn(SocketChannel accepted) throws IOException {
        return ownAddresses.remove(accepted.getRemoteAddress());
    }

    void close() {
        sockets.forEach(Sockets::close);
        sockets.clear();
    }
}
