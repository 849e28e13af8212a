package dev.tautline.store.checkout;

import dev.tautline.store.database.Transactions;
import dev.tautline.store.outbox.Outbox;
import dev.tautline.store.payment.PaymentProvider;
import dev.tautline.store.payment.RefundAnswer;
import dev.tautline.store.pricing.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Brings a refund to its end: asks the provider, with the refund's id as its key, and writes the answer down.
/// Idempotent and safe to call from several places at once; whoever clicked and the janitor share it. No
/// connection is held while the provider is asked.
@Component
public class RefundSettlement {
    private static final Logger log = LoggerFactory.getLogger(RefundSettlement.class);

    private final JdbcClient buy;
    private final Transactions transactions;
    private final PaymentProvider provider;
    private final Outbox outbox;
    private final SettlementProperties settlement;

    RefundSettlement(
            JdbcClient buy,
            Transactions transactions,
            PaymentProvider provider,
            Outbox outbox,
            SettlementProperties settlement) {
        this.buy = buy;
        this.transactions = transactions;
        this.provider = provider;
        this.outbox = outbox;
        this.settlement = settlement;
    }

    private record Facts(UUID paymentId, UUID orderId, long amountMinor) {
        Money amount() {
            return new Money(amountMinor);
        }
    }

    /// Asks once. What is left is the janitor's.
    public void finish(UUID refund) {
        facts(refund)
                .ifPresent(facts -> record(refund, facts, provider.refund(facts.paymentId(), refund, facts.amount())));
    }

    private Optional<Facts> facts(UUID refund) {
        return buy.sql("""
                SELECT r.payment_id, p.order_id, r.amount_minor
                FROM refunds r JOIN payments p ON p.id = r.payment_id WHERE r.id = ? AND r.state = 'ASKED'""")
                .param(refund)
                .query((row, index) -> new Facts(
                        row.getObject("payment_id", UUID.class),
                        row.getObject("order_id", UUID.class),
                        row.getLong("amount_minor")))
                .optional();
    }

    private void record(UUID refund, Facts facts, RefundAnswer answer) {
        switch (answer) {
            case RefundAnswer.Refunded() -> transactions.inOne(() -> done(refund, facts));
            case RefundAnswer.Refused(var reason) -> {
                log.error("Refund {} of order {} was refused: {}", refund, facts.orderId(), reason);
                transactions.inOne(() -> refused(refund, facts));
            }
            case RefundAnswer.Silent(var reason) ->
                log.warn("Refund {} of order {} is in doubt: {}", refund, facts.orderId(), reason);
        }
    }

    private void done(UUID refund, Facts facts) {
        if (!move(refund, "DONE")) {
            return;
        }
        buy.sql("""
                UPDATE payments p SET state = 'REFUNDED', updated_at = now()
                WHERE id = ? AND state = 'CAPTURED' AND refunded_minor = amount_minor
                    AND NOT EXISTS (SELECT FROM refunds r WHERE r.payment_id = p.id AND r.state = 'ASKED')""").param(facts.paymentId()).update();
        outbox.addRefund(facts.orderId(), refund);
    }

    /// What was promised and is refused may be promised anew.
    private void refused(UUID refund, Facts facts) {
        if (move(refund, "REFUSED")) {
            buy.sql("UPDATE payments SET refunded_minor = refunded_minor - ?, updated_at = now() WHERE id = ?")
                    .params(facts.amountMinor(), facts.paymentId())
                    .update();
        }
    }

    /// The payment first, as everybody does who changes both; two refunds of one payment then end one after the other.
    private boolean move(UUID refund, String state) {
        buy.sql("SELECT p.id FROM payments p JOIN refunds r ON r.payment_id = p.id WHERE r.id = ? FOR UPDATE OF p")
                .param(refund)
                .query(UUID.class)
                .single();
        return buy.sql("UPDATE refunds SET state = ?, updated_at = now() WHERE id = ? AND state = 'ASKED'")
                        .params(state, refund)
                        .update()
                == 1;
    }

    /// As `Payments.leaseDue`.
    List<UUID> leaseDue(int most) {
        return buy.sql("""
                UPDATE refunds SET checks = checks + 1,
                    next_check = now() + make_interval(secs => least(60, ? * power(2, least(checks, 10))))
                WHERE id IN (
                    SELECT id FROM refunds WHERE state = 'ASKED' AND next_check <= now()
                    ORDER BY next_check LIMIT ? FOR UPDATE SKIP LOCKED)
                RETURNING id""")
                .params(settlement.checkAfter().toMillis() / 1000.0, most)
                .query((row, index) -> row.getObject("id", UUID.class))
                .list();
    }
}
