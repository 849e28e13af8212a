package dev.tautline.store.checkout;

import static dev.tautline.store.payment.PaymentState.AUTHORISED;
import static dev.tautline.store.payment.PaymentState.AUTHORISING;
import static dev.tautline.store.payment.PaymentState.CAPTURED;
import static dev.tautline.store.payment.PaymentState.CAPTURING;
import static dev.tautline.store.payment.PaymentState.DECLINED;
import static dev.tautline.store.payment.PaymentState.NEW;
import static dev.tautline.store.payment.PaymentState.UNKNOWN;
import static dev.tautline.store.payment.PaymentState.VOIDED;

import dev.tautline.store.database.Refusal;
import dev.tautline.store.database.Transactions;
import dev.tautline.store.order.EndReason;
import dev.tautline.store.order.Orders;
import dev.tautline.store.outbox.Outbox;
import dev.tautline.store.outbox.Topic;
import dev.tautline.store.payment.PaymentProvider;
import dev.tautline.store.payment.PaymentState;
import dev.tautline.store.payment.ProviderAnswer;
import dev.tautline.store.promo.PromoUses;
import dev.tautline.store.stock.Shelf;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Brings a payment to its end: reads where it stands, does the one next step, writes the answer down, and again.
/// Idempotent and safe to call from several places at once; the customer's request and the janitor share it.
/// No connection is held while the provider is asked.
@Component
public class Settlement {
    private static final Logger log = LoggerFactory.getLogger(Settlement.class);
    // NEW → AUTHORISED → CAPTURED takes three rounds; more than this means that steps undo each other.
    private static final int MOST_ROUNDS = 6;

    private final Payments payments;
    private final PaymentProvider provider;
    private final Transactions transactions;
    private final Orders orders;
    private final Shelf shelf;
    private final PromoUses promos;
    private final Outbox outbox;

    Settlement(
            Payments payments,
            PaymentProvider provider,
            Transactions transactions,
            Orders orders,
            Shelf shelf,
            PromoUses promos,
            Outbox outbox) {
        this.payments = payments;
        this.provider = provider;
        this.transactions = transactions;
        this.orders = orders;
        this.shelf = shelf;
        this.promos = promos;
        this.outbox = outbox;
    }

    /// Goes as far as the provider's answers lead. What is left is the janitor's.
    public void advance(UUID payment) {
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var facts = payments.facts(payment).orElseThrow(() -> new IllegalArgumentException("no such payment"));
            if (!step(payment, facts)) {
                return;
            }
        }
        log.warn("Payment {} did not settle within {} rounds; the janitor goes on", payment, MOST_ROUNDS);
    }

    /// As `advance`, for whoever has placed the order: it stands since T1, so what goes wrong with the database is told
    /// in
    /// the log and left to the janitor.
    void advanceAsFarAsPossible(UUID payment) {
        try {
            advance(payment);
        } catch (DataAccessException | TransactionException failed) {
            Refusal.tell(log, failed, "Payment " + payment + " is left to the janitor");
        }
    }

    /// True when something changed, so that another look is worth while.
    private boolean step(UUID payment, Payments.Facts facts) {
        return switch (NextStep.of(facts.order(), facts.payment(), facts.holdsStand())) {
            case AUTHORISE -> authorise(payment, facts);
            case ASK -> ask(payment, facts);
            case GIVE_UP -> giveUp(facts.orderId(), EndReason.TOO_LATE);
            case CAPTURE -> capture(payment, facts);
            case VOID -> giveMoneyBack(payment, facts);
            case NOTHING -> false;
        };
    }

    private boolean authorise(UUID payment, Payments.Facts facts) {
        payments.move(payment, AUTHORISING, NEW);
        return record(payment, facts, provider.authorise(payment, facts.amount(), facts.cardToken()));
    }

    private boolean ask(UUID payment, Payments.Facts facts) {
        var answer = provider.find(payment);
        if (!(answer instanceof ProviderAnswer.Unheard)) {
            return record(payment, facts, answer);
        }
        return facts.holdsStand() ? authorise(payment, facts) : giveUp(facts.orderId(), EndReason.TOO_LATE);
    }

    private boolean record(UUID payment, Payments.Facts facts, ProviderAnswer answer) {
        return switch (answer) {
            case ProviderAnswer.Authorised() -> confirm(payment, facts.orderId());
            // Cannot be captured before we confirmed; if the provider says so, confirming is what makes it true here.
            case ProviderAnswer.Captured() -> confirm(payment, facts.orderId());
            case ProviderAnswer.Declined() -> end(payment, DECLINED, facts.orderId(), EndReason.DECLINED);
            case ProviderAnswer.Voided() -> end(payment, VOIDED, facts.orderId(), EndReason.WITHDRAWN);
            case ProviderAnswer.Unheard() -> doubt(payment, "the provider has no such payment");
            case ProviderAnswer.Silent(var reason) -> doubt(payment, reason);
        };
    }

    private boolean doubt(UUID payment, String reason) {
        log.warn("Payment {} is in doubt: {}", payment, reason);
        payments.move(payment, UNKNOWN, NEW, AUTHORISING);
        return false;
    }

    /// T2: the money is promised, so the order is confirmed and the stock claimed, together. If the order was given up
    /// meanwhile, only the payment moves, and the next round voids it.
    private boolean confirm(UUID payment, UUID order) {
        transactions.inOne(() -> {
            if (payments.move(payment, AUTHORISED, NEW, AUTHORISING, UNKNOWN) && orders.confirm(order)) {
                shelf.claim(order);
                outbox.add(Topic.ORDER_CONFIRMED, order);
            }
        });
        return true;
    }

    private boolean end(UUID payment, PaymentState state, UUID order, EndReason reason) {
        transactions.inOne(() -> {
            if (payments.move(payment, state, NEW, AUTHORISING, UNKNOWN)) {
                cancel(order, reason);
            }
        });
        return false;
    }

    private boolean giveUp(UUID order, EndReason reason) {
        transactions.inOne(() -> cancel(order, reason));
        return true;
    }

    private void cancel(UUID order, EndReason reason) {
        if (orders.cancel(order, reason)) {
            shelf.release(order);
            promos.giveBack(order);
            outbox.add(Topic.ORDER_CANCELLED, order);
        }
    }

    private boolean capture(UUID payment, Payments.Facts facts) {
        payments.move(payment, CAPTURING, AUTHORISED);
        if (provider.capture(payment) instanceof ProviderAnswer.Captured) {
            payments.move(payment, CAPTURED, CAPTURING);
        } else {
            log.warn("Payment {} of order {} is not captured yet", payment, facts.orderId());
        }
        return false;
    }

    private boolean giveMoneyBack(UUID payment, Payments.Facts facts) {
        switch (provider.cancel(payment)) {
            case ProviderAnswer.Voided() -> payments.move(payment, VOIDED, NEW, AUTHORISING, UNKNOWN, AUTHORISED);
            // The bank had refused, and nobody here heard it: there is nothing to give back.
            case ProviderAnswer.Declined() -> payments.move(payment, DECLINED, NEW, AUTHORISING, UNKNOWN);
            case ProviderAnswer.Authorised() -> notVoided(payment, facts, "the provider still holds it");
            case ProviderAnswer.Captured() -> notVoided(payment, facts, "the provider has taken the money");
            case ProviderAnswer.Unheard() -> notVoided(payment, facts, "the provider has no such payment");
            case ProviderAnswer.Silent(var reason) -> notVoided(payment, facts, reason);
        }
        return false;
    }

    private static void notVoided(UUID payment, Payments.Facts facts, String reason) {
        log.warn("Payment {} of order {} is not voided yet: {}", payment, facts.orderId(), reason);
    }
}
