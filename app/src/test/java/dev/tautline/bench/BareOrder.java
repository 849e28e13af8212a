package dev.tautline.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of one order without a shop: the same statements in the same transactions as the shop's, by JDBC alone. No
/// provider is asked in between. `StatementCounts` holds it against what a shop's orders do. For one thread.
final class BareOrder implements AutoCloseable {
    private final Connection connection;

    /// Some statements that are committed together.
    private interface Work {
        void run() throws SQLException;
    }

    /// @param connection closed with this
    BareOrder(Connection connection) {
        this.connection = connection;
    }

    /// From the first transaction to the order's page.
    void place(BenchShop.Article article) throws SQLException {
        var order = UUID.randomUUID();
        var payment = UUID.randomUUID();
        var token = "bare-" + order.toString().substring(0, 27);
        hold(article, order, payment, token);
        facts(payment);
        move(payment, "AUTHORISING", "NEW");
        inOne(() -> confirm(order, payment));
        facts(payment);
        move(payment, "CAPTURING", "AUTHORISED");
        move(payment, "CAPTURED", "CAPTURING");
        read(token, order);
    }

    /// The first transaction alone, which promises the article to the order.
    void hold(BenchShop.Article article) throws SQLException {
        var order = UUID.randomUUID();
        hold(article, order, UUID.randomUUID(), "bare-" + order.toString().substring(0, 27));
    }

    private void hold(BenchShop.Article article, UUID order, UUID payment, String token) throws SQLException {
        inOne(() -> {
            var checkout = UUID.randomUUID();
            query("SELECT token FROM orders WHERE checkout_id = ?", checkout);
            query("""
                    SELECT p.slug, p.name AS name, v.sku, v.price_minor, v.label AS label, s.on_hand - s.held AS available
                    FROM variants v JOIN products p ON p.slug = v.product JOIN stock s ON s.sku = v.sku
                    WHERE v.sku = ANY (?) ORDER BY v.sku""", (Object) new String[] {article.sku()});
            insertOrder(order, checkout, token, article.priceMinor());
            update("""
                    INSERT INTO order_lines (order_id, sku, title, quantity, price_minor)
                    SELECT ?, sku, ?, ?, ? FROM variants WHERE sku = ?""", order, "Bare goods", 1, article.priceMinor(), article.sku());
            update("UPDATE stock SET held = held + ? WHERE sku = ? AND on_hand - held >= ?", 1, article.sku(), 1);
            update("""
                    INSERT INTO stock_holds (order_id, sku, quantity, expires_at)
                    VALUES (?, ?, ?, now() + make_interval(secs => ?))""", order, article.sku(), 1, 600.0);
            update("""
                    INSERT INTO payments (id, order_id, state, amount_minor, currency, card_token, next_check)
                    VALUES (?, ?, 'NEW', ?, ?, ?, now() + make_interval(secs => ?))""", payment, order, article.priceMinor(), "EUR", "card-accepted", 600.0);
            event("ORDER_RECEIVED", order);
        });
    }

    private void insertOrder(UUID order, UUID checkout, String token, long priceMinor) throws SQLException {
        update(
                """
                INSERT INTO orders (id, checkout_id, idempotency_key, token, state, cancel_reason, email, name, line1, line2,
                    postcode, city, country, shipping_method, goods_minor, shipping_minor, tax_minor, total_minor,
                    language, discount_minor, promo_code)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""",
                order,
                checkout,
                "bare:" + order,
                token,
                "PENDING_PAYMENT",
                null,
                "bench@example.org",
                "A. Client",
                "Pier 7",
                "",
                "20457",
                "Hamburg",
                "DE",
                "QUAYSIDE",
                priceMinor,
                0L,
                priceMinor * 19 / 119,
                priceMinor,
                "en",
                0L,
                null);
    }

    private void facts(UUID payment) throws SQLException {
        query("""
                SELECT p.order_id, p.state AS payment, o.state AS "order", p.amount_minor, p.card_token,
                    NOT EXISTS (SELECT FROM stock_holds h WHERE h.order_id = o.id
                        AND (h.state = 'RELEASED' OR h.expires_at <= now())) AS holds_stand
                FROM payments p JOIN orders o ON o.id = p.order_id WHERE p.id = ?""", payment);
    }

    private void move(UUID payment, String to, String... from) throws SQLException {
        update("UPDATE payments SET state = ?, updated_at = now() WHERE id = ? AND state = ANY (?)", to, payment, from);
    }

    private void confirm(UUID order, UUID payment) throws SQLException {
        move(payment, "AUTHORISED", "NEW", "AUTHORISING", "UNKNOWN");
        update(
                "UPDATE orders SET state = 'CONFIRMED', updated_at = now() WHERE id = ? AND state = 'PENDING_PAYMENT'",
                order);
        var sku = query(
                "UPDATE stock_holds SET state = ? WHERE order_id = ? AND state = 'HELD' RETURNING sku, quantity",
                "CLAIMED",
                order);
        update("UPDATE stock SET on_hand = on_hand - ?, held = held - ? WHERE sku = ?", 1, 1, sku);
        update("INSERT INTO stock_ledger (sku, delta, reason, order_id) VALUES (?, ?, 'SOLD', ?)", sku, -1, order);
        event("ORDER_CONFIRMED", order);
    }

    private void event(String topic, UUID order) throws SQLException {
        update("INSERT INTO outbox (topic, order_id) VALUES (?, ?) ON CONFLICT DO NOTHING", topic, order);
    }

    private void read(String token, UUID order) throws SQLException {
        query("""
                SELECT o.*, p.state AS payment_state, p.refunded_minor FROM orders o JOIN payments p ON p.order_id = o.id WHERE o.token = ?""", token);
        query("SELECT sku, title, quantity, price_minor FROM order_lines WHERE order_id = ? ORDER BY title", order);
    }

    private void inOne(Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void update(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            if (statement.executeUpdate() != 1) {
                throw new SQLException("not one row by: " + sql);
            }
        }
    }

    /// The first column of the first row, as text; empty when there is none.
    private String query(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? String.valueOf(rows.getString(1)) : "";
            }
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (var index = 0; index < values.length; index++) {
            var value = values[index];
            if (value == null) {
                statement.setNull(index + 1, Types.NULL);
            } else {
                statement.setObject(index + 1, value);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
