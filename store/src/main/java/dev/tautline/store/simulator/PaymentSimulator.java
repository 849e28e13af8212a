package dev.tautline.store.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/// The simulator as a server on loopback. Closing ends calls that are being kept waiting, too.
public final class PaymentSimulator implements AutoCloseable {
    private static final int LONGEST_BODY = 4096;
    // Longer than any client of ours waits.
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    private final JsonMapper json = JsonMapper.builder().build();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final PaymentApi api;
    private final Optional<Webhooks> webhooks;
    private final HttpServer server;

    private PaymentSimulator(int port, Duration delay, InstantSource clock, Optional<Webhooks> webhooks)
            throws IOException {
        this.webhooks = webhooks;
        var ledger = new Ledger(clock, entry -> webhooks.ifPresent(shop -> shop.send(entry, Duration.ZERO)));
        this.api = new PaymentApi(new Bank(ledger), ledger, json, delay, webhooks);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 128);
        server.setExecutor(workers);
        server.createContext("/", this::handle);
    }

    /// @param port 0 chooses a free one
    /// @param delay added to every answer
    /// @param webhooks tells the shop what happened, when it wants to be told
    static PaymentSimulator start(int port, Duration delay, InstantSource clock, Optional<Webhooks> webhooks)
            throws IOException {
        var simulator = new PaymentSimulator(port, delay, clock, webhooks);
        simulator.server.start();
        return simulator;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        webhooks.ifPresent(Webhooks::close);
        workers.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
            var uri = exchange.getRequestURI();
            var query = uri.getQuery() == null ? "" : uri.getQuery();
            var reply = body.length > LONGEST_BODY
                    ? Reply.problem(413, "a body has at most %d bytes".formatted(LONGEST_BODY))
                    : api.answer(
                            exchange.getRequestMethod(),
                            uri.getPath(),
                            query,
                            new String(body, StandardCharsets.UTF_8));
            send(exchange, reply);
        }
    }

    private void send(HttpExchange exchange, Reply reply) throws IOException {
        if (reply.status() == 0) {
            keepSilent();
            return;
        }
        var bytes = json.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @SuppressWarnings("ReturnValueIgnored") // Either way the silence is over.
    private void keepSilent() {
        try {
            closing.await(LONGEST_SILENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
