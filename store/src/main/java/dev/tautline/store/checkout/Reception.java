package dev.tautline.store.checkout;

import dev.tautline.store.cart.Cart;
import dev.tautline.store.catalog.Catalogue;
import dev.tautline.store.intake.OrderIntake;
import dev.tautline.store.intake.ReceivedOrder;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Receives orders in the database's place: quotes them from the catalogue in memory and writes them down. A shop that
/// is told not to degrade has no intake.
@Component
class Reception {
    private static final Logger log = LoggerFactory.getLogger(Reception.class);

    private final Optional<OrderIntake> intake;
    private final Catalogue catalogue;
    private final InstantSource clock;
    private final OrdersTaken taken;

    Reception(ObjectProvider<OrderIntake> intake, Catalogue catalogue, InstantSource clock, OrdersTaken taken) {
        this.intake = Optional.ofNullable(intake.getIfAvailable());
        this.catalogue = catalogue;
        this.clock = clock;
        this.taken = taken;
    }

    boolean isOpen() {
        return intake.isPresent();
    }

    sealed interface Outcome {
        /// On disk; the order's page says so.
        record Received(String token) implements Outcome {}

        /// The sum is another than the customer agreed to, or an article is no longer sold.
        record Changed() implements Outcome {}

        record TooLittleStock() implements Outcome {}
    }

    /// Only where `isOpen`.
    ///
    /// @throws dev.tautline.store.intake.IntakeRefused when the disk does not take it either
    Outcome receive(PlaceOrder.Request request) {
        var known = byCheckout(request.checkoutId());
        if (known.isPresent()) {
            return new Outcome.Received(known.get().token());
        }
        var skus = request.cart().lines().stream().map(Cart.Line::sku).toList();
        var quote = Quote.of(
                request.cart(),
                catalogue.articles(skus),
                request.shipping(),
                request.address().country(),
                request.promo());
        if (!quote.complete() || !quote.totals().total().equals(request.agreedTotal())) {
            return new Outcome.Changed();
        }
        if (!quote.enough()) {
            return new Outcome.TooLittleStock();
        }
        intake.orElseThrow()
                .receive(new ReceivedOrder(
                        request.checkoutId(),
                        request.token(),
                        request.address(),
                        request.shipping(),
                        quote.lines(),
                        quote.totals(),
                        request.cardToken(),
                        clock.instant(),
                        request.language(),
                        quote.totals().discounted() ? request.promo() : null));
        log.info("Checkout {} was received without the database", request.checkoutId());
        taken.one();
        return new Outcome.Received(request.token());
    }

    Optional<ReceivedOrder> byCheckout(UUID checkout) {
        return intake.flatMap(open -> open.byCheckout(checkout));
    }

    Optional<ReceivedOrder> byToken(String token) {
        return intake.flatMap(open -> open.byToken(token));
    }
}
