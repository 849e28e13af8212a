package dev.tautline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tautline.lab.Deadline;
import dev.tautline.lab.Injection;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.proxy.ProxyFault;
import dev.tautline.lab.proxy.TcpProxy;
import dev.tautline.lab.statement.Cut;
import dev.tautline.lab.statement.CuttingProxy;
import dev.tautline.store.intake.OrderIntake;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/// The table "when the database fails" of the store's guide, cell by cell: a column is a fault, which is injected
/// before its
/// rows and healed after them, and then everything that was put off must have been made good.
@Tag("lab")
class FailureTableLabTest {
    private static final Duration STATE = Duration.ofSeconds(40);
    private static final String PRESENT = "RIG-BOW-06";

    private static Cluster cluster;
    private static CuttingProxy cutter;
    private static TcpProxy primary;
    private static TcpProxy standby;
    private static Shop shop;
    private static Buyer buyer;
    /// An order that was placed and seen while all was well.
    private static String earlier;

    /// Codes for one order each, with the cookie of whoever entered one while all was well.
    private static final Map<String, String> ENTERED = new TreeMap<>();

    private String placed = "";
    private String code = "";
    /// What two buyers with that code were answered.
    private List<String> withCode = List.of();

    @BeforeAll
    static void open() throws Exception {
        cluster = Shop.newCluster(1);
        Shop.migrate(cluster);
        cluster.awaitReplay(STATE);
        cutter = CuttingProxy.before(cluster.primary().address());
        primary = proxyTo(cutter.address());
        standby = proxyTo(cluster.nodes().get(1).address());
        var hosts = "jdbc:postgresql://%s,%s/chandlery?sslmode=disable".formatted(host(primary), host(standby));
        shop = Shop.on(
                cluster,
                "spring.datasource.url=" + hosts,
                "chandlery.browse.datasource.url=" + hosts + "&targetServerType=preferSecondary",
                "spring.datasource.hikari.maximum-pool-size=4",
                "spring.datasource.hikari.connection-timeout=500",
                "spring.datasource.hikari.validation-timeout=250",
                "chandlery.browse.datasource.hikari.connection-timeout=500",
                "chandlery.browse.datasource.hikari.validation-timeout=250",
                "chandlery.browse.datasource.hikari.data-source-properties.hostRecheckSeconds=1");
        buyer = shop.buyer();
        earlier = buyer.buy("RIG-BOW-08", "card-accepted");
        awaitPage(earlier, "We are packing");
        for (var name : new String[] {"OTHER", "SLOW-1", "POOL-1", "STANDBY-1", "DOWN-1"}) {
            shop.change("INSERT INTO promo_codes (code, kind, value, most_uses) VALUES ('%s', 'AMOUNT', 100, 1)"
                    .formatted(name));
        }
        cluster.awaitReplay(STATE);
        for (var name : new String[] {"SLOW-1", "POOL-1", "STANDBY-1", "DOWN-1"}) {
            ENTERED.put(name, cookieOf(name));
        }
        cluster.awaitReplay(STATE);
    }

    @AfterAll
    static void close() {
        buyer.close();
        primary.close();
        standby.close();
        cutter.close();
        shop.close();
    }

    @TestFactory
    Stream<DynamicNode> cells() {
        return Stream.of(
                column(
                        "slow",
                        FailureTableLabTest::slow,
                        List.of(
                                row("home, category, product", () -> pagesFrom("catalogue=snapshot")),
                                row("search", () -> searchFrom("search=index")),
                                row("cart", this::cart),
                                row("place order", () -> placedOrReceived()),
                                row("promotion code", () -> aCodeCounts("SLOW-1", this::anotherCodeIsTakenOrRefused)),
                                row("order status", this::statusIsShown),
                                row("mail, webhooks", () -> {}))),
                column(
                        "pool empty",
                        FailureTableLabTest::everybodyWaitsForALock,
                        List.of(
                                row("home, category, product", () -> pagesFrom("catalogue=snapshot")),
                                row("search", this::searchAnswers),
                                row("cart", this::cart),
                                row("place order", this::received),
                                row("promotion code", () -> aCodeCounts("POOL-1", this::anotherCodeIsRefused)),
                                row("order status", () -> statusFrom("order=last-known")),
                                row("mail, webhooks", this::noMailForTheReceived))),
                column(
                        "primary down, standby up",
                        () -> down(primary),
                        List.of(
                                row("home, category, product", () -> pagesFrom("catalogue=standby")),
                                row("search", this::searchAnswers),
                                row("cart", this::cart),
                                row("place order", this::received),
                                row("promotion code", () -> aCodeCounts("STANDBY-1", this::anotherCodeIsTaken)),
                                row("order status", () -> statusFrom("order=standby")),
                                row("account, admin", this::accountsAreReadOnly),
                                row("mail, webhooks", this::noMailForTheReceived))),
                column(
                        "all down",
                        FailureTableLabTest::allDown,
                        List.of(
                                row("home, category, product", () -> pagesFrom("catalogue=snapshot")),
                                row("search", () -> searchFrom("search=index")),
                                row("cart", this::cart),
                                row("place order", this::received),
                                row("promotion code", () -> aCodeCounts("DOWN-1", this::anotherCodeIsRefused)),
                                row("order status", () -> statusFrom("order=last-known")),
                                row("order status of a received order", this::receiptIsShown),
                                row("account, admin", this::accountsAreRefused),
                                row("mail, webhooks", this::noMailForTheReceived),
                                row("readiness", this::readyToBrowseAndToBuy))));
    }

    private record Row(String name, Executable drill) {}

    private static Row row(String name, Executable drill) {
        return new Row(name, drill);
    }

    private DynamicNode column(String name, java.util.function.Supplier<Injection> fault, List<Row> rows) {
        var injected = new Injection[1];
        var before = dynamicTest("injected", () -> {
            awaitHealthy();
            injected[0] = fault.get();
        });
        var cells = rows.stream().map(row -> dynamicTest(row.name(), row.drill()));
        var after = dynamicTest("healed, and all that was put off is done", () -> {
            var lost = cutter.made(Cut.COMMIT_ANSWER);
            var waiting = shop.bean(OrderIntake.class).state().depth();
            if (waiting > 0) {
                // The next commit places an order from the journal, and nobody hears of it: that order is replayed
                // again.
                cutter.arm(Cut.COMMIT_ANSWER, 1);
            }
            injected[0].close();
            awaitHealthy();
            everythingIsMadeGood();
            theCodeIsUsedOnce();
            assertThat(waiting == 0 || cutter.made(Cut.COMMIT_ANSWER) > lost)
                    .as("an order from the journal whose commit was not answered")
                    .isTrue();
        });
        return dynamicContainer(name, Stream.concat(Stream.concat(Stream.of(before), cells), Stream.of(after)));
    }

    private static Injection slow() {
        var twentyTimes = ProxyFault.Latency.roundTrip(Duration.ofMillis(400), Duration.ZERO);
        var one = primary.inject(twentyTimes);
        var other = standby.inject(twentyTimes);
        return Injection.healedBy(() -> {
            one.close();
            other.close();
        });
    }

    /// As during a migration that took its locks and forgot them: each connection ends up waiting, none is free.
    private static Injection everybodyWaitsForALock() {
        try {
            var migration = cluster.primary().connect("chandlery");
            migration.setAutoCommit(false);
            try (var statement = migration.createStatement()) {
                statement.execute("LOCK TABLE orders, stock, payments, products, outbox, promo_codes, catalogue_version"
                        + " IN ACCESS EXCLUSIVE MODE");
            }
            cluster.awaitReplay(STATE);
            return Injection.healedBy(() -> {
                try (migration) {
                    migration.rollback();
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            });
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Injection down(TcpProxy node) {
        var refused = node.inject(new ProxyFault.Refuse());
        node.dropConnections();
        return refused;
    }

    private static Injection allDown() {
        var one = down(primary);
        var other = down(standby);
        return Injection.healedBy(() -> {
            one.close();
            other.close();
        });
    }

    private void pagesFrom(String way) throws Exception {
        for (var page : new String[] {"/", "/c/rope", "/p/bow-shackle"}) {
            var answer = awaitDegraded(page, way);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.body()).as(page).contains("Prices and stock as of <time");
        }
    }

    private void searchFrom(String way) throws Exception {
        var answer = awaitDegraded("/search?q=shackle", way);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Bow shackle");
    }

    private void searchAnswers() throws Exception {
        var answer = buyer.get("/search?q=shackle");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Bow shackle");
    }

    private void cart() throws Exception {
        try (var visitor = shop.buyer()) {
            assertThat(Buyer.location(visitor.post("/cart/lines", Map.of("sku", PRESENT, "quantity", "2"))))
                    .isEqualTo("/cart");
            assertThat(visitor.get("/cart").body()).contains("Bow shackle", "€19.80");
        }
    }

    private void placedOrReceived() throws Exception {
        try (var visitor = shop.buyer()) {
            placed = visitor.buy(PRESENT, "card-accepted");
            assertThat(placed).startsWith("/orders/");
        }
    }

    private void received() throws Exception {
        try (var visitor = shop.buyer()) {
            var form = visitor.upToReview(PRESENT, "card-accepted");
            var answer = visitor.post("/checkout/place", form);
            placed = Buyer.location(answer);
            assertThat(answer.headers().allValues("Chandlery-Degraded")).contains("order=journal");
            assertThat(Buyer.location(visitor.post("/checkout/place", form)))
                    .as("the same form once more")
                    .isEqualTo(placed);
            receiptIsShown();
        }
    }

    /// The basket of two who have a code for one order keeps it; both orders are taken at its price where nobody can
    /// tell how often it was used.
    private void aCodeCounts(String name, Executable anotherCode) throws Throwable {
        code = name;
        anotherCode.execute();
        try (var one = shop.buyer();
                var two = shop.buyer()) {
            var first = placedWithCode(one);
            var second = placedWithCode(two);
            withCode = List.of(first, second);
        }
    }

    private String placedWithCode(Buyer visitor) throws Exception {
        visitor.accept(Objects.requireNonNull(ENTERED.get(code)));
        var form = visitor.upToReview(PRESENT, "card-accepted");
        assertThat(visitor.get("/cart").body()).contains("Code " + code, "−€1.00");
        assertThat(form).containsEntry("agreedTotal", "1480");
        var answer = visitor.post("/checkout/place", form);
        var page = Buyer.location(answer);
        if (answer.headers().allValues("Chandlery-Degraded").contains("order=journal")) {
            assertThat(Buyer.location(visitor.post("/checkout/place", form)))
                    .as("the same form once more")
                    .isEqualTo(page);
            assertThat(visitor.get(page).body()).contains("Code " + code, "−€1.00", "€14.80");
        }
        return page;
    }

    private void anotherCodeIsTaken() throws Exception {
        try (var visitor = withCodeInBasket()) {
            assertThat(Buyer.location(visitor.post("/cart/promo", Map.of("code", "other"))))
                    .isEqualTo("/cart");
            assertThat(visitor.get("/cart").body()).contains("Code OTHER");
        }
    }

    /// The one that was entered before stays.
    private void anotherCodeIsRefused() throws Exception {
        try (var visitor = withCodeInBasket()) {
            assertRefused(visitor.post("/cart/promo", Map.of("code", "other")), visitor);
        }
    }

    private void anotherCodeIsTakenOrRefused() throws Exception {
        try (var visitor = withCodeInBasket()) {
            var answer = visitor.post("/cart/promo", Map.of("code", "other"));
            if (answer.statusCode() == 303) {
                assertThat(visitor.get("/cart").body()).contains("Code OTHER");
            } else {
                assertRefused(answer, visitor);
            }
        }
    }

    private void assertRefused(HttpResponse<String> answer, Buyer visitor) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().allValues("Chandlery-Degraded")).contains("promo=refused");
        assertThat(answer.body()).contains("cannot look codes up just now", "Bow shackle");
        assertThat(visitor.get("/cart").body()).contains("Code " + code, "−€1.00");
    }

    private Buyer withCodeInBasket() throws Exception {
        var visitor = shop.buyer();
        visitor.accept(Objects.requireNonNull(ENTERED.get(code)));
        visitor.post("/cart/lines", Map.of("sku", PRESENT, "quantity", "1"));
        return visitor;
    }

    /// Of two orders with a code for one the earlier has it. The other was never placed, or is rejected with a letter;
    /// none is charged another price.
    private void theCodeIsUsedOnce() throws Exception {
        var orders =
                withCode.stream().filter(page -> page.startsWith("/orders/")).toList();
        shop.await(STATE, withCodeAnd("state = 'CONFIRMED' AND total_minor = 1480"), 1);
        shop.await(STATE, withCodeAnd("state = 'REJECTED' AND cancel_reason = 'PROMO_GONE'"), orders.size() - 1);
        assertThat(shop.number(withCodeAnd("true"))).isEqualTo(orders.size());
        assertThat(shop.number("SELECT uses FROM promo_codes WHERE code = '" + code + "'"))
                .isOne();
        shop.await(
                STATE,
                "SELECT count(*) FROM mails m JOIN orders o ON m.body LIKE '%' || o.token || '%' WHERE o.promo_code = '"
                        + code + "' AND m.body LIKE '%others used your promotion code%'",
                orders.size() - 1);
        assertThat(shop.number("SELECT count(*) FROM payments p JOIN orders o ON o.id = p.order_id WHERE o.promo_code ="
                        + " '" + code + "' AND o.state = 'REJECTED' AND p.state <> 'VOIDED'"))
                .isZero();
    }

    private String withCodeAnd(String condition) {
        return "SELECT count(*) FROM orders WHERE promo_code = '" + code + "' AND " + condition;
    }

    private void receiptIsShown() throws Exception {
        var page = buyer.get(placed);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Received, not charged yet.", "Bow shackle, 6 mm pin", "€15.80");
    }

    private void statusIsShown() throws Exception {
        var page = buyer.get(earlier);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("We are packing");
    }

    private void statusFrom(String way) throws Exception {
        var page = awaitDegraded(earlier, way);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("We are packing", "being checked", "As of <time");
    }

    private void accountsAreReadOnly() throws Exception {
        awaitDegraded("/account", "account=read-only");
        var refused = buyer.post("/admin/anything", Map.of());
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("nothing can be changed");
    }

    private void accountsAreRefused() throws Exception {
        for (var path : new String[] {"/account", "/admin"}) {
            var refused = awaitDegraded(path, "account=refused");
            assertThat(refused.statusCode()).as(path).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).as(path).isPresent();
            assertThat(refused.body()).as(path).contains("Accounts and administration need our stockroom");
        }
    }

    private void noMailForTheReceived() throws Exception {
        assertThat(shop.number("SELECT count(*) FROM mails WHERE body LIKE '%" + placed + "%'"))
                .isZero();
        assertThat(shop.bean(OrderIntake.class).state().depth()).isPositive();
    }

    private void readyToBrowseAndToBuy() throws Exception {
        for (var group : new String[] {"liveness", "readiness", "readiness-browse", "readiness-buy"}) {
            assertThat(shop.management("/actuator/health/" + group).statusCode())
                    .as(group)
                    .isEqualTo(200);
        }
    }

    /// The order of this column is confirmed, paid and its customer told; workers have resumed by themselves.
    private void everythingIsMadeGood() throws Exception {
        var token = placed.substring("/orders/".length());
        shop.await(STATE, "SELECT count(*) FROM orders WHERE state = 'CONFIRMED' AND token = '" + token + "'", 1);
        shop.await(
                STATE,
                "SELECT count(*) FROM mails WHERE subject LIKE '%is confirmed' AND body LIKE '%" + placed + "%'",
                1);
        // The orders with a promotion code are replayed after it.
        Deadline.in(STATE)
                .await(
                        "the journal to be empty",
                        () -> shop.bean(OrderIntake.class).state().depth() == 0);
        assertThat(buyer.get(placed).body()).contains("We are packing");
    }

    private static void awaitHealthy() throws Exception {
        var deadline = System.nanoTime() + STATE.toNanos();
        while (!buyer.get("/search?q=shackle")
                        .headers()
                        .allValues("Chandlery-Degraded")
                        .isEmpty()
                || !buyer.get(earlier).headers().allValues("Chandlery-Degraded").isEmpty()) {
            assertThat(System.nanoTime())
                    .as("pages without a notice within %s", STATE)
                    .isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static HttpResponse<String> awaitDegraded(String path, String way) throws Exception {
        var deadline = System.nanoTime() + STATE.toNanos();
        while (true) {
            var answer = buyer.get(path);
            if (answer.headers().allValues("Chandlery-Degraded").contains(way)) {
                return answer;
            }
            assertThat(System.nanoTime())
                    .as("%s answered with %s within %s, not %s", path, way, STATE, answer.headers())
                    .isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static void awaitPage(String path, String text) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + STATE.toNanos();
        while (!buyer.get(path).body().contains(text)) {
            assertThat(System.nanoTime()).as("%s on %s", text, path).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static String cookieOf(String name) throws Exception {
        try (var visitor = shop.buyer()) {
            var answer = visitor.post("/cart/promo", Map.of("code", name));
            assertThat(Buyer.location(answer)).isEqualTo("/cart");
            return answer.headers().allValues("Set-Cookie").stream()
                    .filter(cookie -> cookie.startsWith("promo="))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static TcpProxy proxyTo(InetSocketAddress node) {
        return TcpProxy.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), node);
    }

    private static String host(TcpProxy proxy) {
        return "127.0.0.1:" + proxy.address().getPort();
    }
}
