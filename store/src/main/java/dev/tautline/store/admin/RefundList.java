package dev.tautline.store.admin;

import dev.tautline.store.pricing.Money;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The refunds of a payment, the oldest first.
final class RefundList {
    private static final int MOST = 100;

    private RefundList() {}

    record Row(Instant at, Money amount, String state) {}

    static List<Row> of(JdbcClient line, UUID payment) {
        return line.sql("SELECT created_at, amount_minor, state FROM refunds WHERE payment_id = ?"
                        + " ORDER BY created_at, id LIMIT ?")
                .params(payment, MOST)
                .query((row, index) -> new Row(
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        new Money(row.getLong("amount_minor")),
                        row.getString("state")))
                .list();
    }
}
