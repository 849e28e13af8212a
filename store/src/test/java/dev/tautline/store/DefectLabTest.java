package dev.tautline.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.store.database.Line;
import dev.tautline.store.database.Transactions;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A database that answers, and says that the shop asked for what is not there, is no outage: the shop says 500, falls
/// back on nothing, and goes on with all else. One that takes the shop's rights away is one.
@Tag("lab")
@Timeout(120)
class DefectLabTest {
    private static final String ORDER = """
            {"lines": [{"sku": "RIG-BOW-06", "quantity": 1}], "shipping": "STANDARD", "card": "card-accepted",
             "agreedTotalMinor": 1580, "address": {"email": "api@example.org", "name": "A. Client", "line1": "Pier 7",
             "postcode": "20457", "city": "Hamburg", "country": "DE"}}""";

    private static Shop shop;
    private static Buyer buyer;

    @BeforeAll
    static void open() throws IOException {
        shop = Shop.open();
        buyer = shop.buyer();
    }

    @AfterAll
    static void close() {
        buyer.close();
        shop.close();
    }

    @Test
    void aColumnThatIsNotThereIsAMistakeOfOursAndNoOutage() throws Exception {
        var order = buyer.buy("RIG-BOW-06", "card-accepted");

        shop.change("ALTER TABLE payments RENAME refunded_minor TO renamed");
        try {
            isOurMistake(buyer.get(order));
            isOurProblem(buyer.get("/api/v1" + order));
            nothingElseIsAffected();
        } finally {
            shop.change("ALTER TABLE payments RENAME renamed TO refunded_minor");
        }
        assertThat(buyer.get(order).statusCode()).isEqualTo(200);
    }

    @Test
    void anOrderThatAMistakeOfOursStopsIsNotReceivedAsInAnOutageAndCanBeSentAgain() throws Exception {
        var key = UUID.randomUUID().toString();

        shop.change("ALTER TABLE outbox RENAME TO renamed");
        try {
            var refused = place(key, ORDER);
            isOurProblem(refused);
            assertThat(refused.headers().firstValue("Chandlery-Degraded")).isEmpty();
            nothingElseIsAffected();
        } finally {
            shop.change("ALTER TABLE renamed RENAME TO outbox");
        }
        assertThat(place(key, ORDER).statusCode()).isEqualTo(201);
    }

    @Test
    void aMigrationUnderAPreparedStatementCostsAnotherTryAndNoOrder() throws Exception {
        shop.change(
                "CREATE TABLE changing (a int); INSERT INTO changing VALUES (1); GRANT SELECT ON changing TO chandlery_app");
        var transactions = shop.bean(Transactions.class);
        var buy = shop.bean(JdbcClient.class);
        // Prepared on the server from the fifth time on (pgjdbc, prepareThreshold).
        Supplier<Integer> columns = () -> {
            var found = 0;
            for (var times = 0; times < 6; times++) {
                found = buy.sql("SELECT * FROM changing").query().singleRow().size();
            }
            return found;
        };
        assertThat(transactions.inOne(columns)).isOne();

        shop.change("ALTER TABLE changing ADD b int");

        assertThat(transactions.inOne(columns)).isEqualTo(2);
    }

    @Test
    void rightsThatWereTakenAwayAreAnOutage() throws Exception {
        var order = buyer.buy("RIG-BOW-06", "card-accepted");

        shop.change("REVOKE SELECT ON order_lines FROM chandlery_app");
        try {
            for (var path : new String[] {order, "/api/v1" + order}) {
                var answer = buyer.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).as(path).isPresent();
            }
        } finally {
            shop.change("GRANT SELECT ON order_lines TO chandlery_app");
        }
        assertThat(buyer.get(order).statusCode()).isEqualTo(200);
    }

    @Test
    void aCharacterThatNoDatabaseHoldsIsTheVisitorsMistake() throws Exception {
        var login =
                buyer.post("/account/login", Map.of("email", "a\u0000b@example.org", "password", "anything at all"));
        assertThat(login.statusCode()).isBetween(400, 499);

        var sku = place(UUID.randomUUID().toString(), ORDER.replace("RIG-BOW-06", "RIG\\u0000BOW"));
        assertThat(sku.statusCode()).as(sku.body()).isEqualTo(422);
        var none = place(UUID.randomUUID().toString(), ORDER.replace("\"sku\": \"RIG-BOW-06\", ", ""));
        assertThat(none.statusCode()).as(none.body()).isEqualTo(422);
        var hole = place(UUID.randomUUID().toString(), ORDER.replace("[{", "[null, {"));
        assertThat(hole.statusCode()).as(hole.body()).isEqualTo(422);
    }

    private static void isOurMistake(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        assertThat(answer.body())
                .contains("Something broke on our side", "To the shop")
                .doesNotContain("Exception", "\tat ", "refunded_minor", "SELECT");
    }

    private static void isOurProblem(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        assertThat(answer.body()).contains("\"failed\"").doesNotContain("Exception", "refunded_minor", "outbox");
    }

    private static void nothingElseIsAffected() throws Exception {
        assertThat(shop.bean(Line.class).isUp()).as("the line to the database").isTrue();
        var shelf = buyer.get("/c/rope");
        assertThat(shelf.statusCode()).isEqualTo(200);
        assertThat(shelf.headers().firstValue("Chandlery-Degraded")).isEmpty();
        assertThat(shop.management("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> place(String key, String body) throws IOException, InterruptedException {
        return buyer.send(buyer.page("/api/v1/orders")
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
