package dev.tautline.store.outbox;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes an event in the caller's transaction: it exists exactly when its cause does.
@Component
public class Outbox {
    private final JdbcClient buy;

    Outbox(JdbcClient buy) {
        this.buy = buy;
    }

    /// An account's event; it may happen again.
    public void addForAccount(Topic topic, UUID customer) {
        buy.sql("INSERT INTO outbox (topic, customer_id) VALUES (?, ?)")
                .params(topic.name(), customer)
                .update();
    }

    /// Whoever is forgotten gets no letter any more; also an event without an address would be tried until it is given
    /// up.
    public void forget(UUID customer) {
        buy.sql("UPDATE outbox SET done_at = now() WHERE customer_id = ? AND done_at IS NULL")
                .param(customer)
                .update();
    }

    /// Each refund of an order happens once.
    public void addRefund(UUID order, UUID refund) {
        buy.sql("INSERT INTO outbox (topic, order_id, refund_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(Topic.ORDER_REFUNDED.name(), order, refund)
                .update();
    }

    /// Each topic happens at most once to an order.
    public void add(Topic topic, UUID order) {
        buy.sql("INSERT INTO outbox (topic, order_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(topic.name(), order)
                .update();
    }
}
