package dev.tautline.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a collector gets, over real HTTP; and that one that is silent or away costs nobody an order.
@Tag("lab")
@Timeout(120)
class TelemetryLabTest {
    private static final Duration ARRIVED = Duration.ofSeconds(40);

    private static Collector collector;
    private static HttpServer wayToTheBank;
    private static Shop shop;
    /// The trace that came with each call to the bank, by the call's path.
    private static final Map<String, String> TRACES_AT_THE_BANK = new ConcurrentHashMap<>();

    @BeforeAll
    static void open() throws IOException {
        collector = new Collector();
        wayToTheBank = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        wayToTheBank.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        wayToTheBank.createContext("/", TelemetryLabTest::forward);
        wayToTheBank.start();
        shop = Shop.open(
                "chandlery.telemetry.endpoint=" + collector.url(),
                "chandlery.payment.url=http://127.0.0.1:"
                        + wayToTheBank.getAddress().getPort(),
                "management.tracing.sampling.probability=1.0",
                "management.opentelemetry.tracing.export.schedule-delay=100ms",
                // Longer than any buyer waits: if one had to wait for an export, the test would tell.
                "management.opentelemetry.tracing.export.timeout=60s",
                "management.opentelemetry.tracing.export.otlp.timeout=60s",
                "management.otlp.metrics.export.read-timeout=60s",
                "management.otlp.metrics.export.step=1s");
    }

    @AfterAll
    static void close() {
        collector.answer();
        shop.close();
        collector.close();
        wayToTheBank.stop(0);
    }

    @Test
    void anOrderIsOneTraceFromTheBrowserToTheBank() throws Exception {
        var trace = hex(16);
        var browser = hex(8);
        String order;
        try (var buyer = shop.buyer()) {
            var form = buyer.upToReview("RIG-BOW-06", "card-accepted");
            order = Buyer.location(buyer.send(
                    buyer.form("/checkout/place", form).header("traceparent", "00-" + trace + "-" + browser + "-01")));
            buyer.get(order);
        }
        await(
                "the spans of an order",
                () -> named(trace, "http post /checkout/place").size() == 1);

        var request = named(trace, "http post /checkout/place").getFirst();
        assertThat(request.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
        assertThat(hex(request.getParentSpanId().toByteArray())).isEqualTo(browser);
        var placing = named(trace, "chandlery.order.place").getFirst();
        assertThat(placing.getParentSpanId()).isEqualTo(request.getSpanId());
        assertThat(attribute(placing, "outcome")).isEqualTo("Placed");
        assertThat(named(trace, "chandlery.connection.wait")).anySatisfy(wait -> {
            assertThat(wait.getParentSpanId()).isEqualTo(placing.getSpanId());
            assertThat(attribute(wait, "line")).isEqualTo("buy");
            assertThat(attribute(wait, "lane")).isEqualTo("BUY");
        });
        var paying = named(trace, "payment authorise").getFirst();
        assertThat(paying.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
        assertThat(paying.getParentSpanId()).isEqualTo(request.getSpanId());
        var payment = shop.text("SELECT p.id::text FROM payments p JOIN orders o ON o.id = p.order_id WHERE o.token = '"
                + order.substring("/orders/".length()) + "'");
        assertThat(TRACES_AT_THE_BANK.get("/payments/" + payment + "/capture")).startsWith("00-" + trace);
        assertThat(TRACES_AT_THE_BANK.get("/payments"))
                .isEqualTo("00-" + trace + "-" + hex(paying.getSpanId().toByteArray()) + "-01");

        await(
                "the span of the order's page",
                () -> collector.spans().stream().anyMatch(span -> span.getName().equals("http get /orders/{token}")));
        assertThat(collector.spans().toString())
                .as("what opens an order, pays it, or names its buyer")
                .doesNotContain(order.substring("/orders/".length()), "card-accepted", "skipper@example.org", payment);
        assertThat(collector.services()).containsExactly("chandlery");
    }

    @Test
    void whatTheDatabaseSaysOfAnOrderThatItRefusesStaysHere() throws Exception {
        // PostgreSQL's answer has the whole row: name, address, token.
        shop.change("ALTER TABLE orders ADD CONSTRAINT not_to_this_pier CHECK (line1 <> 'Pier 7') NOT VALID");
        try (var buyer = shop.buyer()) {
            var form = buyer.upToReview("RIG-BOW-06", "card-accepted");
            assertThat(buyer.post("/checkout/place", form).statusCode()).isEqualTo(500);
        } finally {
            shop.change("ALTER TABLE orders DROP CONSTRAINT not_to_this_pier");
        }

        await("the span of a refused order", () -> refused().count() > 0);
        assertThat(refused()
                        .flatMap(span -> span.getEventsList().stream())
                        .toList()
                        .toString())
                .contains("exception.type", "DataIntegrityViolationException");
        assertThat(collector.spans().toString()).doesNotContain("Pier 7", "skipper@example.org", "Failing row");
    }

    private static Stream<Span> refused() {
        return collector.spans().stream()
                .filter(span -> span.getName().equals("chandlery.order.place"))
                .filter(span -> span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR);
    }

    @Test
    void figuresOfRequestsPoolsAndOrdersArrive() throws Exception {
        try (var buyer = shop.buyer()) {
            buyer.buy("RIG-BOW-08", "card-accepted");
        }

        await(
                "all metrics",
                () -> collector
                        .metricNames()
                        .containsAll(List.of(
                                "http.server.requests",
                                "hikaricp.connections.pending",
                                "chandlery.connection.wait",
                                "chandlery.gate.waiting",
                                "chandlery.order.place",
                                "chandlery.payment.call",
                                "chandlery.intake.depth",
                                "jvm.memory.used")));
        assertThat(shop.management("/actuator/metrics/chandlery.order.place").body())
                .contains("chandlery.order.place");
    }

    @Test
    void aCollectorThatIsSilentOrAwayCostsNobodyAnOrder() throws Exception {
        collector.leaveWaiting();
        try {
            buysThree();
            await("a span or figure that nobody takes", () -> collector.unanswered() > 0);
            buysThree();
            assertThat(collector.unanswered()).as("still without an answer").isPositive();
        } finally {
            collector.answer();
        }

        collector.goAway();
        try {
            buysThree();
        } finally {
            collector.comeBack();
        }

        var before = orderPlacings();
        buysThree();
        await("spans of orders after that", () -> orderPlacings() > before);
    }

    private static void buysThree() throws Exception {
        for (var order = 0; order < 3; order++) {
            try (var buyer = shop.buyer()) {
                var page = buyer.buy("RIG-BOW-10", "card-accepted");
                shop.await(
                        ARRIVED,
                        "SELECT count(*) FROM orders WHERE state = 'CONFIRMED' AND token = '"
                                + page.substring("/orders/".length()) + "'",
                        1);
            }
        }
    }

    private static long orderPlacings() {
        return collector.spans().stream()
                .filter(span -> span.getName().equals("chandlery.order.place"))
                .count();
    }

    private static List<Span> named(String trace, String name) {
        return collector.spans().stream()
                .filter(span -> hex(span.getTraceId().toByteArray()).equals(trace))
                .filter(span -> span.getName().equals(name))
                .toList();
    }

    private static String attribute(Span span, String key) {
        return span.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals(key))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElseThrow();
    }

    /// As many random bytes in hexadecimal digits; never zero, which is no valid id.
    private static String hex(int bytes) {
        return UUID.randomUUID().toString().replace("-", "").substring(0, bytes * 2);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static void forward(HttpExchange call) throws IOException {
        var path = call.getRequestURI().toString();
        TRACES_AT_THE_BANK.put(
                path, Objects.requireNonNullElse(call.getRequestHeaders().getFirst("traceparent"), ""));
        try (call;
                var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(shop.simulator().url() + path))
                    .header("Content-Type", "application/json")
                    .method(
                            call.getRequestMethod(),
                            HttpRequest.BodyPublishers.ofByteArray(
                                    call.getRequestBody().readAllBytes()));
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            call.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            call.getResponseBody().write(answer.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(String what, Callable<Boolean> holds) throws Exception {
        var deadline = System.nanoTime() + ARRIVED.toNanos();
        while (!holds.call()) {
            assertThat(System.nanoTime())
                    .as(
                            "waited for %s; spans %s, metrics %s",
                            what,
                            collector.spans().stream()
                                    .map(Span::getName)
                                    .distinct()
                                    .toList(),
                            collector.metricNames())
                    .isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
