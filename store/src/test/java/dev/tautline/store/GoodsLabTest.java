package dev.tautline.store;

import static dev.tautline.store.Buyer.hidden;
import static dev.tautline.store.Buyer.location;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.store.catalog.CatalogueKeeper;
import dev.tautline.store.stock.StockReconciler;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Prices and stock, one by one and by file.
@Tag("lab")
@Timeout(120)
class GoodsLabTest {
    private static Shop shop;
    private static Clerk keeper;

    @BeforeAll
    static void open() throws Exception {
        shop = Shop.open();
        keeper = Clerk.signedIn(shop, "ada@example.org", "storekeeper");
    }

    @AfterAll
    static void close() {
        keeper.close();
        shop.close();
    }

    @AfterEach
    void theShelfAddsUp() {
        assertThat(shop.bean(StockReconciler.class).reconcile()).isEmpty();
    }

    @Test
    void aNewPriceIsInTheShopAndTheSeedLeavesItAlone() throws Exception {
        var page = keeper.get("/admin/goods/RIG-BOW-06").body();
        var onHand = number("on_hand", "RIG-BOW-06");
        var form = keeper.withKey(
                "/admin/goods/RIG-BOW-06",
                Map.of(
                        "changeId",
                        hidden(page, "changeId"),
                        "seen",
                        hidden(page, "seen"),
                        "price",
                        "77,70",
                        "pieces",
                        "5"));

        assertThat(location(keeper.browser().post("/admin/goods/RIG-BOW-06", form)))
                .isEqualTo("/admin/goods/RIG-BOW-06");
        assertThat(keeper.browser().post("/admin/goods/RIG-BOW-06", form).statusCode())
                .as("the same form once more")
                .isEqualTo(303);

        assertThat(number("on_hand", "RIG-BOW-06")).isEqualTo(onHand + 5);
        shop.bean(CatalogueKeeper.class).refreshNow();
        try (var visitor = shop.buyer()) {
            assertThat(visitor.get("/search?q=RIG-BOW-06").statusCode()).isEqualTo(200);
            assertThat(visitor.get("/p/bow-shackle").body()).contains("€77.70");
        }
        assertThat(shop.number("SELECT count(*) FROM variants WHERE sku = 'RIG-BOW-06' AND edited_at IS NOT NULL"))
                .isOne();
        assertThat(shop.text(
                        "SELECT before::text || ' ' || after::text FROM audit WHERE subject = 'article RIG-BOW-06'"))
                .contains("\"priceMinor\": 7770", "\"onHand\": " + (onHand + 5));
    }

    @Test
    void aPriceThatSomebodyElseChangedMeanwhileIsLookedAtAgain() throws Exception {
        var path = "/admin/goods/RIG-BOW-08";
        var page = keeper.get(path).body();
        shop.change("UPDATE variants SET price_minor = price_minor + 1 WHERE sku = 'RIG-BOW-08'");

        var answer = keeper.post(
                path,
                path,
                Map.of("changeId", hidden(page, "changeId"), "seen", hidden(page, "seen"), "price", "1", "pieces", ""));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("has been changed by somebody else");
    }

    @Test
    void aFileIsTakenWholeOnceOrNotAtAll() throws Exception {
        var before = number("on_hand", "RIG-BOW-10");
        var held = "RIG-SNA-87";
        shop.change("UPDATE variants SET price_minor = 2000 WHERE sku = 'RIG-BOW-10'");

        var refused = send(
                "sku,price,stock_change\nRIG-BOW-10,21,4\nNO-SUCH-1,1,\n" + held + ",,-99999\n",
                hidden(keeper.get("/admin/goods").body(), "changeId"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Nothing was changed", "Line 3:", "There is no article NO-SUCH-1.", "Line 4:", "Of " + held);
        assertThat(number("on_hand", "RIG-BOW-10")).isEqualTo(before);

        var id = hidden(keeper.get("/admin/goods").body(), "changeId");
        for (var attempt = 0; attempt < 2; attempt++) {
            var taken = send("sku,price,stock_change\nRIG-BOW-10,21,4\n", id);
            assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
            assertThat(taken.body()).contains("Done: 1 articles.");
        }
        assertThat(number("on_hand", "RIG-BOW-10")).isEqualTo(before + 4);
        assertThat(shop.number("SELECT price_minor FROM variants WHERE sku = 'RIG-BOW-10'"))
                .isEqualTo(2100);
    }

    @Test
    void whatIsNoFileOfGoodsIsRefusedReadably() throws Exception {
        var id = hidden(keeper.get("/admin/goods").body(), "changeId");

        assertThat(send("\u0000\u0001", id).body()).contains("no text in UTF-8");
        assertThat(send("x".repeat(210_000), id).statusCode()).isEqualTo(413);
    }

    @Test
    void theExportIsTextForSpreadsheetsAndComesInAgain() throws Exception {
        shop.change("UPDATE products SET name = '=HYPERLINK(\"http://evil\")' WHERE slug = 'shock-cord'");

        var file = keeper.get("/admin/goods-export");

        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", "goods.csv");
        assertThat(file.body())
                .contains("sku,product,variant,price,on_hand,held,stock_change")
                .contains("\"'=HYPERLINK(\"\"http://evil\"\")\"");
        var again = send(file.body(), hidden(keeper.get("/admin/goods").body(), "changeId"));
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
    }

    @Test
    void whoOnlyLooksCannotChangeGoods() throws Exception {
        try (var clerk = Clerk.signedIn(shop, "bo@example.org", "clerk")) {
            assertThat(clerk.get("/admin/goods?q=shackle").body())
                    .contains("RIG-BOW-06")
                    .doesNotContain("goods-import");
            assertThat(clerk.post("/admin", "/admin/goods/RIG-BOW-06", Map.of()).statusCode())
                    .isEqualTo(403);
        }
    }

    private static HttpResponse<String> send(String file, String changeId) throws Exception {
        var form = keeper.withKey("/admin/goods", Map.of("changeId", changeId));
        var body = new StringBuilder();
        form.forEach((name, value) -> body.append("--edge\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"goods.csv\"\r\n")
                .append("Content-Type: text/csv\r\n\r\n")
                .append(file)
                .append("\r\n--edge--\r\n");
        return keeper.browser()
                .send(keeper.browser()
                        .page("/admin/goods-import")
                        .header("Content-Type", "multipart/form-data; boundary=edge")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8)));
    }

    private static long number(String column, String sku) throws Exception {
        return shop.number("SELECT " + column + " FROM stock WHERE sku = '" + sku + "'");
    }
}
