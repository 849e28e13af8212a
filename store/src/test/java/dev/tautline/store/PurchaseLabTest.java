package dev.tautline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.agent.Agent;
import dev.tautline.agent.AgentReport;
import dev.tautline.store.stock.StockReconciler;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("lab")
class PurchaseLabTest {
    private static final Duration SETTLED = Duration.ofSeconds(15);
    private static Shop shop;

    @BeforeAll
    static void open() throws IOException {
        shop = Shop.open();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void aPurchaseEndsConfirmedWithStockClaimedAndMoneyTaken() throws Exception {
        var onHand = shop.number("SELECT on_hand FROM stock WHERE sku = 'RIG-BOW-06'");
        try (var buyer = shop.buyer()) {
            var order = buyer.buy("RIG-BOW-06", "card-accepted");

            assertThat(buyer.get(order).body()).contains("We are packing", "Bow shackle, 6 mm pin", "€15.80");
            assertThat(buyer.get("/cart").body()).contains("Nothing in it yet");
            assertThat(paymentOf(order, "CAPTURED")).isOne();
            assertThat(shop.number("SELECT on_hand FROM stock WHERE sku = 'RIG-BOW-06'"))
                    .isEqualTo(onHand - 1);
            assertThat(shop.number("SELECT count(*) FROM stock_ledger WHERE sku = 'RIG-BOW-06' AND delta = -1"))
                    .isOne();
            shop.await(
                    SETTLED,
                    "SELECT count(*) FROM mails WHERE subject LIKE '%is confirmed'" + " AND body LIKE '%" + order
                            + "%'",
                    1);
        }
    }

    /// A mapper that looks for columns by names that they do not have is an error in the driver for each, caught and
    /// paid
    /// for; the guard counts them.
    @Test
    void aPurchaseAsksForNoColumnThatIsNotThere() throws Exception {
        var agent = shop.bean(Agent.class);
        var before = Instant.now().getEpochSecond();
        try (var buyer = shop.buyer()) {
            buyer.buy("DEC-CLE-15", "card-accepted");
        }
        var after = Instant.now().getEpochSecond();

        var end = System.nanoTime() + SETTLED.toNanos();
        while (buyPool(agent).seconds().getLast().epochSecond() < after) {
            assertThat(System.nanoTime())
                    .as("the second of the purchase is over")
                    .isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(buyPool(agent).seconds())
                .filteredOn(second -> second.epochSecond() >= before)
                .isNotEmpty()
                .allSatisfy(second -> assertThat(second.statementsFailed()).doesNotContainKey("42703"));
    }

    private static AgentReport.PoolReport buyPool(Agent agent) {
        return agent.report().pools().stream()
                .filter(pool -> pool.name().equals("buy"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSameFormSentTenTimesAtOnceIsOneOrder() throws Exception {
        try (var buyer = shop.buyer();
                var clicks = Executors.newVirtualThreadPerTaskExecutor()) {
            var form = buyer.upToReview("RIG-BOW-08", "card-slow");
            Callable<String> click = () -> Buyer.location(buyer.post("/checkout/place", form));

            var pages = clicks.invokeAll(Collections.nCopies(10, click)).stream()
                    .map(Future::resultNow)
                    .distinct()
                    .toList();

            assertThat(pages).hasSize(1);
            assertThat(shop.number("SELECT count(*) FROM orders WHERE checkout_id = '" + form.get("checkoutId") + "'"))
                    .isOne();
            assertThat(Buyer.location(buyer.post("/checkout/place", form))).isEqualTo(pages.getFirst());
        }
    }

    @Test
    void aDeclinedCardSellsNothingAndKeepsTheBasketForAnotherCard() throws Exception {
        try (var buyer = shop.buyer()) {
            var order = buyer.buy("RIG-BOW-10", "card-declined");

            assertThat(buyer.get(order).body()).contains("did not come about", "declined");
            assertThat(shop.number("SELECT held FROM stock WHERE sku = 'RIG-BOW-10'"))
                    .isZero();
            assertThat(buyer.get("/cart").body()).contains("Bow shackle");
            var form = reviewForm(buyer, "card-accepted");
            assertThat(buyer.get(Buyer.location(buyer.post("/checkout/place", form)))
                            .body())
                    .contains("We are packing");
        }
    }

    @Test
    void theLastPieceIsSoldOnce() throws Exception {
        shop.change("UPDATE stock SET on_hand = 1 WHERE sku = 'RIG-SCR-10'");
        try (var one = shop.buyer();
                var other = shop.buyer();
                var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var forms = List.of(
                    one.upToReview("RIG-SCR-10", "card-accepted"), other.upToReview("RIG-SCR-10", "card-accepted"));
            Callable<String> first = () -> Buyer.location(one.post("/checkout/place", forms.get(0)));
            Callable<String> second = () -> Buyer.location(other.post("/checkout/place", forms.get(1)));

            var pages = both.invokeAll(List.of(first, second)).stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(pages).filteredOn(page -> page.startsWith("/orders/")).hasSize(1);
            assertThat(pages).filteredOn(page -> page.equals("/cart")).hasSize(1);
            assertThat(shop.number("SELECT on_hand FROM stock WHERE sku = 'RIG-SCR-10'"))
                    .isZero();
        }
    }

    @Test
    void aBankThatChargesAndForgetsToAnswerIsAskedUntilTheOrderIsConfirmed() throws Exception {
        try (var buyer = shop.buyer()) {
            var order = buyer.buy("RIG-SNA-70", "card-silent");

            assertThat(buyer.get(order).body()).contains("we are asking your bank");
            shop.await(SETTLED, confirmed(order), 1);
            assertThat(paymentOf(order, "CAPTURED")).isOne();
            assertThat(shop.number("SELECT held FROM stock WHERE sku = 'RIG-SNA-70'"))
                    .isZero();
        }
    }

    @Test
    void aCallThatNeverReachedTheBankEndsWithTheHoldAndNothingIsCharged() throws Exception {
        try (var buyer = shop.buyer()) {
            var order = buyer.buy("RIG-SNA-87", "card-lost");
            assertThat(shop.number("SELECT held FROM stock WHERE sku = 'RIG-SNA-87'"))
                    .isOne();

            shop.change("UPDATE stock_holds SET expires_at = now() WHERE sku = 'RIG-SNA-87'");

            shop.await(
                    SETTLED,
                    "SELECT count(*) FROM payments p JOIN orders o ON o.id = p.order_id WHERE o.token = '"
                            + token(order) + "' AND o.state = 'CANCELLED' AND p.state = 'VOIDED'",
                    1);
            assertThat(shop.number("SELECT held FROM stock WHERE sku = 'RIG-SNA-87'"))
                    .isZero();
        }
    }

    @Test
    void aBankThatBreaksOnceIsAskedAgain() throws Exception {
        try (var buyer = shop.buyer()) {
            var order = buyer.buy("RIG-KNI-W", "card-broken");

            shop.await(SETTLED, confirmed(order), 1);
        }
    }

    @Test
    void aPriceThatChangedSinceTheReviewIsShownBeforeItIsPaid() throws Exception {
        try (var buyer = shop.buyer()) {
            var form = buyer.upToReview("RIG-KNI-B", "card-accepted");
            shop.change("UPDATE variants SET price_minor = 9990 WHERE sku = 'RIG-KNI-B'");

            var next = Buyer.location(buyer.post("/checkout/place", form));

            assertThat(next).isEqualTo("/checkout/review?notice=changed");
            assertThat(buyer.get(next).body()).contains("Something has changed", "€105.80");
            assertThat(buyer.get("/cart").body()).contains("The price has changed");
        }
    }

    @Test
    void theShelfIsAddedUpAgainFromWhatHappened() throws Exception {
        var reconciler = shop.bean(StockReconciler.class);
        try (var buyer = shop.buyer()) {
            buyer.buy("DEC-FEN-21", "card-accepted");
        }
        assertThat(reconciler.reconcile())
                .extracting(StockReconciler.Difference::sku)
                .doesNotContain("DEC-FEN-21");

        shop.change("UPDATE stock SET on_hand = on_hand - 1, held = held + 2 WHERE sku = 'DEC-FEN-21'");

        assertThat(reconciler.reconcile())
                .filteredOn(one -> one.sku().equals("DEC-FEN-21"))
                .containsExactly(new StockReconciler.Difference("DEC-FEN-21", 31, 32, 2, 0));
    }

    @Test
    void theDatabaseItselfRefusesWhatTheShopMustNeverDo() {
        assertThatThrownBy(() -> shop.change("UPDATE stock_ledger SET delta = 5"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> shop.change("UPDATE stock SET on_hand = -1 WHERE sku = 'RIG-DBL-40'"))
                .hasMessageContaining("check constraint");
    }

    private static Map<String, String> reviewForm(Buyer buyer, String card) throws Exception {
        var page = buyer.get("/checkout/review").body();
        return Map.of(
                "checkoutId",
                Buyer.hidden(page, "checkoutId"),
                "agreedTotal",
                Buyer.hidden(page, "agreedTotal"),
                "card",
                card);
    }

    private static long paymentOf(String order, String state) throws SQLException {
        return shop.number(payment(order, state));
    }

    private static String payment(String order, String state) {
        return "SELECT count(*) FROM payments p JOIN orders o ON o.id = p.order_id WHERE p.state = '" + state
                + "' AND o.token = '" + token(order) + "'";
    }

    private static String confirmed(String order) {
        return "SELECT count(*) FROM orders WHERE state = 'CONFIRMED' AND token = '" + token(order) + "'";
    }

    private static String token(String order) {
        return order.substring("/orders/".length());
    }
}
