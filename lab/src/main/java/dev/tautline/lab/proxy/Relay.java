package dev.tautline.lab.proxy;

import java.nio.channels.SocketChannel;

/// A client joined to an upstream: two pumps, until both directions have ended or the connection is aborted.
final class Relay {
    private final SocketChannel client;
    private final SocketChannel upstream;
    private final Pump toUpstream;
    private final Pump toClient;
    private final Thread backward;

    Relay(SocketChannel client, SocketChannel upstream, Line line, long connection, Flow flow) {
        this.client = client;
        this.upstream = upstream;
        this.toUpstream = new Pump(
                client,
                upstream,
                line.course(Direction.TO_UPSTREAM, connection, flow),
                line.toUpstreamBytes(),
                this::abort);
        this.toClient = new Pump(
                upstream,
                client,
                line.course(Direction.TO_CLIENT, connection, flow),
                line.toClientBytes(),
                this::abort);
        this.backward = Thread.ofVirtual().unstarted(this::runBackward);
    }

    void run() {
        backward.start();
        try {
            toUpstream.run();
            backward.join();
        } catch (InterruptedException aborted) {
            Thread.currentThread().interrupt();
        } finally {
            Sockets.close(client);
            Sockets.close(upstream);
        }
    }

    /// Resets both sides at once and ends the pumps.
    void abort() {
        Sockets.reset(client);
        Sockets.reset(upstream);
        toUpstream.interrupt();
        toClient.interrupt();
    }

    private void runBackward() {
        try {
            toClient.run();
        } catch (InterruptedException aborted) {
            Thread.currentThread().interrupt();
        }
    }
}
