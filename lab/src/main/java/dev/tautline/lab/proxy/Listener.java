package dev.tautline.lab.proxy;

import dev.tautline.lab.Deadline;
import dev.tautline.lab.net.FreePorts;
import dev.tautline.lab.proxy.Conditions.Listening;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A listening address that can be open, silent (its accept queue full, so that the kernel drops SYNs) or
/// closed, and open again on the same port.
final class Listener implements AutoCloseable {
    /// Small enough to be filled in milliseconds, large enough for a burst of pools that fill up.
    private static final int BACKLOG = 128;
    private static final int PORT_ATTEMPTS = 5;
    private static final Duration REOPEN_TIMEOUT = Duration.ofSeconds(10);

    private final InetSocketAddress address;
    private final Consumer<SocketChannel> onAccept;
    private @Nullable Accepting accepting;
    private Listening state = Listening.OPEN;

    Listener(InetSocketAddress requested, Consumer<SocketChannel> onAccept) {
        this.onAccept = onAccept;
        var server = bindFirst(requested);
        this.address =
                new InetSocketAddress(requested.getAddress(), server.socket().getLocalPort());
        this.accepting = new Accepting(server, address, onAccept);
    }

    InetSocketAddress address() {
        return address;
    }

    synchronized void become(Listening wanted) {
        if (wanted == state) {
            return;
        }
        switch (wanted) {
            case OPEN -> opened().resume();
            case SILENT -> opened().pause();
            case CLOSED -> shut();
        }
        state = wanted;
    }

    @Override
    public synchronized void close() {
        shut();
        state = Listening.CLOSED;
    }

    private void shut() {
        if (accepting != null) {
            accepting.close();
            accepting = null;
        }
    }

    private Accepting opened() {
        var current = accepting;
        if (current == null) {
            current = new Accepting(reopen(), address, onAccept);
            accepting = current;
        }
        return current;
    }

    private ServerSocketChannel reopen() {
        var opened = new AtomicReference<@Nullable ServerSocketChannel>();
        Deadline.in(REOPEN_TIMEOUT).await("%s to be free again".formatted(address), () -> {
            try {
                opened.set(bind(address));
                return true;
            } catch (IOException taken) {
                return false;
            }
        });
        return Objects.requireNonNull(opened.get());
    }

    private static ServerSocketChannel bindFirst(InetSocketAddress requested) {
        if (requested.getPort() != 0) {
            try {
                return bind(requested);
            } catch (IOException taken) {
                throw new ProxyFailed("Cannot listen on %s: %s".formatted(requested, taken.getMessage()), taken);
            }
        }
        return bindFree(requested);
    }

    private static ServerSocketChannel bindFree(InetSocketAddress requested) {
        var ports = new FreePorts(new Random());
        for (var attempt = 1; true; attempt++) {
            try {
                return bind(new InetSocketAddress(requested.getAddress(), ports.next(requested.getAddress())));
            } catch (IOException taken) {
                if (attempt == PORT_ATTEMPTS) {
                    throw new ProxyFailed("Cannot listen on %s: %s".formatted(requested, taken.getMessage()), taken);
                }
            }
        }
    }

    private static ServerSocketChannel bind(InetSocketAddress address) throws IOException {
        var server = ServerSocketChannel.open();
        try {
            return server.bind(address, BACKLOG);
        } catch (IOException failure) {
            Sockets.close(server);
            throw failure;
        }
    }
}
