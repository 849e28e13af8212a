package dev.tautline.store.checkout;

import dev.tautline.store.cart.Cart;
import dev.tautline.store.catalog.Articles;
import dev.tautline.store.database.Transactions;
import dev.tautline.store.intake.ReceivedOrder;
import dev.tautline.store.language.Language;
import dev.tautline.store.order.Address;
import dev.tautline.store.order.EndReason;
import dev.tautline.store.order.NewOrder;
import dev.tautline.store.order.Orders;
import dev.tautline.store.outbox.Outbox;
import dev.tautline.store.outbox.Topic;
import dev.tautline.store.pricing.Money;
import dev.tautline.store.pricing.Promo;
import dev.tautline.store.pricing.Shipping;
import dev.tautline.store.promo.PromoGone;
import dev.tautline.store.promo.PromoUses;
import dev.tautline.store.stock.Shelf;
import dev.tautline.store.stock.SoldOut;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The first transaction of a checkout, T1: order, holds, use of a code, payment and event come into being together or
/// not at all.
/// The provider is not called here; the connection is back in the pool before anybody calls it.
@Component
class PlaceOrder {
    private final Transactions transactions;
    private final Articles articles;
    private final Orders orders;
    private final Shelf shelf;
    private final PromoUses promos;
    private final Payments payments;
    private final Outbox outbox;
    private final SettlementProperties settlement;
    private final OrdersTaken taken;
    private final ObservationRegistry observations;

    PlaceOrder(
            Transactions transactions,
            JdbcClient buy,
            Orders orders,
            Shelf shelf,
            PromoUses promos,
            Payments payments,
            Outbox outbox,
            SettlementProperties settlement,
            OrdersTaken taken,
            ObservationRegistry observations) {
        this.transactions = transactions;
        this.articles = new Articles(buy);
        this.orders = orders;
        this.shelf = shelf;
        this.promos = promos;
        this.payments = payments;
        this.outbox = outbox;
        this.settlement = settlement;
        this.taken = taken;
        this.observations = observations;
    }

    /// What the customer agreed to: `agreedTotal` is the sum that stood on the review page, `promo` the code it was
    /// made with.
    record Request(
            UUID checkoutId,
            String idempotencyKey,
            String token,
            Cart cart,
            Address address,
            Shipping shipping,
            String cardToken,
            Money agreedTotal,
            Language language,
            @Nullable Promo promo) {

        Request with(@Nullable Promo other) {
            return new Request(
                    checkoutId,
                    idempotencyKey,
                    token,
                    cart,
                    address,
                    shipping,
                    cardToken,
                    agreedTotal,
                    language,
                    other);
        }
    }

    sealed interface Outcome {
        /// A new order, whose payment has to be advanced next.
        record Placed(String token, UUID payment) implements Outcome {}

        /// This checkout has its order already.
        record Already(String token) implements Outcome {}

        /// The sum is another than the customer agreed to, or an article is no longer sold.
        record Changed() implements Outcome {}

        record TooLittleStock() implements Outcome {}

        /// The code has ended or was used as often as it may be; without it the order could be placed.
        record PromoGone() implements Outcome {}
    }

    /// At today's prices.
    Outcome place(Request request) {
        // Made outside of the transaction: a retry must write the same order, not another one.
        var order = UUID.randomUUID();
        var payment = UUID.randomUUID();
        var outcome = observed("checkout", () -> write(request, order, payment));
        if (outcome instanceof Outcome.Placed) {
            taken.one();
        }
        return outcome;
    }

    /// At the prices that were quoted when it was received, also when a code has ended since. How often it may be used
    /// nobody could know then: that is judged now.
    Outcome place(ReceivedOrder received) {
        var payment = UUID.randomUUID();
        var order = asOrder(received);
        return observed("journal", () -> write(order, payment, received.cardToken(), received.at()));
    }

    /// Ends a received order that cannot be met: its page and a mail say why, and nothing is ever charged.
    void reject(ReceivedOrder received, EndReason reason) {
        var order = asOrder(received);
        var payment = UUID.randomUUID();
        transactions.inOne(() -> {
            if (orders.insertRejected(order, reason)) {
                payments.insertVoided(payment, order.id(), order.totals().total(), received.cardToken());
                outbox.add(Topic.ORDER_REJECTED, order.id());
            }
        });
    }

    /// @param from where the order comes from
    private Outcome observed(String from, Supplier<Outcome> writing) {
        var placing = Observation.createNotStarted("chandlery.order.place", observations)
                .lowCardinalityKeyValue("from", from)
                .lowCardinalityKeyValue("outcome", "none");
        return placing.observe(() -> {
            var outcome = unlessTooLate(writing);
            placing.lowCardinalityKeyValue("outcome", outcome.getClass().getSimpleName());
            return outcome;
        });
    }

    private Outcome unlessTooLate(Supplier<Outcome> writing) {
        try {
            return transactions.inOne(writing);
        } catch (SoldOut tooLittle) {
            return new Outcome.TooLittleStock();
        } catch (PromoGone gone) {
            return new Outcome.PromoGone();
        }
    }

    private Outcome write(Request request, UUID orderId, UUID payment) {
        var already = orders.tokenOfCheckout(request.checkoutId());
        if (already.isPresent()) {
            return new Outcome.Already(already.get());
        }
        var skus = request.cart().lines().stream().map(Cart.Line::sku).toList();
        var quote = Quote.of(
                request.cart(),
                articles.bySku(skus),
                request.shipping(),
                request.address().country(),
                request.promo());
        if (!quote.complete() || !quote.totals().total().equals(request.agreedTotal())) {
            return new Outcome.Changed();
        }
        var order = new NewOrder(
                orderId,
                request.checkoutId(),
                request.idempotencyKey(),
                request.token(),
                request.address(),
                request.shipping(),
                quote.totals(),
                quote.lines(),
                request.language(),
                quote.totals().discounted() ? request.promo() : null);
        return write(order, payment, request.cardToken(), null);
    }

    private Outcome write(NewOrder order, UUID payment, String cardToken, @Nullable Instant agreedAt) {
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
        if (order.promo() != null) {
            promos.take(order.promo(), agreedAt);
        }
        payments.insert(payment, order.id(), order.totals().total(), cardToken);
        outbox.add(Topic.ORDER_RECEIVED, order.id());
        return new Outcome.Placed(order.token(), payment);
    }

    private static NewOrder asOrder(ReceivedOrder received) {
        return new NewOrder(
                UUID.randomUUID(),
                received.checkoutId(),
                idempotencyKey(received.checkoutId()),
                received.token(),
                received.address(),
                received.shipping(),
                received.totals(),
                received.lines(),
                Objects.requireNonNullElse(received.language(), Language.EN),
                received.promo());
    }

    /// One per checkout, whichever way its order comes.
    static String idempotencyKey(UUID checkout) {
        return "form:" + checkout;
    }
}
