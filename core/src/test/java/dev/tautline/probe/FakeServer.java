package dev.tautline.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Listens on loopback and does to each caller what the test wants. Closing it closes every caller, too.
final class FakeServer implements AutoCloseable {
    interface Behaviour {
        void serve(Socket caller) throws IOException, InterruptedException;
    }

    private static final int TLS_REQUEST = 8;

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    private final List<Socket> callers = new CopyOnWriteArrayList<>();

    FakeServer(Behaviour behaviour) throws IOException {
        Thread.ofVirtual().name("fake-server").start(() -> accept(behaviour));
    }

    int port() {
        return listener.getLocalPort();
    }

    int connections() {
        return callers.size();
    }

    private void accept(Behaviour behaviour) {
        try {
            while (true) {
                var caller = listener.accept();
                callers.add(caller);
                Thread.ofVirtual().start(() -> serve(behaviour, caller));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static void serve(Behaviour behaviour, Socket caller) {
        try {
            behaviour.serve(caller);
        } catch (IOException callerLeft) {
            // As callers do.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Says nothing until the caller leaves.
    static void silence(Socket caller) throws IOException {
        caller.getInputStream().transferTo(ByteArrayOutputStream.nullOutputStream());
    }

    static Behaviour saying(String words) {
        return caller -> {
            send(caller, words.getBytes(StandardCharsets.ISO_8859_1));
            silence(caller);
        };
    }

    /// Refuses TLS, reads the start-up message, answers with an ErrorResponse.
    static Behaviour refusing(Map<Character, String> fields) {
        return caller -> {
            answerTlsRequestAndStartup(caller);
            send(caller, error(fields));
        };
    }

    /// The request for TLS is told from a start-up message by its length.
    static void answerTlsRequestAndStartup(Socket caller) throws IOException {
        if (readMessage(caller.getInputStream()) == TLS_REQUEST) {
            send(caller, new byte[] {'N'});
            readMessage(caller.getInputStream());
        }
    }

    private static int readMessage(InputStream in) throws IOException {
        int length = ByteBuffer.wrap(in.readNBytes(Integer.BYTES)).getInt();
        in.readNBytes(length - Integer.BYTES);
        return length;
    }

    static void send(Socket caller, byte[] bytes) throws IOException {
        caller.getOutputStream().write(bytes);
        caller.getOutputStream().flush();
    }

    static byte[] error(Map<Character, String> fields) {
        var body = new ByteArrayOutputStream();
        fields.forEach((letter, text) -> body.writeBytes((letter + text + "\0").getBytes(StandardCharsets.UTF_8)));
        body.write(0);
        return ByteBuffer.allocate(1 + Integer.BYTES + body.size())
                .put((byte) 'E')
                .putInt(Integer.BYTES + body.size())
                .put(body.toByteArray())
                .array();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var caller : callers) {
            caller.close();
        }
    }
}
