package dev.tautline.drill;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// One buyer's browser: cookies, forms, and the patience of a person. Follows nothing by itself. Thread-safe, as for
/// two clicks at once.
final class Browser {
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final URI shop;
    private final HttpClient http;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    Browser(URI shop, HttpClient http) {
        this.shop = shop;
        this.http = http;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// The value of a cookie; empty when there is none.
    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /// Takes a cookie that another browser was given.
    void accept(String name, String value) {
        cookies.put(name, value);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(shop.resolve(path)).timeout(PATIENCE);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (var line : answer.headers().allValues("Set-Cookie")) {
            HttpCookie.parse(line).forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        }
        return answer;
    }
}
