package dev.tautline.lab.proxy;

import dev.tautline.lab.Deadline;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.Consumer;

/// The accept loop of one open server socket. Paused, it accepts no more and fills the queue with
/// connections of its own: Linux drops a SYN for a listener whose accept queue is full
/// (net/ipv4/tcp_input.c, tcp_conn_request), so that a client's connect gets no answer at all, and
/// established connections notice nothing.
final class Accepting {
    private static final Duration PARK_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(5);

    private final ServerSocketChannel server;
    private final Consumer<SocketChannel> onAccept;
    private final QueueFillers fillers;
    private final Thread loop;
    private boolean paused;
    private boolean parked;

    Accepting(ServerSocketChannel server, InetSocketAddress address, Consumer<SocketChannel> onAccept) {
        this.server = server;
        this.onAccept = onAccept;
        this.fillers = new QueueFillers(address);
        this.loop = Thread.ofVirtual().name("accept " + address).start(this::run);
    }

    void pause() {
        setPaused(true);
        // The loop hangs in accept() with one more to take: give it one, else it takes a place out of the
        // full queue later.
        fillers.addOne();
        Deadline.in(PARK_TIMEOUT).await("the accept loop to pause", this::isParked);
        fillers.fill();
    }

    void resume() {
        fillers.close();
        setPaused(false);
    }

    /// Returns when the port is closed: a channel in use is closed by the thread that uses it, a moment later.
    void close() {
        Sockets.close(server);
        resume();
        Deadline.in(PARK_TIMEOUT).await("the accept loop to end", () -> !loop.isAlive());
    }

    private void run() {
        try {
            while (server.isOpen()) {
                acceptOne();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void acceptOne() throws InterruptedException {
        try {
            var client = server.accept();
            parkWhilePaused();
            if (fillers.isOwn(client)) {
                Sockets.close(client);
            } else {
                onAccept.accept(client);
            }
        } catch (IOException closedOrOutOfFiles) {
            // Closed: the loop ends. Too many open files: it must not spin until there are fewer.
            Thread.sleep(RETRY_PAUSE);
        }
    }

    private synchronized void parkWhilePaused() throws InterruptedException {
        while (paused) {
            parked = true;
            wait();
        }
        parked = false;
    }

    private synchronized boolean isParked() {
        return parked;
    }

    private synchronized void setPaused(boolean wanted) {
        paused = wanted;
        notifyAll();
    }
}
