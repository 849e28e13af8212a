package dev.tautline.store;

import static dev.tautline.store.Buyer.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.lab.postgres.StopMode;
import dev.tautline.store.database.Transactions;
import dev.tautline.store.intake.OrderIntake;
import dev.tautline.store.pricing.Money;
import dev.tautline.store.pricing.Promo;
import dev.tautline.store.promo.PromoGone;
import dev.tautline.store.promo.PromoUses;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Promotion codes from the basket to the books: what they take off, and that none is used more often than it may be.
@Tag("lab")
@Timeout(120)
class PromoLabTest {
    private static final Duration SETTLED = Duration.ofSeconds(40);
    // Per code: the uses that are counted, less the orders that have them.
    private static final String UNTRUE_COUNTS = """
            SELECT count(*) FROM promo_codes c WHERE uses <> (SELECT count(*) FROM orders o
                WHERE o.promo_code = c.code AND o.state IN ('PENDING_PAYMENT', 'CONFIRMED'))""";

    private static Shop shop;

    @BeforeAll
    static void open() throws Exception {
        shop = Shop.open(
                "spring.datasource.hikari.connection-timeout=500", "spring.datasource.hikari.validation-timeout=250");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @AfterEach
    void usesAreThoseOfTheOrders() throws Exception {
        assertThat(shop.number(UNTRUE_COUNTS)).isZero();
    }

    @Test
    void aCodeTakesItsPartOffFromTheBasketToTheLetter() throws Exception {
        code("TEN", "'PERCENT', 10, 0, NULL");
        try (var buyer = shop.buyer()) {
            buyer.post("/cart/lines", Map.of("sku", "RIG-BOW-06", "quantity", "1"));
            assertThat(location(buyer.post("/cart/promo", Map.of("code", " ten "))))
                    .isEqualTo("/cart");
            assertThat(buyer.get("/cart").body()).contains("Code TEN", "−€0.99", "€8.91", "10 % off the goods");
            assertThat(buyer.get("/de/cart").body()).contains("10 % auf die Waren", "−0,99");

            var order = buyer.buy("RIG-BOW-06", "card-accepted");

            // Two shackles of 9.90 by now: 19.80 − 1.98 + 5.90.
            shop.await(SETTLED, orders(order, "CONFIRMED"), 1);
            assertThat(shop.text(
                            "SELECT concat_ws(' ', promo_code, goods_minor, discount_minor, total_minor) FROM orders"
                                    + " WHERE token = '" + token(order) + "'"))
                    .isEqualTo("TEN 1980 198 2372");
            assertThat(buyer.get(order).body()).contains("Code TEN", "−€1.98", "€23.72");
            shop.await(
                    SETTLED,
                    "SELECT count(*) FROM mails WHERE body LIKE '%Code TEN  -€1.98%Total €23.72%' AND body LIKE '%"
                            + order + "%' AND subject LIKE '%is confirmed'",
                    1);
            assertThat(uses("TEN")).isOne();
            buyer.post("/cart/lines", Map.of("sku", "RIG-BOW-06", "quantity", "1"));
            assertThat(buyer.get("/cart").body())
                    .as("the order has the code now")
                    .doesNotContain("Code TEN");
        }
    }

    @Test
    void aCodeThatDoesNotHoldIsToldWithItsReasonAndTheOneBeforeStays() throws Exception {
        code("GONE", "'PERCENT', 10, 0, NULL");
        shop.change("UPDATE promo_codes SET ended_at = now() WHERE code = 'GONE'");
        code("FULL", "'PERCENT', 10, 0, 1");
        shop.change("UPDATE promo_codes SET uses = 1 WHERE code = 'FULL'");
        code("GOOD", "'AMOUNT', 100, 5000, NULL");
        try (var buyer = shop.buyer()) {
            buyer.post("/cart/lines", Map.of("sku", "RIG-BOW-06", "quantity", "1"));
            buyer.post("/cart/promo", Map.of("code", "GOOD"));

            refused(buyer, "NO-SUCH", "We know no such code");
            refused(buyer, "<b>\u0000", "We know no such code");
            refused(buyer, " ", "Enter a promotion code");
            refused(buyer, "GONE", "This code has ended");
            refused(buyer, "FULL", "used as often as it may be");
            var german = buyer.post("/de/cart/promo", Map.of("code", "GONE"));
            assertThat(german.body()).contains("Dieser Code ist abgelaufen");
            assertThat(buyer.get("/cart").body())
                    .contains("Your code GOOD", "takes something off from €50.00")
                    .doesNotContain("Code GOOD<");

            assertThat(location(buyer.post("/cart/promo/remove", Map.of()))).isEqualTo("/cart");
            assertThat(buyer.get("/cart").body()).doesNotContain("GOOD");
        } finally {
            shop.change("UPDATE promo_codes SET uses = 0 WHERE code = 'FULL'");
        }
    }

    @Test
    void nobodyMakesACodeOfTheirOwnOrGuessesForLong() throws Exception {
        try (var buyer = shop.buyer()) {
            buyer.post("/cart/lines", Map.of("sku", "RIG-BOW-06", "quantity", "1"));
            var forged = buyer.send(buyer.page("/cart")
                    .header("Cookie", "promo=MXxNSU5FOlBFUkNFTlQ6MTAwOjA.AAAA")
                    .GET());
            assertThat(forged.body()).doesNotContain("MINE");
        }
        try (var guesser = shop.buyer()) {
            var statuses = new ArrayList<Integer>();
            for (var guess = 0; guess < 25; guess++) {
                statuses.add(guesser.send(guesser.page("/api/v1/promo-codes/GUESS-" + guess)
                                .GET())
                        .statusCode());
            }
            assertThat(statuses).startsWith(404).endsWith(429).doesNotContain(200);
        }
    }

    @Test
    void aCodeThatEndsBeforeTheOrderIsSentLetsTheBuyerLookAgain() throws Exception {
        code("SOON", "'AMOUNT', 300, 0, NULL");
        try (var buyer = shop.buyer()) {
            buyer.post("/cart/promo", Map.of("code", "SOON"));
            var form = buyer.upToReview("RIG-BOW-06", "card-accepted");
            assertThat(form).containsEntry("agreedTotal", "1280");
            shop.change("UPDATE promo_codes SET ended_at = now() WHERE code = 'SOON'");

            assertThat(location(buyer.post("/checkout/place", form))).isEqualTo("/checkout/review?notice=promo");

            assertThat(buyer.get("/checkout/review?notice=promo").body())
                    .contains("Your code no longer holds", "Order and pay €15.80")
                    .doesNotContain("SOON");
            assertThat(shop.number("SELECT count(*) FROM orders WHERE checkout_id = '" + form.get("checkoutId") + "'"))
                    .isZero();
            assertThat(shop.number("SELECT held FROM stock WHERE sku = 'RIG-BOW-06'"))
                    .isZero();
        }
    }

    @Test
    void anOrderThatComesToNothingGivesItsUseBackAndARefundDoesNot() throws Exception {
        code("ONCE", "'PERCENT', 50, 0, 1");
        try (var buyer = shop.buyer();
                var clerk = Clerk.signedIn(shop, "promo-clerk@example.org", "clerk")) {
            buyer.post("/cart/promo", Map.of("code", "ONCE"));
            var declined = buyer.buy("RIG-BOW-08", "card-declined");
            shop.await(SETTLED, orders(declined, "CANCELLED"), 1);
            assertThat(uses("ONCE")).isZero();

            var bought = buyer.buy("RIG-BOW-08", "card-accepted");
            shop.await(SETTLED, payments(bought, "CAPTURED"), 1);
            assertThat(uses("ONCE")).isOne();
            var page =
                    "/admin/orders/" + shop.number("SELECT number FROM orders WHERE token = '" + token(bought) + "'");
            var form = clerk.withKey(page, Map.of("seen", "0", "amount", "1.00"));
            form.put("refundId", UUID.randomUUID().toString());
            assertThat(location(clerk.browser().post(page + "/refund", form))).isEqualTo(page);
            assertThat(clerk.get(page).body()).contains("Code ONCE");
            assertThat(uses("ONCE")).as("after a refund").isOne();

            assertThat(location(clerk.post(page, page + "/cancel", Map.of()))).isEqualTo(page);
            assertThat(clerk.post(page, page + "/cancel", Map.of()).statusCode())
                    .isEqualTo(409);
            assertThat(uses("ONCE")).as("after the shop took the order back").isZero();
        }
    }

    @Test
    void ofFortyBuyersWithACodeForSevenSevenUseIt() throws Exception {
        code("SEVEN", "'PERCENT', 20, 0, 7");
        var buyers = IntStream.range(0, 40).mapToObj(number -> shop.buyer()).toList();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            // Entered once and copied, for one address may only try a few times a minute.
            String cookie;
            try (var first = shop.buyer()) {
                cookie = first.post("/cart/promo", Map.of("code", "SEVEN")).headers().allValues("Set-Cookie").stream()
                        .filter(each -> each.startsWith("promo="))
                        .findFirst()
                        .orElseThrow();
            }
            List<Callable<HttpResponse<String>>> placing = new ArrayList<>();
            for (var form : crowd.invokeAll(buyers.stream()
                    .<Callable<Callable<HttpResponse<String>>>>map(buyer -> () -> {
                        buyer.accept(cookie);
                        var filled = buyer.upToReview("RIG-SNA-70", "card-accepted");
                        return () -> buyer.post("/checkout/place", filled);
                    })
                    .toList())) {
                placing.add(form.get());
            }

            var answers = crowd.invokeAll(placing).stream()
                    .map(done -> location(done.resultNow()))
                    .toList();

            awaitEmptyJournal();
            shop.await(SETTLED, "SELECT count(*) FROM orders WHERE promo_code = 'SEVEN' AND state = 'CONFIRMED'", 7);
            assertThat(uses("SEVEN")).isEqualTo(7);
            assertThat(answers)
                    .allMatch(page -> page.equals("/checkout/review?notice=promo") || page.startsWith("/orders/"));
            // Whoever was received while it was crowded was told the truth afterwards.
            assertThat(shop.number("SELECT count(*) FROM orders WHERE promo_code = 'SEVEN'"))
                    .isEqualTo(answers.stream()
                            .filter(page -> page.startsWith("/orders/"))
                            .count());
        } finally {
            buyers.forEach(Buyer::close);
        }
    }

    @Test
    void anOutageKeepsThePriceAndNotTheLimitFromCounting() throws Exception {
        code("STORM", "'AMOUNT', 400, 0, 1");
        try (var one = shop.buyer();
                var two = shop.buyer()) {
            one.post("/cart/promo", Map.of("code", "STORM"));
            two.post("/cart/promo", Map.of("code", "STORM"));
            var forms = List.of(
                    one.upToReview("RIG-SNA-87", "card-accepted"), two.upToReview("RIG-SNA-87", "card-accepted"));
            shop.cluster().primary().stop(StopMode.FAST);
            String first;
            String second;
            try {
                first = received(one, forms.getFirst());
                second = received(two, forms.getLast());
                assertThat(one.get(first).body()).contains("Received, not charged yet.", "Code STORM", "−€4.00");
                two.post("/cart/lines", Map.of("sku", "RIG-SNA-87", "quantity", "1"));
                var away = two.post("/cart/promo", Map.of("code", "STORM"));
                assertThat(away.statusCode()).isEqualTo(503);
                assertThat(away.body()).contains("cannot look codes up just now");
            } finally {
                shop.cluster().primary().start();
            }
            awaitDatabase(one);

            shop.await(SETTLED, orders(first, "CONFIRMED"), 1);
            shop.await(SETTLED, orders(second, "REJECTED"), 1);
            assertThat(shop.text("SELECT cancel_reason FROM orders WHERE token = '" + token(second) + "'"))
                    .isEqualTo("PROMO_GONE");
            assertThat(shop.number("SELECT discount_minor FROM orders WHERE token = '" + token(first) + "'"))
                    .isEqualTo(400);
            shop.await(
                    SETTLED,
                    "SELECT count(*) FROM mails WHERE subject LIKE 'We cannot fulfil%' AND body LIKE '%"
                            + "others used your promotion code%" + second + "%'",
                    1);
            assertThat(uses("STORM")).isOne();
        }
    }

    @Test
    void aPriceThatWasPromisedBeforeACodeEndedIsKept() throws Exception {
        code("KEPT", "'PERCENT', 5, 0, 2");
        var promo = new Promo("KEPT", Promo.Kind.PERCENT, 5, Money.ZERO);
        var other = new Promo("KEPT", Promo.Kind.PERCENT, 50, Money.ZERO);
        var uses = shop.bean(PromoUses.class);
        var transactions = shop.bean(Transactions.class);
        var promised = Instant.now().minusSeconds(60);
        shop.change("UPDATE promo_codes SET ended_at = now() WHERE code = 'KEPT'");

        transactions.inOne(() -> uses.take(promo, promised));
        assertThatThrownBy(() -> transactions.inOne(() -> uses.take(promo, null)))
                .isInstanceOf(PromoGone.class);
        assertThatThrownBy(() -> transactions.inOne(() -> uses.take(other, promised)))
                .isInstanceOf(PromoGone.class);

        assertThat(uses("KEPT")).isOne();
        shop.change("UPDATE promo_codes SET uses = 0 WHERE code = 'KEPT'");
    }

    @Test
    void theApiTakesACodeAndAnswersItsKeyAlsoWhenTheCodeIsUsedUp() throws Exception {
        code("API-1", "'AMOUNT', 80, 0, 1");
        var body = """
                {"lines": [{"sku": "RIG-BOW-10", "quantity": 1}], "shipping": "QUAYSIDE", "card": "card-accepted",
                 "agreedTotalMinor": %d, "promo": "api-1", "address": {"email": "api@example.org", "name": "A. Client",
                 "line1": "Pier 7", "postcode": "20457", "city": "Hamburg", "country": "DE"}}""".formatted(shop.number("SELECT price_minor FROM variants WHERE sku = 'RIG-BOW-10'") - 80);
        var key = UUID.randomUUID().toString();
        try (var client = shop.buyer()) {
            assertThat(place(client, key, body).statusCode()).isEqualTo(201);
            assertThat(place(client, key, body).statusCode()).isEqualTo(200);
            var late = place(client, UUID.randomUUID().toString(), body);
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.body()).contains("\"code\":\"promo-gone\"");
            assertThat(uses("API-1")).isOne();
        }
    }

    @Test
    void aStorekeeperMakesAndEndsCodesAndTheLogSaysWho() throws Exception {
        try (var keeper = Clerk.signedIn(shop, "promo-keeper@example.org", "storekeeper");
                var viewer = Clerk.signedIn(shop, "promo-viewer@example.org", "viewer");
                var buyer = shop.buyer()) {
            var wanted = Map.of(
                    "code",
                    "autumn-5",
                    "kind",
                    "AMOUNT",
                    "value",
                    "5",
                    "least",
                    "20",
                    "most",
                    "3",
                    "last",
                    "2999-12-31");
            assertThat(location(keeper.post("/admin/promos", "/admin/promos", wanted)))
                    .isEqualTo("/admin/promos");
            assertThat(keeper.get("/admin/promos").body()).contains("AUTUMN-5", "€5.00", "€20.00", "0 of 3", "holds");
            var again = keeper.post("/admin/promos", "/admin/promos", wanted);
            assertThat(again.statusCode()).isEqualTo(422);
            assertThat(again.body()).contains("There is or was a code of this name");
            var wrong = keeper.post("/admin/promos", "/admin/promos", Map.of("code", "x", "kind", "PERCENT"));
            assertThat(wrong.body()).contains("A code has 3 to 24 letters", "Between 1 and 100");
            assertThat(keeper.post("/admin/promos", "/admin/promos", Map.of("code", "X-1", "kind", "GIFT"))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(viewer.get("/admin/promos").body()).contains("AUTUMN-5").doesNotContain("Make it", "/end\"");
            assertThat(viewer.post("/admin", "/admin/promos", wanted).statusCode())
                    .isEqualTo(403);
            buyer.post("/cart/lines", Map.of("sku", "RIG-BOW-06", "quantity", "1"));
            assertThat(location(buyer.post("/cart/promo", Map.of("code", "autumn-5"))))
                    .isEqualTo("/cart");

            for (var click = 0; click < 2; click++) {
                assertThat(location(keeper.post("/admin/promos", "/admin/promos/AUTUMN-5/end", Map.of())))
                        .isEqualTo("/admin/promos");
            }

            refused(buyer, "autumn-5", "This code has ended");
            assertThat(shop.text("SELECT string_agg(action || ' ' || who, ', ' ORDER BY id) FROM audit"
                            + " WHERE subject = 'promo AUTUMN-5'"))
                    .isEqualTo("PROMO_MADE promo-keeper@example.org, PROMO_ENDED promo-keeper@example.org");
        }
    }

    private static void code(String code, String terms) {
        shop.change("INSERT INTO promo_codes (code, kind, value, from_minor, most_uses) VALUES ('%s', %s)"
                .formatted(code, terms));
    }

    private static void refused(Buyer buyer, String code, String why) throws Exception {
        var answer = buyer.post("/cart/promo", Map.of("code", code));
        assertThat(answer.statusCode()).as(code).isEqualTo(422);
        assertThat(answer.body()).as(code).contains(why).doesNotContain("<b>\u0000");
    }

    private static String received(Buyer buyer, Map<String, String> form) throws Exception {
        var answer = buyer.post("/checkout/place", form);
        assertThat(answer.headers().allValues("Chandlery-Degraded")).contains("order=journal");
        return location(answer);
    }

    private static HttpResponse<String> place(Buyer client, String key, String body) throws Exception {
        return client.send(client.page("/api/v1/orders")
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static void awaitEmptyJournal() throws Exception {
        await(
                "the journal to be worked off",
                () -> shop.bean(OrderIntake.class).state().depth() == 0);
    }

    private static void awaitDatabase(Buyer buyer) throws Exception {
        await(
                "the shop to know that its database is back",
                () -> buyer.get("/account/login").statusCode() == 200);
    }

    private static void await(String what, Callable<Boolean> holds) throws Exception {
        var deadline = System.nanoTime() + SETTLED.toNanos();
        while (!holds.call()) {
            assertThat(System.nanoTime()).as("waited for " + what).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static long uses(String code) throws Exception {
        return shop.number("SELECT uses FROM promo_codes WHERE code = '" + code + "'");
    }

    private static String orders(String page, String state) {
        return "SELECT count(*) FROM orders WHERE state = '" + state + "' AND token = '" + token(page) + "'";
    }

    private static String payments(String page, String state) {
        return "SELECT count(*) FROM payments p JOIN orders o ON o.id = p.order_id WHERE p.state = '" + state
                + "' AND o.token = '" + token(page) + "'";
    }

    private static String token(String page) {
        return page.substring("/orders/".length());
    }
}
