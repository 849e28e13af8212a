package dev.tautline.store.checkout;

import dev.tautline.store.cart.Cart;
import dev.tautline.store.catalog.CatalogueKeeper;
import dev.tautline.store.database.Refusal;
import dev.tautline.store.database.Unavailable;
import dev.tautline.store.language.Language;
import dev.tautline.store.order.Address;
import dev.tautline.store.order.Order;
import dev.tautline.store.order.Orders;
import dev.tautline.store.payment.TestCard;
import dev.tautline.store.pricing.Money;
import dev.tautline.store.pricing.Shipping;
import dev.tautline.store.web.ApiProblem;
import dev.tautline.store.web.ApiV1;
import dev.tautline.store.web.Degradation;
import dev.tautline.store.web.NotFound;
import dev.tautline.store.web.RateLimit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.json.JsonMapper;

/// Orders as JSON, by the same path as forms. The `Idempotency-Key` makes the checkout's id, so the schema's promise of
/// one order per checkout is the promise of one order per key; its column also keeps a fingerprint of the body.
/// A failure writes nothing down and therefore freezes nothing into the key.
@ApiV1
@RequestMapping("/api/v1/orders")
class OrderApi {
    private static final Logger log = LoggerFactory.getLogger(OrderApi.class);
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{8,80}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final int MOST_A_MINUTE = 120;

    private final PlaceOrder placeOrder;
    private final Settlement settlement;
    private final Reception reception;
    private final Orders orders;
    private final OrderToken orderToken;
    private final Degradation degradation;
    private final ObjectProvider<CatalogueKeeper> catalogue;
    private final JsonMapper json;
    private final RateLimit limit;
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();

    OrderApi(
            PlaceOrder placeOrder,
            Settlement settlement,
            Reception reception,
            Orders orders,
            OrderToken orderToken,
            Degradation degradation,
            ObjectProvider<CatalogueKeeper> catalogue,
            JsonMapper json,
            InstantSource clock) {
        this.placeOrder = placeOrder;
        this.settlement = settlement;
        this.reception = reception;
        this.orders = orders;
        this.orderToken = orderToken;
        this.degradation = degradation;
        this.catalogue = catalogue;
        this.json = json;
        this.limit = new RateLimit(MOST_A_MINUTE, Duration.ofMinutes(1), clock);
    }

    record Wanted(@Nullable String sku, int quantity) {}

    record Recipient(
            @Nullable String email,
            @Nullable String name,
            @Nullable String line1,
            @Nullable String line2,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String country) {}

    record Body(
            @Nullable List<Wanted> lines,
            @Nullable Recipient address,
            @Nullable String shipping,
            @Nullable String card,
            @Nullable Long agreedTotalMinor) {}

    record Placed(String number, String token, String state, String page, long totalMinor, String currency) {}

    record Received(String token, String state, String page) {}

    @PostMapping
    ResponseEntity<?> place(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Body body,
            HttpServletRequest request,
            HttpServletResponse response) {
        limit.take(request.getRemoteAddr());
        if (key == null || !KEY.matcher(key).matches()) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "key-missing",
                    "The header Idempotency-Key is missing or not 8 to 80 letters, digits, dashes and underscores.");
        }
        var checkout = UUID.nameUUIDFromBytes(("api " + key).getBytes(StandardCharsets.UTF_8));
        if (!running.add(checkout)) {
            throw new ApiProblem(HttpStatus.CONFLICT, "key-running", "A request with this key is being worked on.");
        }
        try {
            return place(wanted(checkout, "api:" + key + ":" + fingerprint(body), body), response);
        } finally {
            running.remove(checkout);
        }
    }

    private ResponseEntity<?> place(PlaceOrder.Request wanted, HttpServletResponse response) {
        var waiting = reception.byCheckout(wanted.checkoutId());
        if (waiting.isPresent()) {
            return received(waiting.get().token(), response);
        }
        try {
            return switch (placeOrder.place(wanted)) {
                case PlaceOrder.Outcome.Placed(var token, var payment) -> {
                    settle(payment);
                    yield placed(token, HttpStatus.CREATED);
                }
                case PlaceOrder.Outcome.Already(var token) -> {
                    requireSameBody(wanted);
                    yield placed(token, HttpStatus.OK);
                }
                case PlaceOrder.Outcome.Changed ignored -> throw changed();
                case PlaceOrder.Outcome.TooLittleStock ignored -> throw soldOut();
            };
        } catch (DataAccessException | TransactionException away) {
            if (!reception.isOpen() || !Unavailable.is(away)) {
                throw away;
            }
            return switch (reception.receive(wanted)) {
                case Reception.Outcome.Received(var token) -> received(token, response);
                case Reception.Outcome.Changed ignored -> throw changed();
                case Reception.Outcome.TooLittleStock ignored -> throw soldOut();
            };
        }
    }

    /// By the token that placing it answered with.
    @GetMapping("/{token}")
    ResponseEntity<?> show(@PathVariable String token, HttpServletResponse response) {
        if (!TOKEN.matcher(token).matches()) {
            throw new NotFound("order");
        }
        return orders.byToken(token)
                .<ResponseEntity<?>>map(order -> ResponseEntity.ok(answer(order)))
                .or(() -> reception.byToken(token).map(waiting -> received(waiting.token(), response)))
                .orElseThrow(() -> new NotFound("order"));
    }

    private PlaceOrder.Request wanted(UUID checkout, String key, Body body) {
        var lines = body.lines() == null ? List.<Wanted>of() : body.lines();
        var recipient = body.address();
        var shipping = body.shipping() == null
                ? null
                : Shipping.byName(body.shipping()).orElse(null);
        var card = body.card() == null ? null : TestCard.byToken(body.card()).orElse(null);
        if (recipient == null || shipping == null || card == null || body.agreedTotalMinor() == null) {
            throw invalid("address, shipping, card and agreedTotalMinor are needed, each as described.");
        }
        return new PlaceOrder.Request(
                checkout,
                key,
                orderToken.of(checkout),
                cart(lines),
                address(recipient),
                shipping,
                card.token(),
                new Money(body.agreedTotalMinor()),
                Language.current());
    }

    private static Address address(Recipient typed) {
        var form = AddressForm.of(
                typed.email(),
                typed.name(),
                typed.line1(),
                typed.line2(),
                typed.postcode(),
                typed.city(),
                typed.country());
        var problems = form.problems();
        if (!problems.isEmpty()) {
            throw invalid("These parts of the address are missing or wrong: " + String.join(", ", problems.keySet()));
        }
        return form.address();
    }

    private static Cart cart(List<Wanted> lines) {
        var skus = lines.stream()
                .filter(Objects::nonNull)
                .map(Wanted::sku)
                .distinct()
                .count();
        if (lines.isEmpty() || lines.size() > Cart.MOST_LINES || skus != lines.size()) {
            throw invalid("lines holds 1 to %d articles, each once.".formatted(Cart.MOST_LINES));
        }
        return new Cart(lines.stream().map(OrderApi::line).toList());
    }

    private static Cart.Line line(Wanted wanted) {
        var sku = wanted.sku();
        if (sku == null || !Cart.SKU.matcher(sku).matches()) {
            throw invalid("A sku is 3 to 24 capital letters, digits and dashes.");
        }
        if (wanted.quantity() < 1 || wanted.quantity() > Cart.MOST_OF_ONE) {
            throw invalid("A quantity lies between 1 and %d.".formatted(Cart.MOST_OF_ONE));
        }
        return new Cart.Line(sku, wanted.quantity(), 0);
    }

    /// An order that came by the journal has no fingerprint; nothing can be held against its body then.
    private void requireSameBody(PlaceOrder.Request wanted) {
        var before = orders.idempotencyKeyOf(wanted.checkoutId());
        if (before.filter(key -> key.startsWith("api:") && !key.equals(wanted.idempotencyKey()))
                .isPresent()) {
            throw new ApiProblem(
                    HttpStatus.UNPROCESSABLE_CONTENT, "key-reused", "This key belongs to a request with another body.");
        }
    }

    private void settle(UUID payment) {
        try {
            settlement.advance(payment);
        } catch (DataAccessException | TransactionException failed) {
            if (Refusal.of(failed) == Refusal.DEFECT) {
                log.error("Payment {} is left to the janitor", payment, failed);
            } else {
                log.warn("Payment {} is left to the janitor: {}", payment, failed.toString());
            }
        }
    }

    private ResponseEntity<?> placed(String token, HttpStatus status) {
        var order = orders.byToken(token).orElseThrow();
        return ResponseEntity.status(status)
                .location(URI.create("/api/v1/orders/" + token))
                .body(answer(order));
    }

    private ResponseEntity<?> received(String token, HttpServletResponse response) {
        degradation.mark(response, "order", "journal");
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/orders/" + token))
                .body(new Received(token, "RECEIVED", "/orders/" + token));
    }

    private static Placed answer(Order order) {
        return new Placed(
                order.name(),
                order.token(),
                order.state().name(),
                "/orders/" + order.token(),
                order.totals().total().minor(),
                Money.CURRENCY);
    }

    private ApiProblem changed() {
        catalogue.ifAvailable(CatalogueKeeper::refreshNow);
        return new ApiProblem(
                HttpStatus.CONFLICT, "changed", "The total is another than agreed, or an article is no longer sold.");
    }

    private ApiProblem soldOut() {
        catalogue.ifAvailable(CatalogueKeeper::refreshNow);
        return new ApiProblem(HttpStatus.CONFLICT, "sold-out", "There is not enough of an article.");
    }

    private static ApiProblem invalid(String detail) {
        return new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", detail);
    }

    private String fingerprint(Body body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(body));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
