package dev.tautline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.lab.postgres.StopMode;
import dev.tautline.store.client.CatalogueApi;
import dev.tautline.store.client.OrdersApi;
import dev.tautline.store.client.invoker.ApiClient;
import dev.tautline.store.client.model.Address;
import dev.tautline.store.client.model.NewOrder;
import dev.tautline.store.client.model.OrderLine;
import dev.tautline.store.client.model.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API held against its own description: each answer has a documented status and the documented members.
@Tag("lab")
@Timeout(120)
class ApiLabTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ORDER = """
            {"lines": [{"sku": "RIG-BOW-06", "quantity": 1}], "shipping": "STANDARD", "card": "card-accepted",
             "agreedTotalMinor": 1580, "address": {"email": "api@example.org", "name": "A. Client", "line1": "Pier 7",
             "postcode": "20457", "city": "Hamburg", "country": "DE"}}""";

    private static Shop shop;
    private static Buyer client;
    private static JsonNode description;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        shop = Shop.open(
                "spring.datasource.hikari.connection-timeout=500", "spring.datasource.hikari.validation-timeout=250");
        client = shop.buyer();
        description = JSON.readTree(client.get("/api/v1/openapi.json").body());
    }

    @AfterAll
    static void close() {
        client.close();
        shop.close();
    }

    @Test
    void readsTheCatalogueInBothLanguages() throws Exception {
        assertThat(described("/categories", "get", client.get("/api/v1/categories")))
                .hasSize(10);
        assertThat(described("/categories/{slug}/products", "get", client.get("/api/v1/categories/rope/products")))
                .hasSize(20);
        var bell = described("/products/{slug}", "get", client.get("/de/api/v1/products/ships-bell"));
        assertThat(bell.path("name").asString()).isEqualTo("Schiffsglocke");
        assertThat(bell.path("variants").path(0).path("priceMinor").asLong()).isEqualTo(7990);
        problem("/products/{slug}", "get", client.get("/api/v1/products/never-sold"), 404, "not-found");
        problem("/categories/{slug}/products", "get", client.get("/api/v1/categories/x/products"), 404, "not-found");
    }

    @Test
    void placesOneOrderPerKeyAndAnswersItAgain() throws Exception {
        var key = UUID.randomUUID().toString();
        var first = place(key, ORDER);
        var order = described("/orders", "post", first);

        assertThat(first.statusCode()).isEqualTo(201);
        var number = order.path("number").asString();
        // The bank may be slow; the janitor then ends what the request began.
        shop.await(
                Duration.ofSeconds(30),
                "SELECT count(*) FROM orders WHERE state = 'CONFIRMED' AND number = "
                        + number.substring("CH-".length()),
                1);
        var again = place(key, ORDER);
        assertThat(again.statusCode()).isEqualTo(200);
        var repeated = described("/orders", "post", again);
        assertThat(repeated.path("number").asString()).isEqualTo(number);
        assertThat(repeated.path("state").asString()).isEqualTo("CONFIRMED");
        problem("/orders", "post", place(key, ORDER.replace("\"quantity\": 1", "\"quantity\": 2")), 422, "key-reused");
        var shown = client.get("/api/v1/orders/" + order.path("token").asString());
        assertThat(described("/orders/{token}", "get", shown)).isEqualTo(repeated);
    }

    @Test
    void tellsWhatACodeTakesOffAndPlacesAnOrderWithIt() throws Exception {
        shop.change("INSERT INTO promo_codes (code, kind, value, from_minor) VALUES ('OPEN-API', 'PERCENT', 10, 500)");
        var terms = described("/promo-codes/{code}", "get", client.get("/api/v1/promo-codes/open-api"));
        assertThat(terms.path("kind").asString()).isEqualTo("PERCENT");
        assertThat(terms.path("value").asLong()).isEqualTo(10);
        problem("/promo-codes/{code}", "get", client.get("/api/v1/promo-codes/NO-SUCH"), 404, "not-found");

        var withCode = ORDER.replace("\"agreedTotalMinor\": 1580", "\"agreedTotalMinor\": 1481, \"promo\": \"%s\"");
        var key = UUID.randomUUID().toString();
        var order = described("/orders", "post", place(key, withCode.formatted("open-api")));
        assertThat(order.path("totalMinor").asLong()).isEqualTo(1481);
        problem("/orders", "post", place(key, withCode.formatted("OTHER")), 422, "key-reused");
        var other = UUID.randomUUID().toString();
        problem("/orders", "post", place(other, withCode.formatted("NO-SUCH")), 409, "promo-gone");
    }

    @Test
    void aClientThatWasGeneratedFromTheDescriptionBuysIsRefusedAndRepeats() throws Exception {
        // Another address than the other tests have, whose limit is their own.
        try (var http = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.11"))
                .build()) {
            var generated = new ApiClient(ApiClient.buildRestClientBuilder()
                            .requestFactory(new JdkClientHttpRequestFactory(http))
                            .build())
                    .setBasePath(shop.url() + "/api/v1");
            var shelves = new CatalogueApi(generated);
            var orders = new OrdersApi(generated);
            var shackle = shelves.getProduct("bow-shackle").getVariants().getFirst();
            var wanted = new NewOrder()
                    .addLinesItem(new OrderLine().sku(shackle.getSku()).quantity(2))
                    .address(new Address()
                            .email("generated@example.org")
                            .name("A. Client")
                            .line1("Pier 7")
                            .postcode("20457")
                            .city("Hamburg")
                            .country("DE"))
                    .shipping(NewOrder.ShippingEnum.QUAYSIDE)
                    .card("card-accepted")
                    .agreedTotalMinor(2 * shackle.getPriceMinor());
            var key = UUID.randomUUID().toString();

            var placed = orders.placeOrderWithHttpInfo(key, wanted);
            var repeated = orders.placeOrderWithHttpInfo(key, wanted);

            assertThat(placed.getStatusCode().value()).isEqualTo(201);
            assertThat(repeated.getStatusCode().value()).isEqualTo(200);
            var order = Objects.requireNonNull(placed.getBody());
            assertThat(Objects.requireNonNull(repeated.getBody()).getNumber()).isEqualTo(order.getNumber());
            assertThat(orders.getOrder(order.getToken()).getTotalMinor()).isEqualTo(2 * shackle.getPriceMinor());
            assertThat(shop.number("SELECT count(*) FROM orders WHERE email = 'generated@example.org'"))
                    .isOne();

            assertThatThrownBy(() -> orders.placeOrder(UUID.randomUUID().toString(), wanted.agreedTotalMinor(1L)))
                    .isInstanceOfSatisfying(RestClientResponseException.class, refused -> {
                        assertThat(refused.getStatusCode().value()).isEqualTo(409);
                        assertThat(problem(refused).getCode()).isEqualTo("changed");
                    });
            var promo = new AtomicReference<RestClientResponseException>();
            for (var guess = 0; guess < 30; guess++) {
                assertThatThrownBy(() -> shelves.getPromo("NO-SUCH"))
                        .isInstanceOfSatisfying(RestClientResponseException.class, promo::set);
            }
            assertThat(promo.get()).satisfies(tooMany -> {
                assertThat(tooMany.getStatusCode().value()).isEqualTo(429);
                assertThat(problem(tooMany).getStatus()).isEqualTo(429);
                assertThat(Objects.requireNonNull(tooMany.getResponseHeaders()).getFirst("Retry-After"))
                        .matches("[0-9]+");
            });
        }
    }

    private static Problem problem(RestClientResponseException refused) {
        return Objects.requireNonNull(refused.getResponseBodyAs(Problem.class));
    }

    @Test
    void aKeyThatIsBeingWorkedOnIsNotWorkedOnTwice() throws Exception {
        var key = UUID.randomUUID().toString();
        var slow = ORDER.replace("card-accepted", "card-slow");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> place(key, slow));
            var second = place(key, slow);
            // The first one may be the one that came second.
            var refused = second.statusCode() == 409 ? second : first.get();
            var placed = second.statusCode() == 409 ? first.get() : second;

            problem("/orders", "post", refused, 409, "key-running");
            assertThat(placed.statusCode()).isEqualTo(201);
        }
        assertThat(place(key, slow).statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverAsksTooOftenIsToldWhenToComeBack() throws Exception {
        // Another address than the other tests have, whose limit is their own.
        try (var crowd = new Buyer(shop.url(), InetAddress.getByName("127.0.0.9"))) {
            HttpResponse<String> last = null;
            for (var asked = 0; asked <= 120; asked++) {
                last = place(crowd, "short", ORDER);
            }
            problem("/orders", "post", Objects.requireNonNull(last), 429, "too-often");
            assertThat(Long.parseLong(last.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1L, 60L);
        }
    }

    @Test
    void anOrderIsReceivedWhileTheDatabaseIsAwayAndPlacedAfterIt() throws Exception {
        var key = UUID.randomUUID().toString();
        shop.cluster().primary().stop(StopMode.FAST);
        String token;
        try {
            var answer = place(key, ORDER);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            assertThat(answer.headers().allValues("Chandlery-Degraded")).contains("order=journal");
            var received = described("/orders", "post", answer);
            assertThat(received.path("state").asString()).isEqualTo("RECEIVED");
            token = received.path("token").asString();
            assertThat(place(key, ORDER).statusCode()).isEqualTo(202);
            var withCode = ORDER.replace("\"lines\"", "\"promo\": \"ANY\", \"lines\"");
            problem("/orders", "post", place(UUID.randomUUID().toString(), withCode), 503, "unavailable");
        } finally {
            shop.cluster().primary().start();
        }

        shop.await(
                Duration.ofSeconds(30),
                "SELECT count(*) FROM orders WHERE state = 'CONFIRMED' AND token = '" + token + "'",
                1);
        var shown = client.get("/api/v1/orders/" + token);
        assertThat(shown.statusCode()).isEqualTo(200);
        described("/orders/{token}", "get", shown);
        assertThat(place(key, ORDER).statusCode()).isEqualTo(200);
    }

    @Test
    void aRefusalIsNotFrozenIntoTheKey() throws Exception {
        var key = UUID.randomUUID().toString();

        problem("/orders", "post", place(key, ORDER.replace("1580", "1")), 409, "changed");
        assertThat(place(key, ORDER).statusCode()).isEqualTo(201);
    }

    @Test
    void refusesWhatItCannotUseAsProblems() throws Exception {
        var key = UUID.randomUUID().toString();

        problem("/orders", "post", place("short", ORDER), 400, "key-missing");
        problem("/orders", "post", place(key, "{"), 400, "bad-request");
        problem("/orders", "post", place(key, "{}"), 422, "invalid");
        problem("/orders", "post", place(key, ORDER.replace("\"DE\"", "\"ZZ\"")), 422, "invalid");
        problem("/orders", "post", place(key, ORDER.replace("\"quantity\": 1", "\"quantity\": 100")), 422, "invalid");
        problem("/orders", "post", place(key, ORDER.replace("RIG-BOW-06", "NO-SUCH")), 409, "changed");
        problem("/orders/{token}", "get", client.get("/api/v1/orders/guess"), 404, "not-found");
        var noJson = client.send(client.form("/api/v1/orders", Map.of("a", "b")));
        assertThat(noJson.statusCode()).isEqualTo(415);
    }

    private static HttpResponse<String> place(String key, String body) throws IOException, InterruptedException {
        return place(client, key, body);
    }

    private static HttpResponse<String> place(Buyer caller, String key, String body)
            throws IOException, InterruptedException {
        return caller.send(caller.page("/api/v1/orders")
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static void problem(String path, String method, HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(described(path, method, answer).path("code").asString()).isEqualTo(code);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ");
    }

    /// The body, after it was held against the schema that the description has for this status.
    private static JsonNode described(String path, String method, HttpResponse<String> answer) {
        var response = description
                .path("paths")
                .path(path)
                .path(method)
                .path("responses")
                .path(Integer.toString(answer.statusCode()));
        assertThat(response.isMissingNode())
                .as("%s %s describes status %d: %s", method, path, answer.statusCode(), answer.body())
                .isFalse();
        var schema = response.path("content").iterator().next().path("schema");
        var body = JSON.readTree(answer.body());
        check(schema, body, path);
        return body;
    }

    private static void check(JsonNode schema, JsonNode value, String where) {
        if (schema.has("$ref")) {
            var name = schema.path("$ref").asString().substring("#/components/schemas/".length());
            check(description.path("components").path("schemas").path(name), value, where + " " + name);
            return;
        }
        switch (schema.path("type").asString()) {
            case "array" -> value.forEach(item -> check(schema.path("items"), item, where));
            case "object" -> checkMembers(schema, value, where);
            case "integer" -> assertThat(value.isIntegralNumber()).as(where).isTrue();
            default -> assertThat(value.isString()).as(where).isTrue();
        }
        if (schema.has("enum")) {
            assertThat(schema.path("enum")).as(where).contains(value);
        }
        if (schema.has("pattern")) {
            assertThat(value.asString())
                    .as(where)
                    .matches(Pattern.compile(schema.path("pattern").asString()));
        }
    }

    private static void checkMembers(JsonNode schema, JsonNode value, String where) {
        var names = List.copyOf(value.propertyNames());
        schema.path("required").forEach(name -> assertThat(names).as(where).contains(name.asString()));
        for (var name : names) {
            var member = schema.path("properties").path(name);
            assertThat(member.isMissingNode())
                    .as("%s describes %s", where, name)
                    .isFalse();
            check(member, value.path(name), where + "." + name);
        }
    }
}
