package dev.tautline.store.checkout;

import dev.tautline.store.cart.CartCookie;
import dev.tautline.store.catalog.CatalogueKeeper;
import dev.tautline.store.database.Unavailable;
import dev.tautline.store.intake.ReceivedOrder;
import dev.tautline.store.language.Language;
import dev.tautline.store.order.Orders;
import dev.tautline.store.payment.TestCard;
import dev.tautline.store.pricing.Money;
import dev.tautline.store.promo.PromoCookie;
import dev.tautline.store.web.BadInput;
import dev.tautline.store.web.Degradation;
import dev.tautline.store.web.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Turns a reviewed draft into an order. However often the same form arrives, the answer is the same order page.
@Controller
class PlaceOrderController {
    private final CartCookie carts;
    private final DraftCookie drafts;
    private final PromoCookie promos;
    private final PlaceOrder placeOrder;
    private final Settlement settlement;
    private final Orders orders;
    private final Reception reception;
    private final OrderToken orderToken;
    private final Degradation degradation;
    private final ObjectProvider<CatalogueKeeper> catalogue;

    PlaceOrderController(
            CartCookie carts,
            DraftCookie drafts,
            PromoCookie promos,
            PlaceOrder placeOrder,
            Settlement settlement,
            Orders orders,
            Reception reception,
            OrderToken orderToken,
            Degradation degradation,
            ObjectProvider<CatalogueKeeper> catalogue) {
        this.carts = carts;
        this.drafts = drafts;
        this.promos = promos;
        this.placeOrder = placeOrder;
        this.settlement = settlement;
        this.orders = orders;
        this.reception = reception;
        this.orderToken = orderToken;
        this.degradation = degradation;
        this.catalogue = catalogue;
    }

    @PostMapping("/checkout/place")
    ResponseEntity<Void> place(
            @RequestParam UUID checkoutId,
            @RequestParam long agreedTotal,
            @RequestParam String card,
            HttpServletRequest request,
            HttpServletResponse response) {
        var chosen = TestCard.byToken(card).orElseThrow(() -> new BadInput("input.card"));
        var wanted = wanted(request, checkoutId, new Money(agreedTotal), chosen);
        if (wanted.isEmpty()) {
            return ofEarlierCheckout(checkoutId);
        }
        var received = reception.byCheckout(checkoutId);
        if (received.isPresent()) {
            // Sent again, for its answer was lost: it waits to be placed, and a "sold out" now would not be true of it.
            forget(request, response);
            degradation.mark(response, "order", "journal");
            return toOrder(received.get().token());
        }
        try {
            return placed(wanted.get(), request, response);
        } catch (DataAccessException | TransactionException away) {
            if (!reception.isOpen() || !Unavailable.is(away)) {
                throw away;
            }
            // Also when the commit's answer is lost: the replay finds the order then, and places none.
            return received(wanted.get(), request, response);
        }
    }

    private ResponseEntity<Void> placed(
            PlaceOrder.Request wanted, HttpServletRequest request, HttpServletResponse response) {
        return switch (placeOrder.place(wanted)) {
            case PlaceOrder.Outcome.Placed(var token, var payment) -> paid(token, payment, wanted, request, response);
            case PlaceOrder.Outcome.Already(var token) -> toOrder(token);
            case PlaceOrder.Outcome.Changed ignored -> lookAgain("/checkout/review?notice=changed");
            case PlaceOrder.Outcome.TooLittleStock ignored -> lookAgain("/cart");
            case PlaceOrder.Outcome.PromoGone ignored -> {
                promos.clear(request, response);
                yield SeeOther.to("/checkout/review?notice=promo");
            }
        };
    }

    private ResponseEntity<Void> received(
            PlaceOrder.Request wanted, HttpServletRequest request, HttpServletResponse response) {
        degradation.mark(response, "order", "journal");
        return switch (reception.receive(wanted)) {
            case Reception.Outcome.Received(var token) -> {
                forget(request, response);
                yield toOrder(token);
            }
            case Reception.Outcome.Changed ignored -> SeeOther.to("/checkout/review?notice=changed");
            case Reception.Outcome.TooLittleStock ignored -> SeeOther.to("/cart");
        };
    }

    /// The order to place, when basket and draft are still those of the form.
    private Optional<PlaceOrder.Request> wanted(
            HttpServletRequest request, UUID checkoutId, Money agreedTotal, TestCard card) {
        var cart = carts.read(request);
        var draft = drafts.read(request).filter(known -> known.checkoutId().equals(checkoutId));
        if (cart.isEmpty() || draft.isEmpty()) {
            return Optional.empty();
        }
        var address = draft.get().address();
        var shipping = draft.get().shipping();
        if (address == null || shipping == null) {
            return Optional.empty();
        }
        return Optional.of(new PlaceOrder.Request(
                checkoutId,
                PlaceOrder.idempotencyKey(checkoutId),
                orderToken.of(checkoutId),
                cart,
                address,
                shipping,
                card.token(),
                agreedTotal,
                Language.current(),
                promos.read(request)));
    }

    /// The form is older than the cookies: its order exists, or the visitor has to look again.
    private ResponseEntity<Void> ofEarlierCheckout(UUID checkoutId) {
        return reception
                .byCheckout(checkoutId)
                .map(ReceivedOrder::token)
                .or(() -> orders.tokenOfCheckout(checkoutId))
                .map(PlaceOrderController::toOrder)
                .orElseGet(() -> SeeOther.to("/checkout/review?notice=changed"));
    }

    private ResponseEntity<Void> paid(
            String token,
            UUID payment,
            PlaceOrder.Request placed,
            HttpServletRequest request,
            HttpServletResponse response) {
        settlement.advanceAsFarAsPossible(payment);
        if (endedWithoutSale(token)) {
            // The basket stays, under a new checkout id: the customer may try another card.
            drafts.write(request, response, new Draft(UUID.randomUUID(), placed.address(), placed.shipping()));
        } else {
            forget(request, response);
        }
        return toOrder(token);
    }

    /// The order has it all now.
    private void forget(HttpServletRequest request, HttpServletResponse response) {
        carts.clear(request, response);
        drafts.clear(request, response);
        promos.clear(request, response);
    }

    private boolean endedWithoutSale(String token) {
        try {
            return orders.byToken(token).filter(order -> order.cancelled()).isPresent();
        } catch (DataAccessException | TransactionException away) {
            return false;
        }
    }

    /// What the pages showed is not true any more: the next one must be.
    private ResponseEntity<Void> lookAgain(String path) {
        catalogue.ifAvailable(CatalogueKeeper::refreshNow);
        return SeeOther.to(path);
    }

    private static ResponseEntity<Void> toOrder(String token) {
        return SeeOther.to("/orders/" + token);
    }
}
