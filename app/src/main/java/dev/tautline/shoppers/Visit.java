package dev.tautline.shoppers;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// What a shopper does in one visit: looks around, and now and then buys. Pages are used as a person uses them: the
/// next link or button is picked from what the shop shows.
final class Visit {
    /// About one visit in four ends in an order: many for a shop, so that a short replay sees orders at all.
    private static final double BUYS = 0.25;

    private static final Map<String, String> ADDRESS = Map.of(
            "email", "shopper@example.org",
            "name", "A Shopper",
            "line1", "1 Harbour Street",
            "postcode", "24103",
            "city", "Kiel",
            "country", "DE");

    private final Random random;

    Visit(Random random) {
        this.random = random;
    }

    /// @throws PageFailed when a page is not served; the visit ends there
    void run(Shopper.Tab tab) throws IOException, InterruptedException {
        var home = Jsoup.parse(tab.get("/"));
        var category = Jsoup.parse(tab.get(pick(home, "a[href^=/c/]", "href")));
        var product = Jsoup.parse(tab.get(pick(category, "a[href^=/p/]", "href")));
        if (random.nextDouble() < BUYS) {
            buy(tab, product);
        } else {
            tab.get("/search?q=rope");
        }
    }

    private void buy(Shopper.Tab tab, Document product) throws IOException, InterruptedException {
        var skus = offered(product, "input[name=sku]:not([disabled])", "value");
        if (skus.isEmpty()) {
            return; // Sold out: nothing that a customer could do.
        }
        tab.post("/cart/lines", Map.of("sku", skus.get(random.nextInt(skus.size())), "quantity", "1"));
        tab.get("/checkout");
        var shipping = Jsoup.parse(tab.post("/checkout", ADDRESS));
        var method = pick(shipping, "input[name=method]", "value");
        var review = Jsoup.parse(tab.post("/checkout/shipping", Map.of("method", method)));
        tab.post(
                "/checkout/place",
                Map.of(
                        "checkoutId", pick(review, "input[name=checkoutId]", "value"),
                        "agreedTotal", pick(review, "input[name=agreedTotal]", "value"),
                        "card", offered(review, "input[name=card]", "value").getFirst()));
    }

    private String pick(Document page, String selector, String attribute) throws IOException {
        var found = offered(page, selector, attribute);
        if (found.isEmpty()) {
            throw new IOException("the page '" + page.title() + "' offers no " + selector);
        }
        return found.get(random.nextInt(found.size()));
    }

    private static List<String> offered(Document page, String selector, String attribute) {
        return page.select(selector).eachAttr(attribute).stream().distinct().toList();
    }
}
