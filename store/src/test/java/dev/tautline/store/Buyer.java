package dev.tautline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody with a browser: keeps cookies, fills in forms, follows nothing by itself.
final class Buyer implements AutoCloseable {
    private final URI shop;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http;

    Buyer(URI shop) {
        this(shop, InetAddress.getLoopbackAddress());
    }

    /// @param from what the shop sees as the caller's address
    Buyer(URI shop, InetAddress from) {
        this.shop = shop;
        this.http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .connectTimeout(Duration.ofSeconds(5))
                .localAddress(from)
                .build();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(page(path));
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return send(form(path, fields));
    }

    HttpRequest.Builder form(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return page(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest.Builder page(String path) {
        return HttpRequest.newBuilder(shop.resolve(path)).timeout(Duration.ofSeconds(20));
    }

    /// Takes a cookie that another browser was given.
    void accept(String setCookie) throws IOException {
        cookies.put(shop, Map.of("Set-Cookie", List.of(setCookie)));
    }

    /// Walks from the shelf to the review page; the answer is the form that places the order.
    Map<String, String> upToReview(String sku, String card) throws IOException, InterruptedException {
        assertThat(location(post("/cart/lines", Map.of("sku", sku, "quantity", "1"))))
                .isEqualTo("/cart");
        get("/checkout");
        assertThat(location(post("/checkout", address()))).isEqualTo("/checkout/shipping");
        assertThat(location(post("/checkout/shipping", Map.of("method", "STANDARD"))))
                .isEqualTo("/checkout/review");
        var page = get("/checkout/review").body();
        var fields = new TreeMap<String, String>();
        fields.put("checkoutId", hidden(page, "checkoutId"));
        fields.put("agreedTotal", hidden(page, "agreedTotal"));
        fields.put("card", card);
        return fields;
    }

    /// Buys one piece and answers with the path of the order's page.
    String buy(String sku, String card) throws IOException, InterruptedException {
        return location(post("/checkout/place", upToReview(sku, card)));
    }

    static Map<String, String> address() {
        return Map.of(
                "email", "skipper@example.org",
                "name", "Ada Skipper",
                "line1", "Pier 7",
                "line2", "",
                "postcode", "20457",
                "city", "Hamburg",
                "country", "DE");
    }

    /// Where a 303 points to.
    static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    static String hidden(String page, String name) {
        var input = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(input.find()).as("field %s of the review page", name).isTrue();
        return input.group(1);
    }

    @Override
    public void close() {
        http.close();
    }
}
