package dev.tautline.store.stock;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Changes the stock inside the caller's transaction. Rows are always touched in the order of their SKU, so that two
/// orders for the same articles wait for each other and never lock each other out.
@Component
public class Shelf {
    private final JdbcClient buy;

    Shelf(JdbcClient buy) {
        this.buy = buy;
    }

    public record Wanted(String sku, int quantity) {}

    /// Promises articles to an order until it is paid, at most for `howLong` by the database's clock.
    public void hold(UUID order, List<Wanted> wanted, Duration howLong) {
        for (var article : inOrder(wanted)) {
            var changed = buy.sql("UPDATE stock SET held = held + ? WHERE sku = ? AND on_hand - held >= ?")
                    .params(article.quantity(), article.sku(), article.quantity())
                    .update();
            if (changed == 0) {
                throw new SoldOut(article.sku());
            }
            buy.sql("""
                    INSERT INTO stock_holds (order_id, sku, quantity, expires_at)
                    VALUES (?, ?, ?, now() + make_interval(secs => ?))""")
                    .params(order, article.sku(), article.quantity(), howLong.toMillis() / 1000.0)
                    .update();
        }
    }

    /// The order is paid: what was promised leaves the shelf, and the ledger says so.
    public void claim(UUID order) {
        for (var article : end(order, "CLAIMED")) {
            buy.sql("UPDATE stock SET on_hand = on_hand - ?, held = held - ? WHERE sku = ?")
                    .params(article.quantity(), article.quantity(), article.sku())
                    .update();
            buy.sql("INSERT INTO stock_ledger (sku, delta, reason, order_id) VALUES (?, ?, 'SOLD', ?)")
                    .params(article.sku(), -article.quantity(), order)
                    .update();
        }
    }

    /// The order comes to nothing: what was promised can be sold to others.
    public void release(UUID order) {
        for (var article : end(order, "RELEASED")) {
            buy.sql("UPDATE stock SET held = held - ? WHERE sku = ?")
                    .params(article.quantity(), article.sku())
                    .update();
        }
    }

    /// What was sold comes back onto the shelf, at most once per order. How many pieces did.
    public int takeBack(UUID order) {
        var back = inOrder(buy.sql("""
                INSERT INTO stock_ledger (sku, delta, reason, order_id)
                SELECT sku, quantity, 'RETURNED', order_id FROM stock_holds WHERE order_id = ? AND state = 'CLAIMED'
                ORDER BY sku
                ON CONFLICT DO NOTHING RETURNING sku, delta AS quantity""")
                .param(order)
                .query((row, index) -> new Wanted(row.getString("sku"), row.getInt("quantity")))
                .list());
        for (var article : back) {
            buy.sql("UPDATE stock SET on_hand = on_hand + ? WHERE sku = ?")
                    .params(article.quantity(), article.sku())
                    .update();
        }
        return back.stream().mapToInt(Wanted::quantity).sum();
    }

    private List<Wanted> end(UUID order, String state) {
        var ended = buy.sql(
                        "UPDATE stock_holds SET state = ? WHERE order_id = ? AND state = 'HELD' RETURNING sku, quantity")
                .params(state, order)
                .query((row, index) -> new Wanted(row.getString("sku"), row.getInt("quantity")))
                .list();
        return inOrder(ended);
    }

    private static List<Wanted> inOrder(List<Wanted> articles) {
        return articles.stream().sorted(Comparator.comparing(Wanted::sku)).toList();
    }
}
