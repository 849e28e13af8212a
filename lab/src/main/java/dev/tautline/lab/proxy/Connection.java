package dev.tautline.lab.proxy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One accepted client, from admission to its end. Aborting it works at any stage.
final class Connection {
    /// Opens the way on for a client: tried in order until one answers.
    @FunctionalInterface
    interface Dialler {
        SocketChannel dial(InetSocketAddress client) throws IOException;
    }

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final SocketChannel client;
    private final Line line;
    private final long number;
    private final Dialler dialler;
    private final Flow flow;
    private @Nullable Relay relay;
    private boolean aborted;

    Connection(SocketChannel client, Line line, long number, Dialler dialler) {
        this.client = client;
        this.line = line;
        this.number = number;
        this.dialler = dialler;
        this.flow = new Flow(line.faults());
    }

    /// Runs until the connection has ended. A client whose upstream cannot be reached is reset.
    void run() {
        try {
            line.faults().awaitAdmission();
            admit();
        } catch (IOException unreachable) {
            Sockets.reset(client);
        } catch (InterruptedException closing) {
            Sockets.reset(client);
            Thread.currentThread().interrupt();
        }
    }

    private void admit() throws IOException {
        switch (line.faults().current().admission()) {
            case RESET -> Sockets.reset(client);
            case CLOSE -> Sockets.sayGoodbye(client);
            case FOREIGN -> ForeignService.answer(client);
            case HOLD, FORWARD -> {
                client.setOption(StandardSocketOptions.TCP_NODELAY, true);
                join(dialler.dial((InetSocketAddress) client.getRemoteAddress()));
            }
        }
    }

    /// What lies between forgets this connection: from now on nothing passes, and nobody is told.
    void forget() {
        flow.forget();
    }

    boolean isForgotten() {
        return flow.isForgotten();
    }

    synchronized void abort() {
        aborted = true;
        if (relay != null) {
            relay.abort();
        } else {
            Sockets.reset(client);
        }
    }

    static SocketChannel dial(InetSocketAddress address) throws IOException {
        var socket = SocketChannel.open();
        try {
            socket.socket().connect(address, (int) CONNECT_TIMEOUT.toMillis());
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            return socket;
        } catch (IOException failure) {
            Sockets.close(socket);
            throw failure;
        }
    }

    private void join(SocketChannel upstream) {
        var joined = new Relay(client, upstream, line, number, flow);
        synchronized (this) {
            if (aborted) {
                Sockets.reset(upstream);
                return;
            }
            relay = joined;
        }
        joined.run();
    }
}
