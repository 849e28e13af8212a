package dev.tautline.store;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Receives OTLP over HTTP and reads it with OpenTelemetry's own classes. It can leave everybody without an answer, and
/// go away.
final class Collector implements AutoCloseable {
    private final Queue<ExportTraceServiceRequest> traces = new ConcurrentLinkedQueue<>();
    private final Queue<ExportMetricsServiceRequest> metrics = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile CountDownLatch answers = new CountDownLatch(0);
    private HttpServer server;

    Collector() throws IOException {
        this.server = listen(0);
    }

    private HttpServer listen(int port) throws IOException {
        var listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        listening.setExecutor(threads);
        listening.createContext(
                "/v1/traces", call -> take(call, body -> traces.add(ExportTraceServiceRequest.parseFrom(body))));
        listening.createContext(
                "/v1/metrics", call -> take(call, body -> metrics.add(ExportMetricsServiceRequest.parseFrom(body))));
        listening.start();
        return listening;
    }

    private interface Reader {
        void read(byte[] body) throws InvalidProtocolBufferException;
    }

    private void take(HttpExchange call, Reader reader) throws IOException {
        try (call) {
            var body = call.getRequestBody().readAllBytes();
            unanswered.incrementAndGet();
            answers.await();
            reader.read(body);
            call.sendResponseHeaders(200, -1);
            unanswered.decrementAndGet();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Span> spans() {
        return traces.stream()
                .flatMap(request -> request.getResourceSpansList().stream())
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }

    /// Names of all metrics that arrived.
    List<String> metricNames() {
        return metrics.stream()
                .flatMap(request -> request.getResourceMetricsList().stream())
                .flatMap(resource -> resource.getScopeMetricsList().stream())
                .flatMap(scope -> scope.getMetricsList().stream())
                .map(metric -> metric.getName())
                .distinct()
                .toList();
    }

    /// Who says to have sent it all.
    List<String> services() {
        return java.util.stream.Stream.concat(
                        traces.stream()
                                .flatMap(request -> request.getResourceSpansList().stream())
                                .map(resource -> resource.getResource()),
                        metrics.stream()
                                .flatMap(request -> request.getResourceMetricsList().stream())
                                .map(resource -> resource.getResource()))
                .flatMap(resource -> resource.getAttributesList().stream())
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(attribute -> attribute.getValue().getStringValue())
                .distinct()
                .toList();
    }

    void leaveWaiting() {
        answers = new CountDownLatch(1);
    }

    int unanswered() {
        return unanswered.get();
    }

    void answer() {
        answers.countDown();
    }

    void goAway() {
        server.stop(0);
    }

    void comeBack() throws IOException {
        server = listen(server.getAddress().getPort());
    }

    @Override
    public void close() {
        answer();
        server.stop(0);
        threads.shutdownNow();
    }
}
