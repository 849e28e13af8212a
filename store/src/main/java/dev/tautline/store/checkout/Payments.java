package dev.tautline.store.checkout;

import dev.tautline.store.order.OrderState;
import dev.tautline.store.payment.PaymentState;
import dev.tautline.store.pricing.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Payments in the database. Every change names the states it may start from, so that of two who advance the same
/// payment only one has an effect.
@Component
class Payments {
    private final JdbcClient buy;
    private final SettlementProperties settlement;

    Payments(JdbcClient buy, SettlementProperties settlement) {
        this.buy = buy;
        this.settlement = settlement;
    }

    /// What decides about the next step of a payment. `holdsStand` by the database's clock.
    record Facts(
            UUID orderId,
            PaymentState payment,
            OrderState order,
            long amountMinor,
            String cardToken,
            boolean holdsStand) {
        Money amount() {
            return new Money(amountMinor);
        }
    }

    void insert(UUID payment, UUID order, Money amount, String cardToken) {
        buy.sql("""
                INSERT INTO payments (id, order_id, state, amount_minor, currency, card_token, next_check)
                VALUES (?, ?, 'NEW', ?, ?, ?, now() + make_interval(secs => ?))""")
                .params(payment, order, amount.minor(), Money.CURRENCY, cardToken, checkAfterSeconds())
                .update();
    }

    /// A payment that never happens and that nobody need look at.
    void insertVoided(UUID payment, UUID order, Money amount, String cardToken) {
        buy.sql("""
                INSERT INTO payments (id, order_id, state, amount_minor, currency, card_token, next_check)
                VALUES (?, ?, 'VOIDED', ?, ?, ?, now())""")
                .params(payment, order, amount.minor(), Money.CURRENCY, cardToken)
                .update();
    }

    Optional<UUID> ofOrder(String token) {
        return buy.sql("SELECT p.id FROM payments p JOIN orders o ON o.id = p.order_id WHERE o.token = ?")
                .param(token)
                .query(UUID.class)
                .optional();
    }

    Optional<Facts> facts(UUID payment) {
        return buy.sql("""
                SELECT p.order_id, p.state AS payment, o.state AS "order", p.amount_minor, p.card_token,
                    NOT EXISTS (SELECT FROM stock_holds h WHERE h.order_id = o.id
                        AND (h.state = 'RELEASED' OR h.expires_at <= now())) AS holds_stand
                FROM payments p JOIN orders o ON o.id = p.order_id WHERE p.id = ?""").param(payment).query((row, index) -> facts(row)).optional();
    }

    private static Facts facts(ResultSet row) throws SQLException {
        return new Facts(
                row.getObject("order_id", UUID.class),
                PaymentState.valueOf(row.getString("payment")),
                OrderState.valueOf(row.getString("order")),
                row.getLong("amount_minor"),
                row.getString("card_token"),
                row.getBoolean("holds_stand"));
    }

    /// False when the payment is in none of the states that were named.
    boolean move(UUID payment, PaymentState to, PaymentState... from) {
        return buy.sql("UPDATE payments SET state = ?, updated_at = now() WHERE id = ? AND state = ANY (?)")
                        .params(
                                to.name(),
                                payment,
                                Arrays.stream(from).map(Enum::name).toArray(String[]::new))
                        .update()
                == 1;
    }

    /// Leases payments that are due, so that two janitors never work on the same one; each look doubles the wait for
    /// the next, up to a minute.
    List<UUID> leaseDue(int most) {
        return buy.sql("""
                UPDATE payments SET checks = checks + 1,
                    next_check = now() + make_interval(secs => least(60, ? * power(2, least(checks, 10))))
                WHERE id IN (
                    SELECT id FROM payments
                    WHERE state IN ('NEW', 'AUTHORISING', 'AUTHORISED', 'CAPTURING', 'UNKNOWN') AND next_check <= now()
                    ORDER BY next_check LIMIT ? FOR UPDATE SKIP LOCKED)
                RETURNING id""")
                .params(checkAfterSeconds(), most)
                .query((row, index) -> row.getObject("id", UUID.class))
                .list();
    }

    private double checkAfterSeconds() {
        return settlement.checkAfter().toMillis() / 1000.0;
    }
}
