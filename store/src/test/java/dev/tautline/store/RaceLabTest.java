package dev.tautline.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.net.FreePorts;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.statement.Cut;
import dev.tautline.lab.statement.CuttingProxy;
import dev.tautline.store.intake.OrderIntake;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two things that want to happen at once. The double click is in `PurchaseLabTest`.
@Tag("lab")
class RaceLabTest {
    private static final Duration SETTLED = Duration.ofSeconds(30);
    private static final String SECRET = "shared by shop and simulator";

    private static Cluster cluster;
    private static CuttingProxy cutter;
    private static Shop shop;

    @BeforeAll
    static void open() throws Exception {
        cluster = Shop.newCluster();
        Shop.migrate(cluster);
        cutter = CuttingProxy.before(cluster.primary().address());
        var port = new FreePorts(new Random()).next(cutter.address().getAddress());
        var way = "jdbc:postgresql://127.0.0.1:%d/chandlery?sslmode=disable"
                .formatted(cutter.address().getPort());
        shop = Shop.on(
                cluster,
                "server.port=" + port,
                "chandlery.payment.webhook-secret=" + SECRET,
                "spring.datasource.url=" + way,
                // Only commits of buying pass the cutter.
                "chandlery.browse.datasource.url=" + cluster.primary().jdbcUrl("chandlery"));
    }

    @AfterAll
    static void close() {
        cutter.close();
        shop.close();
    }

    @Test
    void twoTabsThatSendOneCheckoutWithTwoCardsAreOneOrder() throws Exception {
        try (var buyer = shop.buyer();
                var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = buyer.upToReview("RIG-BOW-08", "card-accepted");
            Map<String, String> other = new java.util.TreeMap<>(one);
            other.put("card", "card-slow");

            var pages = tabs
                    .invokeAll(List.of(
                            placing(buyer, one), placing(buyer, other), placing(buyer, other), placing(buyer, one)))
                    .stream()
                    .map(done -> Buyer.location(done.resultNow()))
                    .distinct()
                    .toList();

            assertThat(pages).singleElement().asString().startsWith("/orders/");
            shop.await(SETTLED, orders(pages.getFirst(), "CONFIRMED"), 1);
            assertThat(shop.number("SELECT count(*) FROM orders WHERE checkout_id = '" + one.get("checkoutId") + "'"))
                    .isOne();
        }
    }

    @Test
    void ofFiftyBuyersWhoWantTheLastPieceOneGetsIt() throws Exception {
        shop.change("UPDATE stock SET on_hand = 1 WHERE sku = 'RIG-SCR-10'");
        shop.bean(dev.tautline.store.catalog.CatalogueKeeper.class).refreshNow();
        var buyers = IntStream.range(0, 50).mapToObj(number -> shop.buyer()).toList();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<HttpResponse<String>>> placing = new ArrayList<>();
            for (var form : crowd.invokeAll(buyers.stream()
                    .<Callable<Callable<HttpResponse<String>>>>map(
                            buyer -> () -> placing(buyer, buyer.upToReview("RIG-SCR-10", "card-accepted")))
                    .toList())) {
                placing.add(form.get());
            }

            var answers = crowd.invokeAll(placing).stream()
                    .map(done -> Buyer.location(done.resultNow()))
                    .toList();

            assertThat(answers).allMatch(page -> page.equals("/cart") || page.startsWith("/orders/"));
            shop.await(
                    SETTLED,
                    "SELECT count(*) FROM orders o JOIN order_lines l ON l.order_id = o.id"
                            + " WHERE o.state = 'CONFIRMED' AND l.sku = 'RIG-SCR-10'",
                    1);
            awaitEmptyJournal();
            assertThat(shop.number("SELECT on_hand + held FROM stock WHERE sku = 'RIG-SCR-10'"))
                    .isZero();
            // Whoever was received while it was crowded was told the truth afterwards.
            assertThat(shop.number("SELECT count(*) FROM orders o JOIN order_lines l ON l.order_id = o.id"
                            + " WHERE l.sku = 'RIG-SCR-10'"))
                    .isEqualTo(answers.stream()
                            .filter(page -> page.startsWith("/orders/"))
                            .count());
        } finally {
            buyers.forEach(Buyer::close);
        }
    }

    @Test
    void aBankThatTellsBeforeItAnswersAndTwiceChangesNothing() throws Exception {
        try (var buyer = shop.buyer()) {
            var order = buyer.buy("RIG-BOW-10", "card-echo");

            shop.await(SETTLED, orders(order, "CONFIRMED"), 1);
            shop.await(SETTLED, payments(order, "CAPTURED"), 1);
            assertThat(shop.number("SELECT count(*) FROM stock_ledger l JOIN orders o ON o.id = l.order_id"
                            + " WHERE o.token = '" + token(order) + "'"))
                    .isOne();
        }
    }

    @Test
    void aBankThatChargesWhenNobodyWaitsAnyMoreIsNotChargedTwice() throws Exception {
        try (var buyer = shop.buyer()) {
            var order = buyer.buy("RIG-SNA-87", "card-late");

            shop.await(SETTLED, payments(order, "CAPTURED"), 1);
            assertThat(shop.number("SELECT count(*) FROM mails WHERE subject LIKE '%is confirmed' AND body LIKE '%"
                            + order + "%'"))
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aHoldThatExpiresWhileTheBankSaysYesEndsOneWayOnly() throws Exception {
        var before = shop.number("SELECT on_hand FROM stock WHERE sku = 'RIG-DBL-40'");
        try (var buyer = shop.buyer();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var form = buyer.upToReview("RIG-DBL-40", "card-slow");
            var placing = threads.submit(placing(buyer, form));
            shop.await(
                    SETTLED,
                    "SELECT count(*) FROM payments p JOIN orders o ON o.id = p.order_id WHERE p.state = 'AUTHORISING'"
                            + " AND o.checkout_id = '" + form.get("checkoutId") + "'",
                    1);
            shop.change("UPDATE stock_holds SET expires_at = now() WHERE sku = 'RIG-DBL-40'");
            shop.change("UPDATE payments SET next_check = now()");
            var order = Buyer.location(placing.get());

            shop.await(
                    SETTLED,
                    "SELECT count(*) FROM orders o JOIN payments p ON p.order_id = o.id WHERE o.token = '"
                            + token(order)
                            + "' AND (o.state, p.state) IN (('CONFIRMED', 'CAPTURED'), ('CANCELLED', 'VOIDED'))",
                    1);

            var sold = shop.number(orders(order, "CONFIRMED"));
            assertThat(shop.number("SELECT on_hand FROM stock WHERE sku = 'RIG-DBL-40'"))
                    .isEqualTo(before - sold);
            assertThat(shop.number("SELECT held FROM stock WHERE sku = 'RIG-DBL-40'"))
                    .isZero();
        }
    }

    @Test
    void anOrderWhoseCommitIsNeverAnsweredIsOneOrderAndOneUseOfItsCode() throws Exception {
        for (var attempt = 1; ; attempt++) {
            try (var buyer = shop.buyer()) {
                var code = "LOST-" + attempt;
                shop.change("INSERT INTO promo_codes (code, kind, value, most_uses) VALUES ('%s', 'PERCENT', 10, 1)"
                        .formatted(code));
                buyer.post("/cart/promo", Map.of("code", code));
                var form = buyer.upToReview("RIG-BOW-06", "card-accepted");
                var before = cutter.made(Cut.COMMIT_ANSWER);
                cutter.arm(Cut.COMMIT_ANSWER, 1);
                var answer = buyer.post("/checkout/place", form);
                var order = Buyer.location(answer);

                shop.await(SETTLED, orders(order, "CONFIRMED"), 1);
                awaitEmptyJournal();
                assertThat(shop.number(
                                "SELECT count(*) FROM orders WHERE checkout_id = '" + form.get("checkoutId") + "'"))
                        .isOne();
                assertThat(shop.number("SELECT uses FROM promo_codes WHERE code = '" + code + "'"))
                        .isOne();
                assertThat(cutter.made(Cut.COMMIT_ANSWER)).isGreaterThan(before);
                if (answer.headers().allValues("Chandlery-Degraded").contains("order=journal")) {
                    return;
                }
                // A job's commit was the next one; once more.
                assertThat(attempt).isLessThan(20);
            }
        }
    }

    private static Callable<HttpResponse<String>> placing(Buyer buyer, Map<String, String> form) {
        return () -> buyer.post("/checkout/place", form);
    }

    private static void awaitEmptyJournal() {
        var deadline = System.nanoTime() + SETTLED.toNanos();
        while (shop.bean(OrderIntake.class).state().depth() > 0) {
            assertThat(System.nanoTime()).as("the journal was worked off").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
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
