package dev.tautline.lab.proxy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Spreads TCP connections over upstreams by the client's address, as HAProxy's `balance source` does: the
/// address as a number modulo the upstreams' count, so that a client always comes to the same one.
/// Thread-safe.
public final class SourcePinningBalancer implements AutoCloseable {
    /// What happens to a client whose upstream refuses.
    public enum Pinning {
        /// The client is reset.
        STRICT,
        /// The client goes to the next upstream that answers, and back as soon as its own does.
        NEXT_WHEN_REFUSED
    }

    private final List<InetSocketAddress> upstreams;
    private final Pinning pinning;
    private final Line line = Line.seeded(0);
    private final Connections connections = new Connections(line, this::dial);
    private final Listener listener;

    private SourcePinningBalancer(InetSocketAddress listen, List<InetSocketAddress> upstreams, Pinning pinning) {
        if (upstreams.isEmpty()) {
            throw new IllegalArgumentException("A balancer needs at least one upstream");
        }
        this.upstreams = new CopyOnWriteArrayList<>(upstreams);
        this.pinning = pinning;
        this.listener = new Listener(listen, connections::serve);
    }

    public static SourcePinningBalancer open(
            InetSocketAddress listen, List<InetSocketAddress> upstreams, Pinning pinning) {
        return new SourcePinningBalancer(listen, upstreams, pinning);
    }

    public InetSocketAddress address() {
        return listener.address();
    }

    /// The index of the upstream to which a client with this address is pinned.
    public int indexFor(InetAddress client) {
        var bytes = ByteBuffer.wrap(client.getAddress());
        var sum = 0;
        while (bytes.remaining() >= Integer.BYTES) {
            sum ^= bytes.getInt();
        }
        return Integer.remainderUnsigned(sum, upstreams.size());
    }

    /// Replaces one upstream for new connections; existing ones stay.
    public void retarget(int index, InetSocketAddress upstream) {
        upstreams.set(index, upstream);
    }

    public Traffic traffic() {
        return new Traffic(
                connections.accepted(),
                connections.openCount(),
                line.toUpstreamBytes().sum(),
                line.toClientBytes().sum());
    }

    /// Stops listening and resets all connections.
    @Override
    public void close() {
        listener.close();
        connections.abort();
    }

    private SocketChannel dial(InetSocketAddress client) throws IOException {
        var first = indexFor(client.getAddress());
        var attempts = pinning == Pinning.STRICT ? 1 : upstreams.size();
        var refusal = new ConnectException("No upstream was tried");
        for (var attempt = 0; attempt < attempts; attempt++) {
            try {
                return Connection.dial(upstreams.get((first + attempt) % upstreams.size()));
            } catch (ConnectException refused) {
                refusal = refused;
            }
        }
        throw refusal;
    }
}
