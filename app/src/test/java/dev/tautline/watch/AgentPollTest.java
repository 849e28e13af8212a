package dev.tautline.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tautline.agent.AgentReport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Agents that lie, talk too much, or never end.
@Timeout(60)
class AgentPollTest {
    private static final String REPORT = """
        {"version": 1, "service": "shop", "instance": "shop-1", "startedAt": "2026-03-01T00:00:00Z",
         "at": "2026-03-01T00:10:00Z", "pools": [], "requests": [],
         "visitors": {"windowSeconds": 60, "seen": 0, "affected": 0, "affectedWithin": []}, "host": []}
        """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final CountDownLatch ended = new CountDownLatch(1);
    private HttpServer agent;

    private interface Answering {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    @BeforeEach
    void listen() throws IOException {
        agent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        agent.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        agent.start();
    }

    @AfterEach
    void stop() {
        ended.countDown();
        agent.stop(0);
        http.shutdownNow();
    }

    @Test
    void believesAnHonestAgent() throws IOException {
        assertThat(checked(REPORT).service()).isEqualTo("shop");
    }

    @Test
    void takesNoHundredMegabytes() {
        answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var megabyte = new byte[1 << 20];
            for (int sent = 0; sent < 100; sent++) {
                exchange.getResponseBody().write(megabyte);
            }
        });

        assertThatThrownBy(() -> poll().sample()).isInstanceOf(IOException.class);
    }

    @Test
    void waitsForNoBodyThatNeverEnds() {
        answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{\"version\": 1".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            assertThat(ended.await(50, TimeUnit.SECONDS)).isTrue();
        });

        assertThatThrownBy(() -> poll().sample())
                .isInstanceOf(IOException.class)
                .hasMessageFindingMatch("did not answer within|timed out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "[]",
                "not JSON",
                "{\"service\": \"shop\", \"pools\": null}",
            })
    void believesNoReportThatLacksItsParts(String report) {
        assertThatThrownBy(() -> checked(report)).isInstanceOf(Exception.class);
    }

    @Test
    void believesNoCountBelowNothing() {
        assertThatThrownBy(() -> checked(REPORT.replace("\"seen\": 0", "\"seen\": -3")))
                .hasMessageContaining("the agent counts -3 of visitors");
    }

    @Test
    void believesNoFloodOfPools() {
        assertThatThrownBy(
                        () -> checked(REPORT.replace("\"pools\": []", "\"pools\": [" + "null,".repeat(3000) + "null]")))
                .hasMessageContaining("more than 2000");
    }

    private static AgentReport checked(String report) throws IOException {
        return Believable.checked(JsonMapper.shared().readValue(report, AgentReport.class));
    }

    private AgentPoll poll() {
        return new AgentPoll(
                http, URI.create("http://127.0.0.1:" + agent.getAddress().getPort() + "/"));
    }

    private void answers(Answering answering) {
        agent.createContext("/", exchange -> {
            try (exchange) {
                answering.answer(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
