package dev.tautline.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageReceiverTest {
    private static final String PLAIN = """
            {"key": "42", "at": "2026-11-29T10:00:03Z", "title": "db-1 is down", "cause": "server-down",
             "ruledOut": ["traffic-spike"]}
            """;
    private static final String ALERTMANAGER = """
            {"version": "4", "alerts": [{"status": "firing", "fingerprint": "ab", "startsAt": "2026-11-29T11:00:03+01:00",
              "labels": {"alertname": "PostgreSQLDown", "cause": "server-down"}},
             {"status": "resolved", "fingerprint": "cd", "startsAt": "2026-11-29T10:00:01Z",
              "labels": {"alertname": "ShopProbeFailed"}}]}
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final PageReceiver receiver =
            new PageReceiver(0, Map.of("plain", new PlainPages(), "peer", new AlertmanagerPages()));

    @AfterEach
    void close() {
        receiver.close();
        http.close();
    }

    @Test
    void takesAPlainPageOnceHoweverOftenItIsSent() throws Exception {
        assertThat(post("plain", PLAIN).statusCode()).isEqualTo(200);
        post("plain", PLAIN);

        assertThat(receiver.of("plain")).singleElement().satisfies(page -> {
            assertThat(page.cause()).contains("server-down");
            assertThat(page.ruledOut()).containsExactly("traffic-spike");
            assertThat(page.firing()).isTrue();
        });
    }

    @Test
    void countsAnAlertFromWhenItsRuleBeganToFire() throws Exception {
        post("peer", ALERTMANAGER);

        assertThat(receiver.of("peer")).extracting(Page::title).containsExactly("ShopProbeFailed", "PostgreSQLDown");
        assertThat(receiver.of("peer").getLast().at()).isEqualTo(Instant.parse("2026-11-29T10:00:03Z"));
        assertThat(receiver.of("peer").getFirst().firing()).isFalse();
        assertThat(receiver.of("peer").getFirst().cause()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAPage() throws Exception {
        assertThat(post("plain", "{\"key\": \"1\", \"at\": \"noon\", \"title\": \"t\"}")
                        .body())
                .contains("'at' is 'noon'");
        assertThat(post("peer", "{}").body()).contains("'alerts' is missing");
        assertThat(post("plain", "no JSON").statusCode()).isEqualTo(400);
        assertThat(post("nobody", PLAIN).statusCode()).isEqualTo(404);
        assertThat(receiver.of("plain")).isEmpty();
    }

    private HttpResponse<String> post(String watcher, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(receiver.url(watcher))
                .timeout(Duration.ofSeconds(5))
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
