package dev.tautline.provocation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/// A listener on loopback that does to each caller what the test wants. Closing it hangs up on all of them.
final class Listener implements AutoCloseable {
    /// What happens to a caller; it is hung up on afterwards.
    interface Manner {
        void serve(Socket caller) throws IOException, InterruptedException;
    }

    private static final int QUEUE = 50;

    private final ServerSocket listener;
    private final Manner manner;
    private final List<Socket> callers = new CopyOnWriteArrayList<>();

    Listener(Manner manner) throws IOException {
        this(ServerSocketFactory.getDefault(), manner);
    }

    /// One that waits for the first words of each caller, as a TLS server does.
    Listener(ServerSocketFactory sockets) throws IOException {
        this(sockets, caller -> caller.getInputStream().readAllBytes());
    }

    private Listener(ServerSocketFactory sockets, Manner manner) throws IOException {
        this.listener = sockets.createServerSocket(0, QUEUE, InetAddress.ofLiteral("127.0.0.1"));
        this.manner = manner;
        Thread.ofVirtual().name("listener").start(this::accept);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void accept() {
        try {
            while (true) {
                var caller = listener.accept();
                callers.add(caller);
                Thread.ofVirtual().start(() -> serve(caller));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            manner.serve(caller);
        } catch (IOException callerLeft) {
            // As callers do.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var caller : callers) {
            caller.close();
        }
    }
}
