package dev.tautline.store.checkout;

import dev.tautline.store.cart.Cart;
import dev.tautline.store.catalog.Article;
import dev.tautline.store.catalog.Articles;
import dev.tautline.store.database.Transactions;
import dev.tautline.store.order.Address;
import dev.tautline.store.order.NewOrder;
import dev.tautline.store.order.Order;
import dev.tautline.store.order.Orders;
import dev.tautline.store.outbox.Outbox;
import dev.tautline.store.outbox.Topic;
import dev.tautline.store.pricing.Money;
import dev.tautline.store.pricing.Shipping;
import dev.tautline.store.pricing.Totals;
import dev.tautline.store.stock.Shelf;
import dev.tautline.store.stock.SoldOut;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The first transaction of a checkout, T1: order, holds, payment and event come into being together or not at all.
/// The provider is not called here; the connection is back in the pool before anybody calls it.
@Component
class PlaceOrder {
    private static final int TOKEN_BYTES = 24;

    private final Transactions transactions;
    private final Articles articles;
    private final Orders orders;
    private final Shelf shelf;
    private final Payments payments;
    private final Outbox outbox;
    private final SettlementProperties settlement;
    private final SecureRandom random;

    PlaceOrder(
            Transactions transactions,
            JdbcClient buy,
            Orders orders,
            Shelf shelf,
            Payments payments,
            Outbox outbox,
            SettlementProperties settlement,
            SecureRandom random) {
        this.transactions = transactions;
        this.articles = new Articles(buy);
        this.orders = orders;
        this.shelf = shelf;
        this.payments = payments;
        this.outbox = outbox;
        this.settlement = settlement;
        this.random = random;
    }

    /// What the customer agreed to: `agreedTotal` is the sum that stood on the review page.
    record Request(
            UUID checkoutId,
            String idempotencyKey,
            Cart cart,
            Address address,
            Shipping shipping,
            String cardToken,
            Money agreedTotal) {}

    sealed interface Outcome {
        /// A new order, whose payment has to be advanced next.
        record Placed(String token, UUID payment) implements Outcome {}

        /// This checkout has its order already.
        record Already(String token) implements Outcome {}

        /// The sum is another than the customer agreed to, or an article is no longer sold.
        record Changed() implements Outcome {}

        record TooLittleStock() implements Outcome {}
    }

    Outcome place(Request request) {
        // Made outside of the transaction: a retry must write the same order, not another one.
        var order = UUID.randomUUID();
        var payment = UUID.randomUUID();
        var token = newToken();
        try {
            return transactions.inOne(() -> write(request, order, payment, token));
        } catch (SoldOut tooLittle) {
            return new Outcome.TooLittleStock();
        }
    }

    private Outcome write(Request request, UUID orderId, UUID payment, String token) {
        var already = orders.tokenOfCheckout(request.checkoutId());
        if (already.isPresent()) {
            return new Outcome.Already(already.get());
        }
        var lines = linesAtTodaysPrice(request.cart());
        var totals = Totals.of(
                lines.stream()
                        .map(line -> new Totals.Line(line.price(), line.quantity()))
                        .toList(),
                request.shipping(),
                request.address().country());
        if (lines.size() != request.cart().lines().size() || !totals.total().equals(request.agreedTotal())) {
            return new Outcome.Changed();
        }
        var order = new NewOrder(
                orderId,
                request.checkoutId(),
                request.idempotencyKey(),
                token,
                request.address(),
                request.shipping(),
                totals,
                lines);
        return write(order, payment, request.cardToken());
    }

    private Outcome write(NewOrder order, UUID payment, String cardToken) {
        if (!orders.insert(order)) {
            return new Outcome.Already(
                    orders.tokenOfCheckout(order.checkoutId()).orElseThrow());
        }
        shelf.hold(
                order.id(),
                order.lines().stream()
                        .map(line -> new Shelf.Wanted(line.sku(), line.quantity()))
                        .toList(),
                settlement.holdFor());
        payments.insert(payment, order.id(), order.totals().total(), cardToken);
        outbox.add(Topic.ORDER_RECEIVED, order.id());
        return new Outcome.Placed(order.token(), payment);
    }

    private List<Order.Line> linesAtTodaysPrice(Cart cart) {
        var sold = articles.bySku(cart.lines().stream().map(Cart.Line::sku).toList()).stream()
                .collect(Collectors.toMap(Article::sku, Function.identity()));
        return cart.lines().stream()
                .flatMap(line ->
                        Optional.ofNullable(sold.get(line.sku()))
                                .map(article -> line(article, line.quantity()))
                                .stream())
                .toList();
    }

    private static Order.Line line(Article article, int quantity) {
        return new Order.Line(article.sku(), article.title(), quantity, article.price());
    }

    private String newToken() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
