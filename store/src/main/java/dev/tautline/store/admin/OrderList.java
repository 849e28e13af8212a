package dev.tautline.store.admin;

import dev.tautline.store.order.OrderState;
import dev.tautline.store.payment.PaymentState;
import dev.tautline.store.pricing.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds orders: by number, by address, or by how a name begins. Pages go back from a number, so that the thousandth
/// page costs what the first does.
final class OrderList {
    private static final Pattern NUMBER = Pattern.compile("(?i)(?:CH-)?([0-9]{1,15})");

    private OrderList() {}

    /// A line of the list.
    record Row(
            long number,
            Instant placedAt,
            String name,
            String email,
            OrderState state,
            PaymentState paid,
            boolean shipped,
            Money total,
            Money refunded) {}

    static List<Row> find(JdbcClient line, OrderFilter filter, String search, long before, int most) {
        var text = search.strip();
        var number = NUMBER.matcher(text);
        String condition;
        @Nullable Object value;
        if (text.isEmpty()) {
            condition = "?::text IS NULL";
            value = null;
        } else if (number.matches()) {
            condition = "o.number = ?";
            value = Long.parseLong(number.group(1));
        } else if (text.contains("@")) {
            condition = "lower(o.email) = ?";
            value = text.toLowerCase(Locale.ROOT);
        } else {
            condition = "lower(o.name) LIKE ?";
            value = text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        }
        return line.sql("""
                SELECT o.number, o.placed_at, o.name, o.email, o.state, p.state AS paid,
                    o.shipped_at IS NOT NULL AS shipped, o.total_minor, p.refunded_minor
                FROM orders o JOIN payments p ON p.order_id = o.id
                WHERE %s AND %s AND o.number < ? ORDER BY o.number DESC LIMIT ?""".formatted(condition, filter.condition()))
                .param(value)
                .params(before, most)
                .query((row, index) -> row(row))
                .list();
    }

    static long count(JdbcClient line, OrderFilter filter) {
        return line.sql("SELECT count(*) FROM orders o JOIN payments p ON p.order_id = o.id WHERE "
                        + filter.condition())
                .query(Long.class)
                .single();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("number"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                row.getString("name"),
                row.getString("email"),
                OrderState.valueOf(row.getString("state")),
                PaymentState.valueOf(row.getString("paid")),
                row.getBoolean("shipped"),
                new Money(row.getLong("total_minor")),
                new Money(row.getLong("refunded_minor")));
    }
}
