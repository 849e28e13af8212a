package dev.tautline.drill;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jsoup.Jsoup;

/// One buyer who wants one order: fills the basket, checks out, and sends the order until somebody says yes or no, now
/// and then by a double click, now and then giving up after the first silence. Writes down what was said.
final class BuyerRun {
    private static final Map<String, String> ADDRESS = Map.of(
            "email", "buyer@example.org",
            "name", "A Buyer",
            "line1", "1 Harbour Street",
            "line2", "",
            "postcode", "24103",
            "city", "Kiel",
            "country", "DE");
    /// What a test card does: most pay, the rest decline, dawdle, charge without answering, get lost, or break once.
    private static final List<String> CARDS = List.of(
            "card-accepted",
            "card-accepted",
            "card-accepted",
            "card-accepted",
            "card-accepted",
            "card-declined",
            "card-slow",
            "card-silent",
            "card-lost",
            "card-broken");
    /// The shop's cookie of that name: one address may only enter a few codes a minute, so one is entered for all.
    static final String PROMO = "promo";

    private static final double DOUBLE_CLICKS = 0.3;
    private static final double GIVES_UP = 0.2;
    private static final double HAS_A_CODE = 0.4;
    private static final Duration PAUSE = Duration.ofMillis(700);
    private static final int MOST_TRIES = 40;

    private final String name;
    private final Browser browser;
    private final Random random;
    private final Supplier<Long> millis;
    private final ExecutorService clicks;
    private final String promo;
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    /// @param promo the cookie of a promotion code, which some buyers have
    BuyerRun(String name, Browser browser, Random random, Supplier<Long> millis, ExecutorService clicks, String promo) {
        this.promo = promo;
        this.name = name;
        this.browser = browser;
        this.random = random;
        this.millis = millis;
        this.clicks = clicks;
    }

    private record Said(Attempt.Outcome outcome, String token) {}

    /// Nothing when the buyer never came as far as to send an order.
    Optional<Attempt> buy(String sku, int pieces) throws InterruptedException {
        var card = CARDS.get(random.nextInt(CARDS.size()));
        var doubleClick = random.nextDouble() < DOUBLE_CLICKS;
        var givesUp = random.nextDouble() < GIVES_UP;
        if (random.nextDouble() < HAS_A_CODE) {
            browser.accept(PROMO, promo);
            log.add("with a promotion code");
        }
        var form = upToReview(sku, pieces);
        if (form.isEmpty()) {
            return Optional.empty();
        }
        form.get().put("card", card);
        log.add("%s × %d by %s".formatted(sku, pieces, card));
        var said = sendUntilAnswered(form.get(), doubleClick, givesUp);
        var checkout = UUID.fromString(form.get().getOrDefault("checkoutId", ""));
        return Optional.of(new Attempt(name, checkout, said.outcome(), said.token(), log.toString()));
    }

    private Optional<Map<String, String>> upToReview(String sku, int pieces) throws InterruptedException {
        for (var attempt = 0; attempt < MOST_TRIES; attempt++) {
            try {
                browser.post("/cart/lines/" + sku, Map.of("quantity", Integer.toString(pieces)));
                browser.get("/checkout");
                browser.post("/checkout", ADDRESS);
                browser.post("/checkout/shipping", Map.of("method", "STANDARD"));
                var page = browser.get("/checkout/review");
                if (page.statusCode() == 200) {
                    return Optional.of(form(page.body()));
                }
                if (page.statusCode() == 303) {
                    return Optional.empty(); // Sold out: nothing that a customer could do.
                }
            } catch (IOException away) {
                // The shop itself is away; people come back.
            }
            Thread.sleep(PAUSE);
        }
        return Optional.empty();
    }

    private static Map<String, String> form(String page) {
        var fields = new TreeMap<String, String>();
        Jsoup.parse(page)
                .select("form[action=/checkout/place] input[type=hidden]")
                .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        return fields;
    }

    private Said sendUntilAnswered(Map<String, String> form, boolean doubleClick, boolean givesUp)
            throws InterruptedException {
        var unknown = false;
        for (var attempt = 0; attempt < MOST_TRIES; attempt++) {
            var said = doubleClick && attempt == 0 ? twice(form) : List.of(once(form));
            for (var one : said) {
                if (one.outcome() == Attempt.Outcome.OK || one.outcome() == Attempt.Outcome.RECEIVED) {
                    return one;
                }
                unknown |= one.outcome() == Attempt.Outcome.UNKNOWN;
            }
            if (said.stream().anyMatch(one -> one.outcome() == Attempt.Outcome.FAIL) || givesUp) {
                break;
            }
            Thread.sleep(PAUSE);
        }
        return new Said(unknown ? Attempt.Outcome.UNKNOWN : Attempt.Outcome.FAIL, "");
    }

    private List<Said> twice(Map<String, String> form) throws InterruptedException {
        Callable<Said> click = () -> once(form);
        var said = new ArrayList<Said>();
        for (var one : clicks.invokeAll(List.of(click, click))) {
            try {
                said.add(one.get());
            } catch (ExecutionException failed) {
                throw new IllegalStateException(failed.getCause());
            }
        }
        return said;
    }

    private Said once(Map<String, String> form) throws InterruptedException {
        var asked = millis.get();
        try {
            var answer = browser.post("/checkout/place", form);
            var said = understand(answer);
            log.add("%d ms POST /checkout/place → %d %s %s (after %d ms)"
                    .formatted(
                            asked,
                            answer.statusCode(),
                            answer.headers().firstValue("Location").orElse(""),
                            answer.headers().firstValue("Chandlery-Degraded").orElse(""),
                            millis.get() - asked));
            return said;
        } catch (IOException silence) {
            log.add("%d ms POST /checkout/place → %s (after %d ms)".formatted(asked, silence, millis.get() - asked));
            return new Said(Attempt.Outcome.UNKNOWN, "");
        }
    }

    private static Said understand(HttpResponse<String> answer) {
        var location = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 303) {
            return new Said(Attempt.Outcome.UNKNOWN, "");
        }
        if (location.startsWith("/orders/")) {
            var received = answer.headers().allValues("Chandlery-Degraded").contains("order=journal");
            return new Said(
                    received ? Attempt.Outcome.RECEIVED : Attempt.Outcome.OK, location.substring("/orders/".length()));
        }
        return new Said(Attempt.Outcome.FAIL, "");
    }
}
