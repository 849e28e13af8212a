package dev.tautline.cli;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A guest who buys one thing with the shop's plain forms.
record HttpShopper(URI shop, HttpClient client) {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    HttpShopper(URI shop) {
        this(
                shop,
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(Redirect.NORMAL)
                        .build());
    }

    /// The page of the order, as the shop shows it at the end.
    HttpResponse<String> buy(String search) throws IOException, InterruptedException {
        var results = get(shop.resolve("/search?q=" + search)).body();
        var product =
                get(shop.resolve(found("href=\"(/p/[a-z0-9-]+)\"", results))).body();
        post("/cart/lines", Map.of("sku", found("name=\"sku\"[^>]*value=\"([^\"]+)\"", product), "quantity", "1"));
        post("/checkout", address());
        var shipping = get(shop.resolve("/checkout/shipping")).body();
        post("/checkout/shipping", Map.of("method", found("name=\"method\"[^>]*value=\"([^\"]+)\"", shipping)));
        var review = get(shop.resolve("/checkout/review")).body();
        return post(
                "/checkout/place",
                Map.of(
                        "checkoutId", found("name=\"checkoutId\" value=\"([^\"]+)\"", review),
                        "agreedTotal", found("name=\"agreedTotal\" value=\"([^\"]+)\"", review),
                        "card", "card-accepted"));
    }

    HttpResponse<String> get(URI page) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(page).timeout(TIMEOUT).build());
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(shop.resolve(path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", shop.resolve("/").toString().replaceAll("/$", ""))
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError("%s answered %d: %s".formatted(request, answer.statusCode(), answer.body()));
        }
        return answer;
    }

    private static Map<String, String> address() {
        return Map.of(
                "email", "guest@example.org",
                "name", "A. Guest",
                "line1", "Pier 7",
                "line2", "",
                "postcode", "20457",
                "city", "Hamburg",
                "country", "DE");
    }

    private static String found(String pattern, String page) {
        var matcher = Pattern.compile(pattern).matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("no %s in %s".formatted(pattern, page));
        }
        return matcher.group(1);
    }
}
