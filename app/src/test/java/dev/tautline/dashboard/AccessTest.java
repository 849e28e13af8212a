package dev.tautline.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.dashboard.access.Access;
import dev.tautline.dashboard.access.Account;
import dev.tautline.dashboard.access.DashboardConfig;
import dev.tautline.dashboard.access.Passwords;
import dev.tautline.dashboard.access.Scope;
import dev.tautline.history.series.SeriesReader;
import dev.tautline.settings.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class AccessTest {
    private static final String PASSWORD = "a long enough password";
    private static final String HASH = Passwords.hash(PASSWORD);
    private static final String TOKEN = "b9d1f0d0a4c64c7f9a5a9a5b";
    private static final List<Account> ACCOUNTS = List.of(
            new Account.User("vera", Set.of(Scope.READ, Scope.METRICS), Secret.of(HASH)),
            new Account.User("olga", Set.of(Scope.values()), Secret.of(HASH)),
            new Account.Token("prometheus", Set.of(Scope.METRICS), sha256()),
            Account.Token.of("robot", Secret.of("robot-" + TOKEN)));

    @TempDir
    private static Path folder;

    private final Ticking clock = new Ticking();
    private final Dashboard dashboard = Dashboard.start(
            new DashboardConfig("127.0.0.1", 0, Set.of("guard.example"), Optional.empty(), ACCOUNTS, Optional.empty()),
            new Access(false, ACCOUNTS, clock),
            SeriesReader.in(folder),
            new Findings(Optional.of(Path.of("deploy")), path -> "{\"findings\":[]}", clock),
            List.of());
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private static final class Ticking extends Clock {
        private volatile Instant now = Instant.parse("2026-03-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static String sha256() {
        return Account.Token.of("x", Secret.of(TOKEN)).sha256();
    }

    @AfterEach
    void close() {
        dashboard.close();
        http.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/state", "api/events", "api/incidents", "api/settings", "api/findings", "api/history"})
    void tellsNothingToStrangers(String path) throws Exception {
        var answer = send("GET", path, Map.of(), null);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).contains("Bearer");
    }

    @Test
    void showsThePageToAllSoThatTheyCanLogIn() throws Exception {
        assertThat(send("GET", "", Map.of(), null).statusCode()).isEqualTo(200);
        assertThat(send("GET", "login.js", Map.of(), null).statusCode()).isEqualTo(200);
        var who = json(send("GET", "api/session", Map.of(), null));
        assertThat(who.path("open").booleanValue()).isFalse();
        assertThat(who.path("loggedIn").booleanValue()).isFalse();
    }

    @Test
    void logsInWithAPasswordAndOut() throws Exception {
        var answer = logIn("olga", PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(200);
        var set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set).contains("HttpOnly", "SameSite=Strict");
        var cookie = Map.of("Cookie", set.substring(0, set.indexOf(';')));
        assertThat(json(answer).path("scopes").toString()).contains("operate");

        assertThat(send("GET", "api/incidents", cookie, null).statusCode()).isEqualTo(200);
        assertThat(send("DELETE", "api/session", cookie, "{}").statusCode()).isEqualTo(403);
        var csrf = json(answer).path("csrf").stringValue();
        assertThat(send("DELETE", "api/session", with(cookie, "X-CSRF-Token", csrf), "{}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(send("GET", "api/incidents", cookie, null).statusCode()).isEqualTo(401);
    }

    @Test
    void endsASessionThatNobodyUses() throws Exception {
        var set = logIn("vera", PASSWORD).headers().firstValue("Set-Cookie").orElseThrow();
        var cookie = Map.of("Cookie", set.substring(0, set.indexOf(';')));
        assertThat(send("GET", "api/incidents", cookie, null).statusCode()).isEqualTo(200);

        clock.now = clock.now.plus(Duration.ofMinutes(121));

        assertThat(send("GET", "api/incidents", cookie, null).statusCode()).isEqualTo(401);
    }

    @Test
    void changesNothingWithoutThePagesOwnToken() throws Exception {
        var answer = logIn("olga", PASSWORD);
        var set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        var cookie = Map.of("Cookie", set.substring(0, set.indexOf(';')));
        var csrf = json(answer).path("csrf").stringValue();

        assertThat(send("POST", "api/findings/review", cookie, "{}").statusCode())
                .isEqualTo(403);
        var right = with(cookie, "X-CSRF-Token", csrf);
        assertThat(send("POST", "api/findings/review", with(right, "Origin", "http://evil.example"), "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "api/findings/review", with(right, "Sec-Fetch-Site", "cross-site"), "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "api/findings/review", right, "{}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void letsViewersLookOnly() throws Exception {
        var vera = basic("vera", PASSWORD);

        assertThat(send("GET", "api/incidents", vera, null).statusCode()).isEqualTo(200);
        var refused = send("POST", "api/findings/review", vera, "{}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path("detail").stringValue()).contains("'vera'", "'operate'");
        assertThat(send("POST", "api/findings/review", basic("olga", PASSWORD), "{}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void keepsATokenToItsScopes() throws Exception {
        assertThat(send("GET", "api/incidents", bearer(TOKEN), null).statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "api/findings/review", bearer("robot-" + TOKEN), "{}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("GET", "api/incidents", bearer("nonsense"), null).statusCode())
                .isEqualTo(401);
    }

    @Test
    void slowsDownWhoGuessesAndForgetsIt() throws Exception {
        for (int guess = 0; guess < 5; guess++) {
            assertThat(logIn("nobody", "guess number " + guess).statusCode()).isEqualTo(401);
        }

        var refused = logIn("vera", PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("3");
        clock.now = clock.now.plusSeconds(3);
        assertThat(logIn("vera", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void answersToItsOwnNamesOnly() throws Exception {
        assertThat(statusFor("guard.example")).contains("200");
        assertThat(statusFor("localhost")).contains("200");
        assertThat(statusFor("other.example")).contains("403");
    }

    @Test
    void changesNothingWhereNobodyCanLogIn() throws Exception {
        try (var open = Dashboard.start(0, SeriesReader.in(folder))) {
            var request = HttpRequest.newBuilder(open.url().resolve("api/findings/review"))
                    .timeout(Duration.ofSeconds(10))
                    .POST(BodyPublishers.ofString("{}"))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("name users or tokens");
        }
    }

    private HttpResponse<String> logIn(String name, String password) throws Exception {
        return send(
                "POST",
                "api/session",
                Map.of(),
                JsonMapper.shared().writeValueAsString(Map.of("name", name, "password", password)));
    }

    private static Map<String, String> basic(String name, String password) {
        var both = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        return Map.of("Authorization", "Basic " + both);
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        var all = new HashMap<>(headers);
        all.put(name, value);
        return all;
    }

    private HttpResponse<String> send(String method, String path, Map<String, String> headers, @Nullable String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(dashboard.localUrl().resolve("/" + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /// The JDK's client does not let a Host header be set.
    private String statusFor(String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), dashboard.port())) {
            socket.setSoTimeout(5000);
            var request = "GET /api/session HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
