package dev.tautline.store.admin;

import dev.tautline.store.checkout.RefundSettlement;
import dev.tautline.store.checkout.Settlement;
import dev.tautline.store.database.AdminTransactions;
import dev.tautline.store.order.EndReason;
import dev.tautline.store.order.OrderState;
import dev.tautline.store.outbox.Outbox;
import dev.tautline.store.outbox.Topic;
import dev.tautline.store.payment.PaymentState;
import dev.tautline.store.promo.PromoUses;
import dev.tautline.store.staff.AuditLog;
import dev.tautline.store.staff.StaffMember;
import dev.tautline.store.stock.Shelf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What people do with orders. Each deed locks payment and order, looks whether it may be, and changes everything with
/// its entry in the log in one transaction; the provider is asked after that, without a connection in hand, and what
/// does not answer is the janitor's.
@Component
class OrderDeeds {
    private static final Logger log = LoggerFactory.getLogger(OrderDeeds.class);

    private final AdminTransactions admin;
    private final JdbcClient buy;
    private final Shelf shelf;
    private final PromoUses promos;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Settlement settlement;
    private final RefundSettlement refunds;

    OrderDeeds(
            AdminTransactions admin,
            JdbcClient buy,
            Shelf shelf,
            PromoUses promos,
            Outbox outbox,
            AuditLog audit,
            Settlement settlement,
            RefundSettlement refunds) {
        this.admin = admin;
        this.buy = buy;
        this.shelf = shelf;
        this.promos = promos;
        this.outbox = outbox;
        this.audit = audit;
        this.settlement = settlement;
        this.refunds = refunds;
    }

    /// A wish for a refund, as a form brings it.
    ///
    /// @param id made with the form: the provider's idempotency key
    /// @param seenMinor what had been refunded when the form was made; two people who look at one page refund once
    /// @param takeBack whether the goods are on the shelf again
    record Wish(UUID id, long amountMinor, long seenMinor, boolean takeBack) {}

    static Optional<OrderFacts> facts(JdbcClient line, long number) {
        return facts(line, number, "");
    }

    private static Optional<OrderFacts> facts(JdbcClient line, long number, String lock) {
        return line.sql("""
                SELECT o.id AS "order", o.number, o.state, o.shipped_at IS NOT NULL AS shipped, p.id AS payment,
                    p.state AS paid, p.amount_minor, p.refunded_minor
                FROM payments p JOIN orders o ON o.id = p.order_id WHERE o.number = ?""" + lock)
                .param(number)
                .query((row, index) -> facts(row))
                .optional();
    }

    private static OrderFacts facts(ResultSet row) throws SQLException {
        return new OrderFacts(
                row.getObject("order", UUID.class),
                row.getLong("number"),
                OrderState.valueOf(row.getString("state")),
                row.getBoolean("shipped"),
                row.getObject("payment", UUID.class),
                PaymentState.valueOf(row.getString("paid")),
                row.getLong("amount_minor"),
                row.getLong("refunded_minor"));
    }

    Optional<Outcome> ship(StaffMember who, long number, String tracking) {
        return deed(number, facts -> {
            if (!facts.mayShip()) {
                return Outcome.NOT_NOW;
            }
            buy.sql("UPDATE orders SET shipped_at = now(), tracking = ?, updated_at = now() WHERE id = ?")
                    .params(tracking, facts.order())
                    .update();
            outbox.add(Topic.ORDER_SHIPPED, facts.order());
            audit.add(who, "SHIPPED", facts.subject(), Map.of(), Map.of("tracking", tracking));
            return Outcome.DONE;
        });
    }

    /// Takes an order back before it is shipped: the goods return to the shelf, a code's use to others, what was paid
    /// goes back. A refund alone gives no use back: the order stands.
    Optional<Outcome> cancel(StaffMember who, long number) {
        var refund = UUID.randomUUID();
        var outcome = deed(number, facts -> {
            if (!facts.mayCancel()) {
                return Outcome.NOT_NOW;
            }
            buy.sql("UPDATE orders SET state = 'CANCELLED', cancel_reason = ?, updated_at = now() WHERE id = ?")
                    .params(EndReason.BY_SHOP.name(), facts.order())
                    .update();
            if (facts.state() == OrderState.PENDING_PAYMENT) {
                shelf.release(facts.order());
            } else {
                shelf.takeBack(facts.order());
            }
            promos.giveBack(facts.order());
            if (facts.mayRefund()) {
                promise(refund, facts, facts.leftMinor());
            }
            outbox.add(Topic.ORDER_CANCELLED, facts.order());
            audit.add(
                    who,
                    "CANCELLED",
                    facts.subject(),
                    told(facts),
                    Map.of(
                            "state",
                            "CANCELLED",
                            "refundedMinor",
                            facts.mayRefund() ? facts.amountMinor() : facts.refundedMinor()));
            return Outcome.DONE;
        });
        if (outcome.equals(Optional.of(Outcome.DONE))) {
            finish(refund);
            admin.reading(line -> facts(line, number))
                    .ifPresent(facts -> later(() -> settlement.advance(facts.payment())));
        }
        return outcome;
    }

    Optional<Outcome> refund(StaffMember who, long number, Wish wish) {
        var outcome = deed(number, facts -> {
            if (known(wish.id(), facts.payment())) {
                return Outcome.DONE;
            }
            if (facts.refundedMinor() != wish.seenMinor()) {
                return Outcome.CHANGED;
            }
            if (!facts.mayRefund()) {
                return Outcome.NOT_NOW;
            }
            if (wish.amountMinor() > facts.leftMinor()) {
                return Outcome.TOO_MUCH;
            }
            promise(wish.id(), facts, wish.amountMinor());
            var back = wish.takeBack() ? shelf.takeBack(facts.order()) : 0;
            audit.add(
                    who,
                    "REFUNDED",
                    facts.subject(),
                    told(facts),
                    Map.of("refundedMinor", facts.refundedMinor() + wish.amountMinor(), "piecesBack", back));
            return Outcome.DONE;
        });
        if (outcome.equals(Optional.of(Outcome.DONE))) {
            finish(wish.id());
        }
        return outcome;
    }

    /// Nothing when there is no such order.
    private Optional<Outcome> deed(long number, Function<OrderFacts, Outcome> work) {
        return admin.inOne(() -> facts(buy, number, " FOR UPDATE OF p, o").map(work));
    }

    private boolean known(UUID refund, UUID payment) {
        return buy.sql("SELECT id FROM refunds WHERE id = ? AND payment_id = ?")
                .params(refund, payment)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    private void promise(UUID refund, OrderFacts facts, long amountMinor) {
        buy.sql("INSERT INTO refunds (id, payment_id, amount_minor) VALUES (?, ?, ?)")
                .params(refund, facts.payment(), amountMinor)
                .update();
        buy.sql("UPDATE payments SET refunded_minor = refunded_minor + ?, updated_at = now() WHERE id = ?")
                .params(amountMinor, facts.payment())
                .update();
    }

    private void finish(UUID refund) {
        later(() -> refunds.finish(refund));
    }

    /// What was decided stands; that the rest could not be done now is no reason to tell people that it was not.
    private static void later(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            log.warn("The janitor goes on with what could not be finished now: {}", failed.toString());
        }
    }

    private static Map<String, Object> told(OrderFacts facts) {
        return Map.of("state", facts.state().name(), "refundedMinor", facts.refundedMinor());
    }
}
