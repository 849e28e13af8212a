package dev.tautline.store.outbox;

import dev.tautline.store.database.Transactions;
import dev.tautline.store.database.Unavailable;
import dev.tautline.store.order.Orders;
import dev.tautline.store.pricing.Money;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Turns events into mails, one short transaction each. Several shops may run it: `SKIP LOCKED` shares the work, and
/// the mail's primary key makes the effect happen once. An event that fails is tried again later each time and
/// put aside after the last, where the gauge `chandlery.outbox.dead` counts it.
@Component
class MailWorker {
    private static final Logger log = LoggerFactory.getLogger(MailWorker.class);
    // 2, 4, 8 … seconds: ten tries take seventeen minutes.
    private static final int MOST_ATTEMPTS = 10;
    private static final int MOST_PER_ROUND = 500;
    private static final int LONGEST_ERROR = 500;

    private final JdbcClient buy;
    private final Transactions transactions;
    private final Orders orders;
    private final MessageSource words;
    private final AccountLetters accountLetters;

    private final AtomicLong dead;

    MailWorker(
            JdbcClient buy,
            Transactions transactions,
            Orders orders,
            MessageSource words,
            AccountLetters accountLetters,
            MeterRegistry meters) {
        this.accountLetters = accountLetters;
        this.words = words;
        this.dead = Objects.requireNonNull(meters.gauge("chandlery.outbox.dead", new AtomicLong()));
        this.buy = buy;
        this.transactions = transactions;
        this.orders = orders;
    }

    private record Event(
            long id,
            String topic,
            @Nullable UUID orderId,
            @Nullable UUID customerId,
            Instant happened,
            long refundMinor) {}

    /// Works until nothing is due. A database that is away ends the round; an event's own defect does not.
    void workOff() {
        workOffDue();
        dead.set(dead());
    }

    private void workOffDue() {
        Set<Long> skipped = new HashSet<>();
        for (var worked = 0; worked < MOST_PER_ROUND; worked++) {
            var next = due(skipped);
            if (next.isEmpty()) {
                return;
            }
            work(next.get(), skipped);
        }
    }

    private long dead() {
        return buy.sql("SELECT count(*) FROM outbox WHERE dead_at IS NOT NULL")
                .query(Long.class)
                .single();
    }

    private void work(Event event, Set<Long> skipped) {
        try {
            var ours = transactions.inOne(() -> {
                var locked = lock(event);
                if (locked) {
                    send(event);
                }
                return locked;
            });
            if (!ours) {
                skipped.add(event.id());
            }
        } catch (RuntimeException defect) {
            if (Unavailable.is(defect)) {
                throw defect;
            }
            skipped.add(event.id());
            postpone(event, defect);
        }
    }

    private Optional<Event> due(Set<Long> except) {
        return buy.sql("""
                SELECT id, topic, order_id, customer_id, created_at,
                    coalesce((SELECT r.amount_minor FROM refunds r WHERE r.id = o.refund_id), 0) AS refund_minor
                FROM outbox o
                WHERE done_at IS NULL AND dead_at IS NULL AND next_try <= now() AND NOT id = ANY (?)
                ORDER BY next_try, id LIMIT 1""")
                .param(except.toArray(Long[]::new))
                .query((row, index) -> new Event(
                        row.getLong("id"),
                        row.getString("topic"),
                        row.getObject("order_id", UUID.class),
                        row.getObject("customer_id", UUID.class),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getLong("refund_minor")))
                .optional();
    }

    /// False when another shop has it or has done it.
    private boolean lock(Event event) {
        return buy.sql("SELECT id FROM outbox WHERE id = ? AND done_at IS NULL FOR UPDATE SKIP LOCKED")
                .param(event.id())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private void send(Event event) {
        var letter = letterFor(event);
        buy.sql("""
                INSERT INTO mails (outbox_id, recipient, subject, body) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING""")
                .params(event.id(), letter.recipient(), letter.subject(), letter.body())
                .update();
        buy.sql("UPDATE outbox SET done_at = now() WHERE id = ?")
                .param(event.id())
                .update();
    }

    private Letter letterFor(Event event) {
        var topic = Topic.valueOf(event.topic());
        if (event.customerId() != null) {
            return accountLetters.write(topic, event.customerId(), event.happened());
        }
        return Optional.ofNullable(event.orderId())
                .flatMap(orders::byId)
                .map(order -> Letter.about(topic, order, new Money(event.refundMinor()), words))
                .orElseThrow(() -> new IllegalStateException("event %d has no order".formatted(event.id())));
    }

    private void postpone(Event event, RuntimeException defect) {
        var text = defect.toString();
        log.warn("Event {} ({}) could not be worked on: {}", event.id(), event.topic(), text);
        buy.sql("""
                UPDATE outbox SET attempts = attempts + 1, last_error = ?,
                    next_try = now() + make_interval(secs => power(2, least(attempts + 1, 10))),
                    dead_at = CASE WHEN attempts + 1 >= ? THEN now() END
                WHERE id = ? AND done_at IS NULL""")
                .params(text.substring(0, Math.min(text.length(), LONGEST_ERROR)), MOST_ATTEMPTS, event.id())
                .update();
    }
}
