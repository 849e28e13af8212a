package dev.tautline.store.order;

import dev.tautline.store.language.Language;
import dev.tautline.store.payment.PaymentState;
import dev.tautline.store.pricing.Country;
import dev.tautline.store.pricing.Money;
import dev.tautline.store.pricing.Shipping;
import dev.tautline.store.pricing.Totals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Orders in the database. Changes run inside the caller's transaction.
@Component
public class Orders {
    private final JdbcClient buy;

    public Orders(JdbcClient buy) {
        this.buy = buy;
    }

    /// Writes the order down unless its checkout already has one. While another transaction writes the same checkout,
    /// this waits for its outcome: the schema decides who was first.
    public boolean insert(NewOrder order) {
        return insert(order, OrderState.PENDING_PAYMENT, null);
    }

    /// Writes an order down that comes to nothing, unless its checkout already has one.
    public boolean insertRejected(NewOrder order, EndReason reason) {
        return insert(order, OrderState.REJECTED, reason);
    }

    private boolean insert(NewOrder order, OrderState state, @Nullable EndReason reason) {
        var inserted = insertHead(order, state, reason) == 1;
        if (inserted) {
            order.lines().forEach(line -> insertLine(order.id(), line));
        }
        return inserted;
    }

    private int insertHead(NewOrder order, OrderState state, @Nullable EndReason reason) {
        var address = order.address();
        return buy.sql("""
                INSERT INTO orders (id, checkout_id, idempotency_key, token, state, cancel_reason, email, name, line1, line2,
                    postcode, city, country, shipping_method, goods_minor, shipping_minor, tax_minor, total_minor,
                    language, discount_minor, promo_code)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""")
                .params(order.id(), order.checkoutId(), order.idempotencyKey(), order.token(), state.name())
                .param(reason == null ? null : reason.name())
                .params(address.email(), address.name(), address.line1(), address.line2(), address.postcode())
                .params(
                        address.city(),
                        address.country().name(),
                        order.shipping().name())
                .params(
                        order.totals().goods().minor(),
                        order.totals().shipping().minor())
                .params(order.totals().tax().minor(), order.totals().total().minor())
                .params(order.language().code(), order.totals().discount().minor())
                .param(order.promo() == null ? null : order.promo().code())
                .update();
    }

    private void insertLine(UUID order, Order.Line line) {
        // An article that is gone altogether cannot be pointed at; a rejected order may have one.
        buy.sql("""
                INSERT INTO order_lines (order_id, sku, title, quantity, price_minor)
                SELECT ?, sku, ?, ?, ? FROM variants WHERE sku = ?""")
                .params(order, line.title(), line.quantity(), line.price().minor(), line.sku())
                .update();
    }

    /// Ends the waiting for payment. False when somebody else ended it before.
    public boolean confirm(UUID order) {
        return buy.sql("UPDATE orders SET state = 'CONFIRMED', updated_at = now()"
                                + " WHERE id = ? AND state = 'PENDING_PAYMENT'")
                        .param(order)
                        .update()
                == 1;
    }

    /// Ends the waiting for payment without a sale. False when somebody else ended it before.
    public boolean cancel(UUID order, EndReason reason) {
        return buy.sql("UPDATE orders SET state = 'CANCELLED', cancel_reason = ?, updated_at = now()"
                                + " WHERE id = ? AND state = 'PENDING_PAYMENT'")
                        .params(reason.name(), order)
                        .update()
                == 1;
    }

    public Optional<String> tokenOfCheckout(UUID checkout) {
        return buy.sql("SELECT token FROM orders WHERE checkout_id = ?")
                .param(checkout)
                .query(String.class)
                .optional();
    }

    public Optional<String> idempotencyKeyOf(UUID checkout) {
        return buy.sql("SELECT idempotency_key FROM orders WHERE checkout_id = ?")
                .param(checkout)
                .query(String.class)
                .optional();
    }

    public Optional<Order> byToken(String token) {
        return find("o.token = ?", token);
    }

    public Optional<Order> byId(UUID id) {
        return find("o.id = ?", id);
    }

    /// The newest first, with their lines.
    public List<Order> byEmail(String email, int most) {
        return buy
                .sql(
                        "SELECT o.*, p.state AS payment_state, p.refunded_minor FROM orders o JOIN payments p ON p.order_id = o.id"
                                + " WHERE lower(o.email) = lower(?) ORDER BY o.placed_at DESC LIMIT ?")
                .params(email, most)
                .query((row, index) -> head(row))
                .list()
                .stream()
                .map(this::withLines)
                .toList();
    }

    private Optional<Order> find(String condition, Object value) {
        return buy.sql(
                        "SELECT o.*, p.state AS payment_state, p.refunded_minor FROM orders o JOIN payments p ON p.order_id = o.id WHERE "
                                + condition)
                .param(value)
                .query((row, index) -> head(row))
                .optional()
                .map(this::withLines);
    }

    private Order withLines(Order head) {
        var lines = buy.sql(
                        "SELECT sku, title, quantity, price_minor FROM order_lines WHERE order_id = ? ORDER BY title")
                .param(head.id())
                .query((row, index) -> new Order.Line(
                        row.getString("sku"),
                        row.getString("title"),
                        row.getInt("quantity"),
                        new Money(row.getLong("price_minor"))))
                .list();
        return new Order(
                head.id(),
                head.number(),
                head.token(),
                head.state(),
                head.endReason(),
                head.address(),
                head.shipping(),
                head.totals(),
                head.placedAt(),
                head.payment(),
                lines,
                head.language(),
                head.shippedAt(),
                head.tracking(),
                head.refunded(),
                head.promo());
    }

    private static Order head(ResultSet row) throws SQLException {
        var shippedAt = row.getObject("shipped_at", OffsetDateTime.class);
        return new Order(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getString("token"),
                OrderState.valueOf(row.getString("state")),
                reason(row.getString("cancel_reason")),
                address(row),
                Shipping.valueOf(row.getString("shipping_method")),
                totals(row),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                PaymentState.valueOf(row.getString("payment_state")),
                List.of(),
                Language.byCode(row.getString("language")),
                shippedAt == null ? null : shippedAt.toInstant(),
                row.getString("tracking"),
                new Money(row.getLong("refunded_minor")),
                row.getString("promo_code"));
    }

    private static @Nullable EndReason reason(@Nullable String code) {
        return code == null ? null : EndReason.byName(code);
    }

    private static Address address(ResultSet row) throws SQLException {
        return new Address(
                row.getString("email"),
                row.getString("name"),
                row.getString("line1"),
                row.getString("line2"),
                row.getString("postcode"),
                row.getString("city"),
                Country.valueOf(row.getString("country")));
    }

    private static Totals totals(ResultSet row) throws SQLException {
        return new Totals(
                new Money(row.getLong("goods_minor")),
                new Money(row.getLong("shipping_minor")),
                new Money(row.getLong("tax_minor")),
                new Money(row.getLong("total_minor")));
    }
}
