package dev.tautline.store.checkout;

import dev.tautline.store.catalog.CatalogueKeeper;
import dev.tautline.store.database.Line;
import dev.tautline.store.database.Refusal;
import dev.tautline.store.database.Unavailable;
import dev.tautline.store.order.Order;
import dev.tautline.store.order.Orders;
import dev.tautline.store.web.Degradation;
import dev.tautline.store.web.NotFound;
import dev.tautline.store.web.SeeOther;
import dev.tautline.store.web.ShopTime;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// The order page. Its token is the only key: 192 bits, sent to nobody but the customer. When the primary cannot say
/// how an order stands, the page is made of the next best: the journal's receipt, the standby, what was last
/// shown.
@Controller
class OrderPageController {
    private static final Logger log = LoggerFactory.getLogger(OrderPageController.class);
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final Orders orders;
    private final Orders ordersOnStandby;
    private final Line buy;
    private final Line browse;
    private final Reception reception;
    private final LastKnown lastKnown;
    private final ObjectProvider<CatalogueKeeper> catalogue;
    private final Payments payments;
    private final Settlement settlement;
    private final Degradation degradation;
    private final ShopTime time;

    OrderPageController(
            Line buy,
            @Qualifier("browse") Line browse,
            Reception reception,
            LastKnown lastKnown,
            ObjectProvider<CatalogueKeeper> catalogue,
            Payments payments,
            Settlement settlement,
            Degradation degradation,
            ShopTime time) {
        this.orders = new Orders(buy.sql(LONGEST));
        this.ordersOnStandby = new Orders(browse.sql(LONGEST));
        this.buy = buy;
        this.browse = browse;
        this.reception = reception;
        this.lastKnown = lastKnown;
        this.catalogue = catalogue;
        this.payments = payments;
        this.settlement = settlement;
        this.degradation = degradation;
        this.time = time;
    }

    @GetMapping("/orders/{token}")
    ModelAndView show(@PathVariable String token, HttpServletResponse response) {
        requireToken(token);
        try {
            var order = orders.byToken(token);
            order.ifPresent(lastKnown::remember);
            return order.map(OrderPageController::page)
                    .or(() -> receipt(token, response))
                    .orElseThrow(() -> new NotFound("order"));
        } catch (DataAccessException away) {
            if (!Unavailable.is(away)) {
                throw away;
            }
            return receipt(token, response)
                    .or(() -> fromStandby(token, response))
                    .or(() -> asLastSeen(token, response))
                    .orElseThrow(() -> away);
        }
    }

    /// Where the customer comes back to, be it from the bank's own page or to look again.
    @GetMapping("/checkout/return/{token}")
    ResponseEntity<Void> comeBack(@PathVariable String token) {
        requireToken(token);
        try {
            payments.ofOrder(token).ifPresent(settlement::advance);
        } catch (DataAccessException | TransactionException away) {
            if (!Unavailable.is(away)) {
                throw away;
            }
            // The page itself says what is known.
        }
        return SeeOther.to("/orders/" + token);
    }

    private Optional<ModelAndView> receipt(String token, HttpServletResponse response) {
        return reception.byToken(token).map(received -> {
            degradation.mark(response, "order", "journal");
            return new ModelAndView("receipt").addObject("received", received).addObject("at", time.of(received.at()));
        });
    }

    private Optional<ModelAndView> fromStandby(String token, HttpServletResponse response) {
        var at = Optional.ofNullable(catalogue.getIfAvailable()).flatMap(CatalogueKeeper::standbyAt);
        if (buy == browse || !browse.isUp() || at.isEmpty()) {
            return Optional.empty();
        }
        try {
            return ordersOnStandby.byToken(token).map(order -> {
                degradation.mark(response, "order", "standby");
                return asOf(order, at.get(), "standby");
            });
        } catch (DataAccessException failed) {
            // The next best is asked all the same: whoever waits for an order must not see what broke on the standby.
            Refusal.tell(log, failed, "The standby does not say how an order stands");
            return Optional.empty();
        }
    }

    private Optional<ModelAndView> asLastSeen(String token, HttpServletResponse response) {
        return lastKnown.byToken(token).map(seen -> {
            degradation.mark(response, "order", "last-known");
            return asOf(seen.order(), seen.at(), "last-known");
        });
    }

    private ModelAndView asOf(Order order, Instant at, String source) {
        return page(order).addObject("asOf", time.of(at)).addObject("source", source);
    }

    private static ModelAndView page(Order order) {
        return new ModelAndView("order").addObject("order", order);
    }

    private static void requireToken(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new NotFound("order");
        }
    }
}
