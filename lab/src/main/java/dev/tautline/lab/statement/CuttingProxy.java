package dev.tautline.lab.statement;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Stands before a PostgreSQL server and knows its messages well enough to cut a connection at a chosen one (PostgreSQL
/// 18, 54.7 "Message Formats"). Without an armed cut it only forwards. No TLS. Thread-safe.
public final class CuttingProxy implements AutoCloseable {
    private static final int LONGEST_MESSAGE = 64 * 1024 * 1024;
    private static final int SYNC = 'S';
    private static final int SIMPLE_QUERY = 'Q';
    private static final int READY_FOR_QUERY = 'Z';
    private static final int COMMAND_COMPLETE = 'C';
    private static final byte[] COMMIT = "COMMIT\0".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket listener;
    private final InetSocketAddress upstream;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Armed> armed = new AtomicReference<>();
    private final Map<Cut, AtomicInteger> made = new EnumMap<>(Cut.class);

    private record Armed(Cut cut, AtomicInteger left) {}

    /// Both ends of one connection.
    private record Pair(Socket client, Socket server) {
        /// With a reset, as when a machine dies: no orderly end that would tell anything.
        void abort() {
            for (var socket : new Socket[] {client, server}) {
                try {
                    socket.setSoLinger(true, 0);
                    socket.close();
                } catch (IOException gone) {
                    // It is closed already.
                }
            }
        }
    }

    private static final class CutHere extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private CuttingProxy(ServerSocket listener, InetSocketAddress upstream) {
        this.listener = listener;
        this.upstream = upstream;
        for (var cut : Cut.values()) {
            made.put(cut, new AtomicInteger());
        }
    }

    public static CuttingProxy before(InetSocketAddress upstream) {
        try {
            var proxy = new CuttingProxy(new ServerSocket(0, 128, InetAddress.getLoopbackAddress()), upstream);
            proxy.threads.execute(proxy::accept);
            return proxy;
        } catch (IOException failed) {
            throw new CuttingFailed("cannot listen on loopback", failed);
        }
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    /// The n-th place of this kind from now on, over all connections, is cut; n = 1 is the next one. Replaces what was
    /// armed and has not happened.
    public void arm(Cut cut, int n) {
        armed.set(new Armed(cut, new AtomicInteger(n)));
    }

    public int made(Cut cut) {
        var count = made.get(cut);
        return count == null ? 0 : count.get();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException failed) {
            throw new CuttingFailed("cannot stop listening", failed);
        }
        pairs.forEach(Pair::abort);
        threads.close();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try {
            var server = new Socket();
            server.connect(upstream, 2000);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            var pair = new Pair(client, server);
            pairs.add(pair);
            threads.execute(() -> pump(pair, client, server, true));
            pump(pair, server, client, false);
        } catch (IOException unreachable) {
            try {
                client.close();
            } catch (IOException gone) {
                // Nobody is left to be told.
            }
        }
    }

    private void pump(Pair pair, Socket from, Socket to, boolean toServer) {
        try {
            var in = new DataInputStream(new BufferedInputStream(from.getInputStream()));
            var out = new DataOutputStream(new BufferedOutputStream(to.getOutputStream()));
            if (toServer) {
                // The first message of a connection has no type: length, version, parameters.
                forward(in, out, in.readInt());
            }
            while (true) {
                message(in, out, toServer);
                if (in.available() == 0) {
                    out.flush();
                }
            }
        } catch (IOException ended) {
            pair.abort();
            pairs.remove(pair);
        }
    }

    private void message(DataInputStream in, DataOutputStream out, boolean toServer) throws IOException {
        var type = in.readUnsignedByte();
        var length = in.readInt();
        if (toServer) {
            if (type == SYNC || type == SIMPLE_QUERY) {
                cutIf(Cut.BEFORE_STATEMENT);
            }
            out.writeByte(type);
            forward(in, out, length);
            return;
        }
        if (type == READY_FOR_QUERY) {
            cutIf(Cut.AFTER_STATEMENT);
        }
        var body = body(in, length);
        if (type == COMMAND_COMPLETE && java.util.Arrays.equals(body, COMMIT)) {
            cutIf(Cut.COMMIT_ANSWER);
        }
        out.writeByte(type);
        out.writeInt(length);
        out.write(body);
    }

    private void cutIf(Cut here) throws CutHere {
        var waiting = armed.get();
        if (waiting != null
                && waiting.cut() == here
                && waiting.left().decrementAndGet() <= 0
                && armed.compareAndSet(waiting, null)) {
            var count = made.get(here);
            if (count != null) {
                count.incrementAndGet();
            }
            throw new CutHere();
        }
    }

    private static void forward(DataInputStream in, DataOutputStream out, int length) throws IOException {
        out.writeInt(length);
        out.write(body(in, length));
        out.flush();
    }

    private static byte[] body(DataInputStream in, int length) throws IOException {
        if (length < 4 || length > LONGEST_MESSAGE) {
            throw new IOException("a message of %d bytes".formatted(length));
        }
        return in.readNBytes(length - 4);
    }
}
