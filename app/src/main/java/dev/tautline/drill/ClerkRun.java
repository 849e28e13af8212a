package dev.tautline.drill;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// One clerk at work while buyers buy: looks at the newest orders, takes one, and ships, cancels or refunds it, a part
/// or
/// all, sending the same form until somebody says yes or no. Writes down what was said.
final class ClerkRun {
    private static final Pattern ORDER = Pattern.compile("/admin/orders/([0-9]+)");
    private static final Duration PAUSE = Duration.ofMillis(700);
    private static final int MOST_TRIES = 25;
    private static final int NEWEST = 12;

    private final String name;
    private final Browser browser;
    private final Random random;
    private final Supplier<Long> millis;

    ClerkRun(String name, Browser browser, Random random, Supplier<Long> millis) {
        this.name = name;
        this.browser = browser;
        this.random = random;
        this.millis = millis;
    }

    private record Wish(Deed.Kind kind, Map<String, String> form, UUID refund, long amountMinor) {}

    /// Nothing when there was no order that something could be done with.
    ///
    /// @throws IOException when the pages do not answer; nothing was sent then
    Optional<Deed> doSomething() throws IOException, InterruptedException {
        var numbers = ORDER.matcher(page("/admin/orders"))
                .results()
                .map(found -> Long.parseLong(found.group(1)))
                .distinct()
                .limit(NEWEST)
                .toList();
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        var number = numbers.get(random.nextInt(numbers.size()));
        var wish = wish(Jsoup.parse(page("/admin/orders/" + number)));
        return wish.isPresent() ? Optional.of(sendUntilAnswered(number, wish.get())) : Optional.empty();
    }

    private String page(String path) throws IOException, InterruptedException {
        var answer = browser.get(path);
        if (answer.statusCode() != 200) {
            throw new IOException("%s answered %d".formatted(path, answer.statusCode()));
        }
        return answer.body();
    }

    private Optional<Wish> wish(Document page) {
        var kinds = new ArrayList<Deed.Kind>();
        for (var kind : Deed.Kind.values()) {
            if (!page.select("form[action$=/%s]".formatted(path(kind))).isEmpty()) {
                kinds.add(kind);
            }
        }
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        var form = new TreeMap<>(Map.of("formKey", Clerk.hidden(page, "formKey")));
        var kind = kinds.get(random.nextInt(kinds.size()));
        if (kind != Deed.Kind.REFUND) {
            return Optional.of(new Wish(kind, form, Deed.NO_REFUND, 0));
        }
        var left = Math.round(Double.parseDouble(Clerk.hidden(page, "amount")) * 100);
        var amount = random.nextInt(3) == 0 ? left : random.nextLong(1, left + 1);
        form.put("amount", "%d.%02d".formatted(amount / 100, amount % 100));
        form.put("refundId", Clerk.hidden(page, "refundId"));
        form.put("seen", Clerk.hidden(page, "seen"));
        if (random.nextBoolean()) {
            form.put("takeBack", "true");
        }
        return Optional.of(new Wish(kind, form, UUID.fromString(form.get("refundId")), amount));
    }

    private Deed sendUntilAnswered(long number, Wish wish) throws InterruptedException {
        var log = new ArrayList<String>();
        var unknown = false;
        for (var attempt = 0; attempt < MOST_TRIES; attempt++) {
            var said = once(number, wish, log);
            if (said == Deed.Outcome.DONE) {
                return deed(number, wish, Deed.Outcome.DONE, log);
            }
            unknown |= said == Deed.Outcome.UNKNOWN;
            if (said == Deed.Outcome.REFUSED) {
                break;
            }
            Thread.sleep(PAUSE);
        }
        // A no after a silence may be the answer to what the silent try has done.
        return deed(number, wish, unknown ? Deed.Outcome.UNKNOWN : Deed.Outcome.REFUSED, log);
    }

    private Deed.Outcome once(long number, Wish wish, List<String> log) throws InterruptedException {
        var page = "/admin/orders/" + number;
        var asked = millis.get();
        try {
            var answer = browser.post(page + "/" + path(wish.kind()), wish.form());
            log.add("%d ms → %d".formatted(asked, answer.statusCode()));
            if (answer.headers().firstValue("Location").orElse("").equals(page)) {
                return Deed.Outcome.DONE;
            }
            return answer.statusCode() < 500 ? Deed.Outcome.REFUSED : Deed.Outcome.UNKNOWN;
        } catch (IOException silence) {
            log.add("%d ms → %s".formatted(asked, silence));
            return Deed.Outcome.UNKNOWN;
        }
    }

    private Deed deed(long number, Wish wish, Deed.Outcome outcome, List<String> log) {
        return new Deed(name, number, wish.kind(), wish.refund(), wish.amountMinor(), outcome, log.toString());
    }

    private static String path(Deed.Kind kind) {
        return switch (kind) {
            case SHIP -> "ship";
            case CANCEL -> "cancel";
            case REFUND -> "refund";
        };
    }
}
