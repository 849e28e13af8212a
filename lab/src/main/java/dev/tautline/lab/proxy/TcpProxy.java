package dev.tautline.lab.proxy;

import dev.tautline.lab.Injection;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Forwards TCP connections to an upstream, byte for byte, until a fault is injected. Faults are switched
/// while connections run, may be combined, and heal when their injection is closed. Thread-safe; runs on
/// virtual threads.
public final class TcpProxy implements AutoCloseable {
    private final Line line;
    private final Connections connections;
    private final Listener listener;
    private volatile List<InetSocketAddress> upstreams;
    private final AtomicInteger dialled = new AtomicInteger();
    private volatile boolean closed;

    private TcpProxy(InetSocketAddress listen, InetSocketAddress upstream, long seed) {
        this.upstreams = List.of(upstream);
        this.line = Line.seeded(seed);
        this.connections = new Connections(line, client -> Connection.dial(nextUpstream()));
        this.listener = new Listener(listen, connections::serve);
    }

    /// Listens on an address of this machine, any 127.x.y.z; port 0 takes a free one.
    public static TcpProxy open(InetSocketAddress listen, InetSocketAddress upstream) {
        return open(listen, upstream, 0);
    }

    /// As [#open(InetSocketAddress,InetSocketAddress)], with the seed of the jitter.
    public static TcpProxy open(InetSocketAddress listen, InetSocketAddress upstream, long seed) {
        return new TcpProxy(listen, upstream, seed);
    }

    public InetSocketAddress address() {
        return listener.address();
    }

    public InetSocketAddress upstream() {
        return upstreams.getFirst();
    }

    /// Sends new connections elsewhere; existing ones stay, unless [#dropConnections] ends them.
    public void retarget(InetSocketAddress newUpstream) {
        upstreams = List.of(newUpstream);
    }

    /// Sends new connections to these in turn, as a load balancer would that does not know who is who.
    public void alternate(List<InetSocketAddress> inTurn) {
        if (inTurn.isEmpty()) {
            throw new IllegalArgumentException("at least one upstream is needed");
        }
        upstreams = List.copyOf(inTurn);
    }

    private InetSocketAddress nextUpstream() {
        var choice = upstreams;
        return choice.get(Math.floorMod(dialled.getAndIncrement(), choice.size()));
    }

    /// Brings a fault into force before it returns; closing the answer heals it.
    public Injection inject(ProxyFault fault) {
        var removal = line.faults().add(fault);
        try {
            applyListening();
        } catch (RuntimeException failure) {
            removal.run();
            throw failure;
        }
        befall(fault);
        return Injection.healedBy(() -> {
            removal.run();
            applyListening();
            if (forgets(fault)) {
                connections.abortForgotten();
            }
        });
    }

    private static boolean forgets(ProxyFault fault) {
        return fault instanceof ProxyFault.ForgetExisting
                || fault instanceof ProxyFault.ForgetIdle
                || fault instanceof ProxyFault.LargeLost;
    }

    /// What a fault does to connections that exist, once, as it comes.
    private void befall(ProxyFault fault) {
        if (fault instanceof ProxyFault.Reset) {
            dropConnections();
        } else if (fault instanceof ProxyFault.ForgetExisting) {
            connections.forget();
        }
    }

    /// Resets all existing connections, on both sides.
    public void dropConnections() {
        connections.abort();
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
        closed = true;
        listener.close();
        connections.abort();
    }

    private synchronized void applyListening() {
        if (!closed) {
            listener.become(line.faults().current().listening());
        }
    }
}
