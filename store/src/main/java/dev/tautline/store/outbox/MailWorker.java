package dev.tautline.store.outbox;

import dev.tautline.store.database.Transactions;
import dev.tautline.store.order.Orders;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Turns events into mails, a few at a time. Several shops may run it: `SKIP LOCKED` shares the work, and the mail's
/// primary key makes the effect happen once.
@Component
class MailWorker {
    private static final int BATCH = 20;

    private final JdbcClient buy;
    private final Transactions transactions;
    private final Orders orders;

    MailWorker(JdbcClient buy, Transactions transactions, Orders orders) {
        this.buy = buy;
        this.transactions = transactions;
        this.orders = orders;
    }

    private record Event(long id, String topic, UUID orderId) {}

    /// Works until nothing is left; each batch is a short transaction of its own.
    void workOff() {
        int sent;
        do {
            sent = transactions.inOne(this::oneBatch);
        } while (sent == BATCH);
    }

    private int oneBatch() {
        var events = nextEvents();
        events.forEach(this::send);
        return events.size();
    }

    private List<Event> nextEvents() {
        return buy.sql("""
                SELECT id, topic, order_id FROM outbox WHERE done_at IS NULL
                ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED""")
                .param(BATCH)
                .query((row, index) ->
                        new Event(row.getLong("id"), row.getString("topic"), row.getObject("order_id", UUID.class)))
                .list();
    }

    private void send(Event event) {
        orders.byId(event.orderId())
                .map(order -> Letter.about(Topic.valueOf(event.topic()), order))
                .ifPresent(letter -> buy.sql("""
                        INSERT INTO mails (outbox_id, recipient, subject, body) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""")
                        .params(event.id(), letter.recipient(), letter.subject(), letter.body())
                        .update());
        buy.sql("UPDATE outbox SET done_at = now() WHERE id = ?")
                .param(event.id())
                .update();
    }
}
