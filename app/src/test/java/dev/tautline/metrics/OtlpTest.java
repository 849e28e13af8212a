package dev.tautline.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tautline.config.MetricsConfig;
import dev.tautline.config.MetricsConfig.Collector;
import dev.tautline.dashboard.Ticks;
import dev.tautline.settings.Secret;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A collector of our own takes what the guard pushes.
@Timeout(60)
class OtlpTest {
    private final BlockingQueue<Pushed> pushed = new LinkedBlockingQueue<>();
    private HttpServer collector;

    private record Pushed(String authorization, ExportMetricsServiceRequest request) {}

    @BeforeEach
    void listen() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        collector.createContext("/v1/metrics", exchange -> {
            var body = exchange.getRequestBody().readAllBytes();
            var authorization = exchange.getRequestHeaders().getFirst("Authorization");
            pushed.add(new Pushed(authorization, ExportMetricsServiceRequest.parseFrom(body)));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void stop() {
        collector.stop(0);
    }

    @Test
    void pushesConnectionsAsTheConventionsNameThem() throws InterruptedException {
        var url = URI.create("http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/metrics");
        var config = new MetricsConfig(
                Optional.of(new Collector(url, Duration.ofSeconds(1), Optional.of(Secret.of("Bearer s3cret")))));
        try (var metrics = Metrics.start(config)) {
            metrics.accept(Ticks.failing(Instant.parse("2024-06-07T10:45:02Z")));

            var took = pushed.poll(40, TimeUnit.SECONDS);
            assertThat(took).as("a push within 40 s").isNotNull();
            assertThat(took.authorization()).isEqualTo("Bearer s3cret");
            var used = points(took.request(), "db.client.connection.count").stream()
                    .filter(point -> point.contains("db.client.connection.state=used"))
                    .toList();
            assertThat(used)
                    .contains("db.client.connection.pool.name=shop db.client.connection.state=used instance=store-2"
                            + " service=store: 1.0");
            assertThat(points(took.request(), "db.client.connection.pending_requests"))
                    .contains("db.client.connection.pool.name=shop instance=store-2 service=store: 14.0");
            assertThat(points(took.request(), "db.client.connection.max")).hasSize(3);
        }
    }

    private static List<String> points(ExportMetricsServiceRequest request, String name) {
        return request.getResourceMetricsList().stream()
                .flatMap(resource -> resource.getScopeMetricsList().stream())
                .flatMap(scope -> scope.getMetricsList().stream())
                .filter(metric -> metric.getName().equals(name))
                .map(Metric::getGauge)
                .flatMap(gauge -> gauge.getDataPointsList().stream())
                .map(point -> String.join(
                                " ",
                                point.getAttributesList().stream()
                                        .map(OtlpTest::words)
                                        .sorted()
                                        .toList())
                        + ": " + point.getAsDouble())
                .toList();
    }

    private static String words(KeyValue attribute) {
        return attribute.getKey() + "=" + attribute.getValue().getStringValue();
    }
}
