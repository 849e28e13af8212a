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

    /// Each topic happens at most once to an order.
    public void add(Topic topic, UUID order) {
        buy.sql("INSERT INTO outbox (topic, order_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(topic.name(), order)
                .update();
    }
}
