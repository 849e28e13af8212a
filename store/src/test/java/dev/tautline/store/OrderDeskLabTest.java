package dev.tautline.store;

import static dev.tautline.store.Buyer.hidden;
import static dev.tautline.store.Buyer.location;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.store.stock.StockReconciler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What people at the shop do with orders, down to the provider's ledger, the shelf and the letters.
@Tag("lab")
@Timeout(120)
class OrderDeskLabTest {
    private static final Duration SETTLED = Duration.ofSeconds(30);

    private static Shop shop;
    private static Clerk clerk;
    private static Clerk other;

    @BeforeAll
    static void open() throws Exception {
        shop = Shop.open();
        clerk = Clerk.signedIn(shop, "ada@example.org", "clerk");
        other = Clerk.signedIn(shop, "bo@example.org", "admin");
    }

    @AfterAll
    static void close() {
        clerk.close();
        other.close();
        shop.close();
    }

    @AfterEach
    void theShelfAddsUp() {
        assertThat(shop.bean(StockReconciler.class).reconcile()).isEmpty();
    }

    @Test
    void whatIsShippedIsToldOnce() throws Exception {
        var order = paidOrder("RIG-BOW-06", "card-accepted");
        var page = "/admin/orders/" + order.number();

        assertThat(clerk.get("/admin/orders?show=to-ship").body()).contains(order.name());
        assertThat(location(clerk.post(page, page + "/ship", Map.of("tracking", "PKT <7>"))))
                .isEqualTo(page);
        assertThat(clerk.post(page, page + "/ship", Map.of()).statusCode()).isEqualTo(409);

        assertThat(clerk.get(page).body()).contains("PKT &lt;7&gt;", "Shipped", "ada@example.org");
        assertThat(clerk.get("/admin/orders?show=to-ship").body()).doesNotContain(order.name() + "<");
        shop.await(SETTLED, letters(order, "is on its way"), 1);
        try (var buyer = shop.buyer()) {
            assertThat(buyer.get(order.page()).body()).contains("On its way.", "Parcel number PKT &lt;7&gt;");
            assertThat(buyer.get("/de" + order.page()).body()).contains("Unterwegs.");
        }
        assertThat(shop.number("SELECT count(*) FROM audit WHERE action = 'SHIPPED' AND subject = 'order "
                        + order.name() + "' AND after->>'tracking' = 'PKT <7>'"))
                .isOne();
    }

    @Test
    void moneyGoesBackInPartsUpToWhatWasTaken() throws Exception {
        var order = paidOrder("RIG-BOW-08", "card-accepted");
        var page = "/admin/orders/" + order.number();
        var onHand = shop.number("SELECT on_hand FROM stock WHERE sku = 'RIG-BOW-08'");

        assertThat(location(clerk.browser().post(page + "/refund", refund(clerk, order, "2,50", true))))
                .isEqualTo(page);
        assertThat(clerk.browser()
                        .post(page + "/refund", refund(clerk, order, "999", false))
                        .statusCode())
                .isEqualTo(422);
        assertThat(clerk.browser()
                        .post(page + "/refund", refund(clerk, order, "two euros", false))
                        .statusCode())
                .isEqualTo(422);
        var rest = order.totalMinor() - 250;
        var all = "%d.%02d".formatted(rest / 100, rest % 100);
        assertThat(location(clerk.browser().post(page + "/refund", refund(clerk, order, all, true))))
                .isEqualTo(page);

        assertThat(shop.simulator().refunds(order.payment())).containsExactly(250L, rest);
        assertThat(shop.text(
                        "SELECT state || ' ' || refunded_minor FROM payments WHERE id = '" + order.payment() + "'"))
                .isEqualTo("REFUNDED " + order.totalMinor());
        assertThat(shop.number("SELECT on_hand FROM stock WHERE sku = 'RIG-BOW-08'"))
                .as("the goods came back once")
                .isEqualTo(onHand + 1);
        shop.await(SETTLED, letters(order, "Money back"), 2);
        assertThat(shop.number("SELECT count(*) FROM mails WHERE body LIKE '%€2.50 back%'"))
                .isOne();
        assertThat(shop.number("SELECT count(*) FROM audit WHERE action = 'REFUNDED' AND who = 'ada@example.org'"
                        + " AND subject = 'order " + order.name() + "'"))
                .isEqualTo(2);
    }

    @Test
    void manyClicksByTwoPeopleAtOnceRefundOnce() throws Exception {
        var order = paidOrder("RIG-BOW-10", "card-accepted");
        var path = "/admin/orders/" + order.number() + "/refund";
        var one = refund(clerk, order, "1.00", false);
        var two = refund(other, order, "1.00", false);
        List<Callable<Integer>> clicks = new ArrayList<>();
        for (var click = 0; click < 5; click++) {
            clicks.add(() -> clerk.browser().post(path, one).statusCode());
            clicks.add(() -> other.browser().post(path, two).statusCode());
        }
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = crowd.invokeAll(clicks).stream()
                    .map(done -> done.resultNow())
                    .toList();

            assertThat(answers).containsOnly(303, 409);
            assertThat(answers.stream().filter(status -> status == 303)).hasSize(5);
        }
        assertThat(shop.simulator().refunds(order.payment())).containsExactly(100L);
        assertThat(shop.number("SELECT refunded_minor FROM payments WHERE id = '" + order.payment() + "'"))
                .isEqualTo(100);
    }

    @Test
    void aBankThatGivesBackAndDoesNotSaySoGivesBackOnce() throws Exception {
        var order = paidOrder("RIG-SNA-87", "card-silent");

        assertThat(location(clerk.browser()
                        .post("/admin/orders/" + order.number() + "/refund", refund(clerk, order, "3", false))))
                .isEqualTo("/admin/orders/" + order.number());

        shop.await(
                SETTLED,
                "SELECT count(*) FROM refunds WHERE state = 'DONE' AND payment_id = '" + order.payment() + "'",
                1);
        assertThat(shop.simulator().refunds(order.payment())).containsExactly(300L);
        shop.await(SETTLED, letters(order, "Money back"), 1);
    }

    @Test
    void aPaidOrderThatIsTakenBackGivesBackGoodsAndMoneyOnce() throws Exception {
        var before = shop.number("SELECT on_hand FROM stock WHERE sku = 'DEC-CLE-15'");
        var order = paidOrder("DEC-CLE-15", "card-accepted");
        var page = "/admin/orders/" + order.number();
        var form = clerk.withKey(page, Map.of());
        var otherForm = other.withKey(page, Map.of());
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> clicks = List.of(
                    () -> clerk.browser().post(page + "/cancel", form).statusCode(),
                    () -> other.browser().post(page + "/cancel", otherForm).statusCode(),
                    () -> clerk.browser().post(page + "/cancel", form).statusCode());
            assertThat(crowd.invokeAll(clicks).stream().map(done -> done.resultNow()))
                    .containsExactlyInAnyOrder(303, 409, 409);
        }

        assertThat(shop.simulator().refunds(order.payment())).containsExactly(order.totalMinor());
        assertThat(shop.number("SELECT on_hand FROM stock WHERE sku = 'DEC-CLE-15'"))
                .isEqualTo(before);
        assertThat(shop.text("SELECT o.state || ' ' || o.cancel_reason || ' ' || p.state FROM orders o"
                        + " JOIN payments p ON p.order_id = o.id WHERE o.number = " + order.number()))
                .isEqualTo("CANCELLED BY_SHOP REFUNDED");
        shop.await(SETTLED, letters(order, "could not be completed"), 1);
        shop.await(SETTLED, letters(order, "Money back"), 1);
        try (var buyer = shop.buyer()) {
            assertThat(buyer.get(order.page()).body())
                    .contains("We had to take it back.")
                    .doesNotContain("Nothing was charged");
        }
    }

    @Test
    void anOrderThatIsTakenBackWhileTheBankIsAskedIsNeverCharged() throws Exception {
        Order order;
        try (var buyer = shop.buyer()) {
            order = order(buyer.buy("RIG-DBL-40", "card-lost"));
        }
        var page = "/admin/orders/" + order.number();

        assertThat(location(clerk.post(page, page + "/cancel", Map.of()))).isEqualTo(page);

        shop.await(
                SETTLED, "SELECT count(*) FROM payments WHERE state = 'VOIDED' AND id = '" + order.payment() + "'", 1);
        assertThat(shop.number("SELECT held FROM stock WHERE sku = 'RIG-DBL-40'"))
                .isZero();
        assertThat(shop.simulator().refunds(order.payment())).isEmpty();
    }

    /// The bank refused, its answer was lost, and the order was taken back before anybody asked again.
    @Test
    void aPaymentThatTheBankRefusedUnheardEndsAsRefused() throws Exception {
        Order order;
        try (var buyer = shop.buyer()) {
            order = order(buyer.buy("RIG-DBL-40", "card-declined"));
        }
        shop.change("UPDATE payments SET state = 'UNKNOWN' WHERE id = '" + order.payment() + "'");

        shop.await(
                SETTLED,
                "SELECT count(*) FROM payments WHERE state = 'DECLINED' AND id = '" + order.payment() + "'",
                1);
    }

    @Test
    void ordersAreFoundByNumberAddressAndNameAndReadPageByPage() throws Exception {
        var order = paidOrder("RIG-BOW-06", "card-accepted");
        shop.change("""
                INSERT INTO orders (id, token, checkout_id, idempotency_key, state, email, name, line1, line2, postcode,
                    city, country, shipping_method, goods_minor, shipping_minor, tax_minor, total_minor)
                SELECT gen_random_uuid(), 'many-' || n, gen_random_uuid(), 'many-' || n, 'CANCELLED', 'many@example.org',
                    'Many 100%' || n, 'x', '', 'x', 'x', 'DE', 'STANDARD', 0, 0, 0, 0 FROM generate_series(1, 60) n;
                INSERT INTO payments (id, order_id, state, amount_minor, currency, card_token, next_check)
                SELECT gen_random_uuid(), id, 'VOIDED', 0, 'EUR', 'x', now() FROM orders WHERE token LIKE 'many-%'""");

        for (var search : List.of(order.name(), order.name().substring(3), "SKIPPER@example.org", "ada%20sk")) {
            assertThat(clerk.get("/admin/orders?q=" + search).body()).as(search).contains(order.name() + "<");
        }
        assertThat(clerk.get("/admin/orders?q=ada%25").body()).contains("No order fits that.");
        var seen = 0;
        var path = "/admin/orders?q=many@example.org";
        for (var pages = 0; pages < 3; pages++) {
            var body = clerk.get(path).body();
            seen += body.split(">CH-", -1).length - 1;
            var older = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(body);
            assertThat(older.find()).isEqualTo(pages < 2);
            path = pages < 2 ? older.group(1).replace("&amp;", "&") : path;
        }
        assertThat(seen).isEqualTo(60);
        assertThat(clerk.get("/admin/orders?show=nonsense").statusCode()).isEqualTo(400);
        assertThat(clerk.get("/admin/orders?before=x").statusCode()).isEqualTo(400);
        assertThat(clerk.get("/admin/orders/99999999").statusCode()).isEqualTo(404);
    }

    @Test
    void aViewerLooksAndDoesNothing() throws Exception {
        var order = paidOrder("RIG-BOW-08", "card-accepted");
        var page = "/admin/orders/" + order.number();
        try (var viewer = Clerk.signedIn(shop, "vi@example.org", "viewer")) {
            assertThat(viewer.get(page).body()).contains(order.name()).doesNotContain("/refund", "/cancel", "/ship");
            for (var deed : List.of("/ship", "/cancel", "/refund")) {
                assertThat(viewer.post("/admin", page + deed, Map.of()).statusCode())
                        .isEqualTo(403);
            }
        }
        assertThat(shop.number("SELECT count(*) FROM audit WHERE subject = 'order " + order.name() + "'"))
                .isZero();
    }

    private record Order(String page, long number, String payment, long totalMinor) {
        String name() {
            return "CH-" + number;
        }
    }

    private static Order paidOrder(String sku, String card) throws Exception {
        try (var buyer = shop.buyer()) {
            var order = order(buyer.buy(sku, card));
            shop.await(
                    SETTLED,
                    "SELECT count(*) FROM payments WHERE state = 'CAPTURED' AND id = '" + order.payment() + "'",
                    1);
            return order;
        }
    }

    private static Order order(String page) throws Exception {
        var token = page.substring("/orders/".length());
        var where = " FROM orders o JOIN payments p ON p.order_id = o.id WHERE o.token = '" + token + "'";
        return new Order(
                page,
                shop.number("SELECT o.number" + where),
                shop.text("SELECT p.id::text" + where),
                shop.number("SELECT o.total_minor" + where));
    }

    private static Map<String, String> refund(Clerk who, Order order, String amount, boolean takeBack)
            throws Exception {
        var page = who.get("/admin/orders/" + order.number()).body();
        var fields = new TreeMap<>(Map.of(
                "formKey", hidden(page, "formKey"),
                "refundId", hidden(page, "refundId"),
                "seen", hidden(page, "seen"),
                "amount", amount));
        if (takeBack) {
            fields.put("takeBack", "true");
        }
        return fields;
    }

    private static String letters(Order order, String subject) {
        return "SELECT count(*) FROM mails WHERE subject LIKE '%" + subject + "%' AND body LIKE '%" + order.page()
                + "%'";
    }
}
