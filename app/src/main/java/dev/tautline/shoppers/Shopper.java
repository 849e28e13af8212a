package dev.tautline.shoppers;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// One customer with one browser: an address of their own, so that a balancer can pin them, and cookies of their own.
/// Safe for several visits at once, as with several tabs.
final class Shopper implements AutoCloseable {
    /// After this a person has left the page.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// What the shop's agent calls slow, too.
    private static final Duration SLOW = Duration.ofSeconds(1);

    /// The cookie by which the shop knows a visitor again; all tabs share it.
    private static final String VISITOR = "visitor";

    private final URI shop;
    private final HttpClient http;
    private final Map<String, String> shared = new ConcurrentHashMap<>();

    Shopper(URI shop, InetAddress address) {
        this.shop = shop;
        this.http = HttpClient.newBuilder()
                .localAddress(address)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    /// A tab of this shopper's browser with a basket of its own.
    Tab open() {
        return new Tab();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    final class Tab {
        private final Map<String, String> cookies = new ConcurrentHashMap<>(shared);
        private volatile boolean slowPage;

        /// Whether any page took so long that a person notices.
        boolean sawSlowPage() {
            return slowPage;
        }

        /// Follows redirects as a browser does and returns the page.
        ///
        /// @throws PageFailed when the answer is not 200
        String get(String path) throws IOException, InterruptedException {
            return page(path, send(request(path).GET()));
        }

        String post(String path, Map<String, String> form) throws IOException, InterruptedException {
            var body = form.entrySet().stream()
                    .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                    .collect(Collectors.joining("&"));
            return page(
                    path,
                    send(request(path)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(body))));
        }

        private String page(String path, HttpResponse<String> answer) throws IOException, InterruptedException {
            var location = answer.headers().firstValue("Location");
            if (answer.statusCode() == 303 && location.isPresent()) {
                return get(shop.resolve(location.get()).getPath());
            }
            if (answer.statusCode() != 200) {
                throw new PageFailed(path, answer.statusCode());
            }
            return answer.body();
        }

        private HttpRequest.Builder request(String path) {
            var builder = HttpRequest.newBuilder(shop.resolve(path)).timeout(PATIENCE);
            var header = cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
            return header.isEmpty() ? builder : builder.header("Cookie", header);
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            long asked = System.nanoTime();
            var answer = http.send(request.build(), BodyHandlers.ofString());
            slowPage |= System.nanoTime() - asked > SLOW.toNanos();
            for (var line : answer.headers().allValues("Set-Cookie")) {
                HttpCookie.parse(line).forEach(this::keep);
            }
            return answer;
        }

        private void keep(HttpCookie cookie) {
            cookies.put(cookie.getName(), cookie.getValue());
            if (cookie.getName().equals(VISITOR)) {
                shared.put(VISITOR, cookie.getValue());
            }
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
