package dev.tautline.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.diagnosis.Change;
import dev.tautline.history.series.Keeping;
import dev.tautline.history.series.SeriesReader;
import dev.tautline.history.series.SeriesRecorder;
import dev.tautline.watch.InForce;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(30)
class DashboardTest {
    private static final Instant AT = Instant.parse("2024-06-07T10:45:02.123456789Z");

    @TempDir
    private static Path folder;

    private final Dashboard dashboard = Dashboard.start(0, SeriesReader.in(folder));
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @AfterEach
    void close() {
        dashboard.close();
        http.shutdownNow();
    }

    @Test
    void saysPlainlyThatThereIsNoDataYet() throws Exception {
        var answer = get("api/state");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(type(answer)).isEqualTo("application/problem+json");
        assertThat(json(answer).path("detail").stringValue()).contains("not seen a second yet");
        assertThat(get("api/incidents").body()).isEqualTo("[]");
        assertThat(get("api/history").body()).isEqualTo("{\"epochSeconds\":[],\"series\":{}}");
    }

    @Test
    void showsAHealthySecond() throws Exception {
        dashboard.accept(Ticks.healthy(AT));

        var state = json(get("api/state"));

        assertThat(state.path("at").stringValue()).isEqualTo("2024-06-07T10:45:02.123Z");
        assertThat(state.at("/banner/level").stringValue()).isEqualTo("well");
        assertThat(state.at("/banner/detail").stringValue())
                .isEqualTo("2 targets are reached, 3 instances answer, and nobody waits for a connection.");
        assertThat(state.at("/incident").isNull()).isTrue();
        assertThat(state.at("/targets/0/steps")).hasSize(8);
        assertThat(state.at("/targets/0/steps/2/tookMicros").longValue()).isEqualTo(3100);
        assertThat(state.at("/instances/1/pools/0/maximum").intValue()).isEqualTo(20);
        assertThat(state.at("/sample/values/connections~1store-1").doubleValue())
                .isBetween(4.0, 8.0);
    }

    @Test
    void showsAnIncidentWithWhatWasRuledOut() throws Exception {
        dashboard.accept(Ticks.failing(AT));

        var state = json(get("api/state"));

        assertThat(state.at("/banner/headline").stringValue()).isEqualTo("Connection pool too small on store-2");
        assertThat(state.at("/banner/owner").stringValue()).isEqualTo("application");
        assertThat(state.at("/instances/1/status").stringValue()).isEqualTo("suffering");
        assertThat(state.at("/incident/ruledOut/0/title").stringValue()).isEqualTo("Traffic spike");
        assertThat(state.at("/incident/ruledOut/0/evidence/0").stringValue()).contains("224/s");
        assertThat(state.at("/incident/impact/shareOfVisitors").doubleValue()).isEqualTo(0.33);
        assertThat(state.at("/changes/0/words").stringValue()).isEqualTo("shop.maximumPoolSize of store-2: 20 → 1");
    }

    @Test
    void showsWhereALadderBreaks() throws Exception {
        dashboard.accept(Ticks.pathBroken(AT));

        var target = json(get("api/state")).at("/targets/1");

        assertThat(target.path("status").stringValue()).isEqualTo("failing");
        assertThat(target.at("/steps/1/status").stringValue()).isEqualTo("failed");
        assertThat(target.at("/steps/2/status").stringValue()).isEqualTo("skipped");
        assertThat(target.at("/failure/code").stringValue()).isEqualTo("ECONNREFUSED");
        assertThat(target.at("/failure/next").stringValue()).startsWith("ss -ltn");
    }

    @Test
    void neverTellsAPassword() throws Exception {
        dashboard.accept(Ticks.pathBroken(AT));

        assertThat(get("api/state").body()).contains("standby.shop.internal").doesNotContain(Ticks.PASSWORD);
    }

    @Test
    void keepsTheSeriesOfTheLastTenMinutes() throws Exception {
        for (int second = 0; second < 700; second++) {
            dashboard.accept(Ticks.healthy(AT.plusSeconds(second)));
        }

        var history = json(get("api/history"));

        assertThat(history.path("epochSeconds")).hasSize(600);
        assertThat(history.at("/epochSeconds/599").longValue()).isEqualTo(AT.getEpochSecond() + 699);
        assertThat(history.at("/series/p95~1store-3")).hasSize(600);
    }

    @Test
    void givesSeriesChangesAndSettingsOfThePast() throws Exception {
        try (var recorder = SeriesRecorder.start(folder, Keeping.DEFAULT, Clock.systemUTC(), words -> {})) {
            recorder.accept(Seconds.of(
                    Ticks.failing(AT),
                    List.of(new InForce(Change.Kind.CLIENT_SETTING, "store-2", Map.of("shop.maximumPoolSize", "1")))));
        }

        var points = json(get("api/series/points?name=pending/store-2&name=nothing/here"
                + "&from=2024-06-07T10:45:00Z&to=2024-06-07T10:46:00Z"));
        assertThat(points.at("/series/pending~1store-2/mean/0").intValue()).isEqualTo(14);
        assertThat(points.at("/series/nothing~1here/mean")).isEmpty();
        assertThat(get("api/series").body()).contains("\"pending/store-2\"", "\"step-connect/primary\"");
        var changes = get("api/changes?from=2024-06-07T10:00:00Z&to=2024-06-07T11:00:00Z");
        assertThat(json(changes).at("/0/words").stringValue()).isEqualTo("shop.maximumPoolSize of store-2: 20 → 1");
        assertThat(json(get("api/settings"))
                        .at("/0/values/shop.maximumPoolSize")
                        .stringValue())
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/series/points?from=2024-06-07T10:45:00Z&to=2024-06-07T10:46:00Z",
                "api/series/points?name=a/b&to=2024-06-07T10:46:00Z",
                "api/changes?from=yesterday&to=2024-06-07T10:46:00Z",
                "api/changes?from=2024-06-07T10:46:00Z&to=2024-06-07T10:45:00Z"
            })
    void tellsWhatIsWrongWithAQuestion(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(type(answer)).isEqualTo("application/problem+json");
        assertThat(json(answer).path("detail").stringValue()).contains("'");
    }

    @Test
    void listsIncidentsAndGivesEachInFullAndAsAPostmortem() throws Exception {
        dashboard.accept(Ticks.failing(AT));

        assertThat(json(get("api/incidents")).at("/1/id").stringValue()).isEqualTo("20240606-210311");
        assertThat(json(get("api/incidents/20240606-210311"))
                        .at("/cause/subject")
                        .stringValue())
                .isEqualTo("standby");
        var postmortem = get("api/incidents/20240607-104501/postmortem");
        assertThat(type(postmortem)).isEqualTo("text/markdown; charset=utf-8");
        assertThat(postmortem.body()).startsWith("# Postmortem: Connection pool too small on store-2\n");
    }

    @Test
    void drawsThePostmortemOnAPageOfItsOwn() throws Exception {
        try (var recorder = SeriesRecorder.start(folder, Keeping.DEFAULT, Clock.systemUTC(), words -> {})) {
            for (int second = 0; second < 60; second++) {
                recorder.accept(Seconds.of(Ticks.failing(AT.plusSeconds(second)), List.of()));
            }
        }
        dashboard.accept(Ticks.resolved(AT, AT));

        var page = get("api/incidents/20240607-104501/postmortem?format=html");

        assertThat(type(page)).startsWith("text/html");
        assertThat(page.body())
                .startsWith("<!doctype html>")
                .contains("<title>Postmortem: Connection pool too small on store-2</title>")
                .contains("store-2: requests that wait for a connection", "<polyline", "onset")
                .doesNotContain("<script");
        assertThat(header(page, "Content-Security-Policy"))
                .contains("style-src 'sha256-")
                .doesNotContain("unsafe");
        assertThat(get("api/incidents/20240607-104501/postmortem?format=pdf").statusCode())
                .isEqualTo(400);
    }

    @Test
    void answersAnUnknownIncidentWithAProblem() throws Exception {
        for (var path : List.of("api/incidents/nope", "api/incidents/nope/postmortem", "nope.js", "Dashboard.class")) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(type(answer)).isEqualTo("application/problem+json");
            assertThat(json(answer).path("instance").stringValue()).isEqualTo("/" + path);
        }
    }

    @Test
    void servesThePageUnderAPolicyWithoutInlineScripts() throws Exception {
        var page = get("");

        assertThat(page.body())
                .contains("<title>Tautline")
                .doesNotContain("<style")
                .doesNotContain(" style=");
        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(type(get("uplot/LICENSE"))).startsWith("text/plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "192.168.1.4", ""})
    void refusesForeignHosts(String host) throws Exception {
        assertThat(statusFor(host)).startsWith("HTTP/1.1 40");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:7070", "127.0.0.1:1", "[::1]:7070", "[::1]"})
    void answersToLoopbackNames(String host) throws Exception {
        assertThat(statusFor(host)).isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void streamsEachSecond() throws Exception {
        dashboard.accept(Ticks.healthy(AT));
        var request = HttpRequest.newBuilder(dashboard.url().resolve("api/events"))
                .timeout(Duration.ofSeconds(5))
                .build();
        var answer = http.send(request, BodyHandlers.ofLines());

        try (var lines = answer.body()) {
            var data = lines.filter(line -> line.startsWith("data: ")).iterator();
            assertThat(data.next()).contains("\"level\":\"well\"");
            dashboard.accept(Ticks.failing(AT.plusSeconds(1)));
            assertThat(data.next()).contains("\"level\":\"incident\"");
        }
        assertThat(type(answer)).isEqualTo("text/event-stream; charset=utf-8");
    }

    @Test
    void waitsForNoPageThatTakesNothing() throws Exception {
        try (var idle = new Socket()) {
            idle.setReceiveBufferSize(4096);
            idle.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), dashboard.port()), 5000);
            idle.setSoTimeout(5000);
            var request = "GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n";
            idle.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(idle.getInputStream().read()).isEqualTo('H');

            // More than all buffers between the two can hold.
            for (int second = 0; second < 1500; second++) {
                dashboard.accept(Ticks.failing(AT.plusSeconds(second)));
            }

            assertThat(get("api/state").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void namesTheOwnerOfATakenPort() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Dashboard.start(taken.getLocalPort(), SeriesReader.in(folder))
                            .close())
                    .isInstanceOf(PortUnusableException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " on 127.0.0.1 cannot be served")
                    .hasMessageContaining(ofThisProcess())
                    .hasMessageContaining("another port");
        }
    }

    @Test
    void closesWhileAPageFollows() throws Exception {
        var other = Dashboard.start(0, SeriesReader.in(folder));
        var request = HttpRequest.newBuilder(other.url().resolve("api/events")).build();
        var port = other.port();
        var follower = http.send(request, BodyHandlers.ofInputStream());
        assertThat(follower.statusCode()).isEqualTo(200);

        other.close();

        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(IOException.class);
        follower.body().close();
    }

    /// Only Linux tells who has a port.
    private static String ofThisProcess() {
        return Files.exists(Path.of("/proc/net/tcp"))
                ? "(process " + ProcessHandle.current().pid() + ")"
                : "could not be bound";
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(dashboard.url().resolve(path))
                .timeout(Duration.ofSeconds(5))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /// The JDK's client does not let a Host header be set.
    private String statusFor(String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), dashboard.port())) {
            socket.setSoTimeout(5000);
            var request = "GET /api/incidents HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String type(HttpResponse<?> answer) {
        return header(answer, "Content-Type");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
