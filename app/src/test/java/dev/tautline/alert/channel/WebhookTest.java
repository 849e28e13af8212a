package dev.tautline.alert.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tautline.alert.Notice;
import dev.tautline.alert.Receipt;
import dev.tautline.alert.Transition;
import dev.tautline.settings.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WebhookTest {
    private static final Instant NOW = Instant.parse("2026-06-07T10:45:00Z");
    private static final Notice NOTICE =
            Notice.plain("i1/opened/dba", "i1", Transition.OPENED, NOW, "[opened] it broke", "Fix: mend it");

    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        http.close();
    }

    @Test
    void signsTheTimeAndTheBody() throws Exception {
        var got = new String[4];
        server.createContext("/", exchange -> {
            got[0] = exchange.getRequestHeaders().getFirst("X-Tautline-Timestamp");
            got[1] = exchange.getRequestHeaders().getFirst("X-Tautline-Signature");
            got[2] = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            got[3] = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            answer(exchange, 204);
        });

        assertThat(deliver()).isEqualTo(Receipt.taken("answered 204"));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("k3y".getBytes(UTF_8), "HmacSHA256"));
        assertThat(got[1])
                .isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal((got[0] + "." + got[3]).getBytes(UTF_8))));
        assertThat(got[0]).isEqualTo(Long.toString(NOW.getEpochSecond()));
        assertThat(got[2]).isEqualTo("i1/opened/dba");
        assertThat(JsonMapper.shared().readValue(got[3], Notice.class)).isEqualTo(NOTICE);
    }

    @Test
    void passesOnHowLongABusyReceiverWantsToBeLeftAlone() {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "17");
            answer(exchange, 429);
        });

        assertThat(deliver()).isEqualTo(Receipt.failed("answered 429", Duration.ofSeconds(17)));
    }

    @Test
    void readsTheFormOfRetryAfterThatIsADate() {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "Sun, 07 Jun 2026 10:46:30 GMT");
            answer(exchange, 503);
        });

        assertThat(deliver()).isEqualTo(Receipt.failed("answered 503", Duration.ofSeconds(90)));
    }

    @Test
    void givesUpWhatTheReceiverWillNeverTakeAndRepeatsNoSecret() {
        server.createContext("/", exchange -> {
            var words = ("no text at http://127.0.0.1:" + server.getAddress().getPort() + "/hook").getBytes(UTF_8);
            exchange.sendResponseHeaders(400, words.length);
            exchange.getResponseBody().write(words);
            exchange.close();
        });

        assertThat(deliver()).isEqualTo(Receipt.refused("answered 400: no text at ******"));
    }

    @Test
    void leavesAReceiverThatStalls() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var url = Secret.of("http://127.0.0.1:" + silent.getLocalPort() + "/hook");
            var clock = Clock.fixed(NOW, ZoneOffset.UTC);
            var receipt = new Webhook(new HttpPost(http, clock, List.of(url)), url, null, clock).deliver(NOTICE);

            assertThat(receipt.taken()).isFalse();
            assertThat(receipt.what()).startsWith("no answer");
        }
    }

    @Test
    void followsNoRedirect() {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
            answer(exchange, 307);
        });

        assertThat(deliver()).isEqualTo(Receipt.failed("answered 307"));
    }

    @Test
    void doesNotReadAnAnswerWithoutEnd() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var body = exchange.getResponseBody();
            for (int megabyte = 0; megabyte < 100; megabyte++) {
                body.write(new byte[1 << 20]);
            }
        });

        assertThat(deliver()).isEqualTo(Receipt.taken("answered 200"));
    }

    @Test
    void saysThatNobodyAnsweredAndKeepsTheAddressToItself() {
        server.stop(0);

        assertThat(deliver().what()).isEqualTo("no answer (ConnectException)");
    }

    private Receipt deliver() {
        var url = Secret.of("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new Webhook(new HttpPost(http, clock, List.of(url)), url, Secret.of("k3y"), clock).deliver(NOTICE);
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
