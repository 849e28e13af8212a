package dev.tautline.store.checkout;

import dev.tautline.store.catalog.CatalogueKeeper;
import dev.tautline.store.database.Unavailable;
import dev.tautline.store.order.Order;
import dev.tautline.store.order.Orders;
import dev.tautline.store.pricing.Money;
import dev.tautline.store.pricing.Promo;
import dev.tautline.store.promo.PromoCodes;
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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{8,80}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final int MOST_A_MINUTE = 120;

    private final PlaceOrder placeOrder;
    private final Settlement settlement;
    private final Reception reception;
    private final Orders orders;
    private final PromoCodes promos;
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
            PromoCodes promos,
            OrderToken orderToken,
            Degradation degradation,
            ObjectProvider<CatalogueKeeper> catalogue,
            JsonMapper json,
            InstantSource clock) {
        this.placeOrder = placeOrder;
        this.settlement = settlement;
        this.reception = reception;
        this.orders = orders;
        this.promos = promos;
        this.orderToken = orderToken;
        this.degradation = degradation;
        this.catalogue = catalogue;
        this.json = json;
        this.limit = new RateLimit(MOST_A_MINUTE, Duration.ofMinutes(1), clock);
    }

    record Placed(String number, String token, String state, String page, long totalMinor, String currency) {}

    record Received(String token, String state, String page) {}

    @PostMapping
    ResponseEntity<?> place(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody OrderBody body,
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
            var wanted = body.asRequest(checkout, "api:" + key + ":" + fingerprint(body), orderToken.of(checkout));
            return place(wanted, body.promo(), response);
        } finally {
            running.remove(checkout);
        }
    }

    private ResponseEntity<?> place(PlaceOrder.Request asked, @Nullable String code, HttpServletResponse response) {
        var waiting = reception.byCheckout(asked.checkoutId());
        if (waiting.isPresent()) {
            return received(waiting.get().token(), response);
        }
        // Outside of what is received without a database: a code whose terms nobody knows promises nothing.
        var wanted = asked.with(promo(asked.checkoutId(), code));
        try {
            return switch (placeOrder.place(wanted)) {
                case PlaceOrder.Outcome.Placed(var token, var payment) -> {
                    settlement.advanceAsFarAsPossible(payment);
                    yield placed(token, HttpStatus.CREATED);
                }
                case PlaceOrder.Outcome.Already(var token) -> {
                    requireSameBody(wanted);
                    yield placed(token, HttpStatus.OK);
                }
                case PlaceOrder.Outcome.Changed ignored -> throw changed();
                case PlaceOrder.Outcome.TooLittleStock ignored -> throw soldOut();
                case PlaceOrder.Outcome.PromoGone ignored -> throw promoGone();
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

    /// A key whose order took the last use of a code is still answered with that order.
    private @Nullable Promo promo(UUID checkout, @Nullable String code) {
        if (code == null) {
            return null;
        }
        var promo = promos.holding(code);
        if (promo.isEmpty() && orders.tokenOfCheckout(checkout).isEmpty()) {
            throw promoGone();
        }
        return promo.orElse(null);
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

    /// An order that came by the journal has no fingerprint; nothing can be held against its body then.
    private void requireSameBody(PlaceOrder.Request wanted) {
        var before = orders.idempotencyKeyOf(wanted.checkoutId());
        if (before.filter(key -> key.startsWith("api:") && !key.equals(wanted.idempotencyKey()))
                .isPresent()) {
            throw new ApiProblem(
                    HttpStatus.UNPROCESSABLE_CONTENT, "key-reused", "This key belongs to a request with another body.");
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

    private ApiProblem promoGone() {
        return new ApiProblem(
                HttpStatus.CONFLICT,
                "promo-gone",
                "There is no such promotion code, it has ended, or it was used as often as it may be.");
    }

    private String fingerprint(OrderBody body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(body));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
