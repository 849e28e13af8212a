package dev.tautline.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.postgres.StopMode;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("lab")
class OutageLabTest {
    private static final Duration RECOVERED = Duration.ofSeconds(20);
    private static final String[] WAITS_SHORTLY = {
        "spring.datasource.hikari.connection-timeout=500", "spring.datasource.hikari.validation-timeout=250"
    };
    private static final String[] PAGES = {"/", "/c/rope", "/p/bow-shackle", "/search?q=rope"};

    @Test
    void aShopThatStartsForTheFirstTimeWithoutItsDatabaseSaysSoAndSellsOnceItIsThere() throws Exception {
        var cluster = Shop.newCluster();
        Shop.migrate(cluster);
        cluster.primary().stop(StopMode.FAST);
        try (var shop = Shop.on(cluster, WAITS_SHORTLY);
                var buyer = shop.buyer()) {
            for (var path : PAGES) {
                var answer = buyer.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).as(path).isPresent();
                assertThat(answer.body()).as(path).contains("Back in a moment").doesNotContain("Exception");
            }
            assertThat(buyer.get("/pictures/bow-shackle.svg").statusCode()).isEqualTo(200);

            cluster.primary().start();

            awaitStatus(buyer, "/", 200);
            assertThat(buyer.buy("RIG-BOW-06", "card-accepted")).startsWith("/orders/");
            shop.await(RECOVERED, "SELECT count(*) FROM orders WHERE state = 'CONFIRMED'", 1);
        }
    }

    @Test
    void aShopThatHasSeenItsCatalogueOnceBrowsesFromAColdStartWithoutADatabase() throws Exception {
        var cluster = Shop.newCluster();
        Shop.migrate(cluster);
        var data = Files.createTempDirectory("chandlery-test-");
        try (var before = Shop.on(cluster, data, WAITS_SHORTLY)) {
            before.stopApplication();
            cluster.primary().stop(StopMode.FAST);
            try (var shop = Shop.on(cluster, data, WAITS_SHORTLY);
                    var buyer = shop.buyer()) {
                for (var path : PAGES) {
                    awaitStale(buyer, path);
                    var answer = buyer.get(path);
                    assertThat(answer.statusCode()).as(path).isEqualTo(200);
                    assertThat(answer.body()).as(path).contains("Prices and stock as of");
                    assertThat(answer.headers().allValues("Chandlery-Degraded"))
                            .as(path)
                            .contains("catalogue=snapshot");
                }
                assertThat(buyer.get("/sitemap.xml").body()).contains("/p/bow-shackle</loc>");
                assertThat(buyer.get("/p/never-sold").statusCode()).isEqualTo(404);
                assertThat(buyer.get("/search?q=shakle").body()).contains("These come close", "Bow shackle");
                assertThat(buyer.get("/search?q=RIG-BOW-06").body()).contains("Bow shackle");
                assertThat(Buyer.location(buyer.post("/cart/lines", Map.of("sku", "RIG-BOW-06", "quantity", "2"))))
                        .isEqualTo("/cart");
                assertThat(buyer.get("/cart").body()).contains("Bow shackle", "€19.80");
            }
        }
    }

    @Test
    void anOrderWhosePaymentAnswerMeetsADeadDatabaseIsFinishedByTheJanitor() throws Exception {
        try (var shop = Shop.open(
                        "spring.datasource.hikari.connection-timeout=500",
                        "spring.datasource.hikari.validation-timeout=250",
                        "chandlery.payment.answer-timeout=5s",
                        "chandlery.settlement.check-after=6s");
                var buyer = shop.buyer()) {
            var form = buyer.upToReview("RIG-BOW-06", "card-slow");
            var stopping = Thread.ofVirtual().start(() -> {
                awaitCharge(shop);
                shop.cluster().primary().stop(StopMode.IMMEDIATE);
            });

            var order = Buyer.location(buyer.post("/checkout/place", form));
            stopping.join();
            shop.cluster().primary().start();

            shop.await(
                    RECOVERED,
                    "SELECT count(*) FROM orders o JOIN payments p ON p.order_id = o.id"
                            + " WHERE o.state = 'CONFIRMED' AND p.state = 'CAPTURED'",
                    1);
            assertThat(order).startsWith("/orders/");
            assertThat(shop.simulator().count("AUTHORISED")).isOne();
            assertThat(shop.simulator().count("CAPTURED")).isOne();
        }
    }

    /// The payment is being asked for: the first transaction is over, the second has not begun.
    private static void awaitCharge(Shop shop) {
        try {
            shop.await(RECOVERED, "SELECT count(*) FROM payments WHERE state = 'AUTHORISING'", 1);
        } catch (SQLException failed) {
            throw new AssertionError("the payment could not be looked at", failed);
        }
    }

    private static void awaitStale(Buyer buyer, String path) throws Exception {
        var deadline = System.nanoTime() + RECOVERED.toNanos();
        while (buyer.get(path).headers().firstValue("Chandlery-Degraded").isEmpty()) {
            assertThat(System.nanoTime())
                    .as("%s told its age within %s", path, RECOVERED)
                    .isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static void awaitStatus(Buyer buyer, String path, int status) throws Exception {
        var deadline = System.nanoTime() + RECOVERED.toNanos();
        while (buyer.get(path).statusCode() != status) {
            assertThat(System.nanoTime())
                    .as("%s answered %d within %s", path, status, RECOVERED)
                    .isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
