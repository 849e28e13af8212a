package dev.tautline.store.admin;

import dev.tautline.store.database.AdminTransactions;
import dev.tautline.store.pricing.Money;
import dev.tautline.store.staff.AuditLog;
import dev.tautline.store.staff.StaffMember;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Articles, and changing their prices and stock: all that was asked for in one transaction, or nothing.
@Component
class Goods {
    private static final RowMapper<Article> ARTICLE = (row, index) -> new Article(
            row.getString("sku"),
            row.getString("product"),
            row.getString("variant"),
            row.getLong("price_minor"),
            row.getInt("on_hand"),
            row.getInt("held"));

    private final AdminTransactions admin;
    private final JdbcClient buy;
    private final AuditLog audit;

    Goods(AdminTransactions admin, JdbcClient buy, AuditLog audit) {
        this.admin = admin;
        this.buy = buy;
        this.audit = audit;
    }

    /// An article as the list shows it.
    record Article(String sku, String product, String variant, long priceMinor, int onHand, int held) {
        public Money price() {
            return new Money(priceMinor);
        }

        Map<String, Object> told() {
            return Map.of("priceMinor", priceMinor, "onHand", onHand);
        }
    }

    /// Rolls back what was changed before the first problem was met.
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused() {
            super("some of it cannot be done", null, false, false);
        }
    }

    /// By article number, from the one after `after` on.
    List<Article> find(String search, String after, int most) {
        var like = "%" + search.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return admin.reading(line -> line.sql(select("(lower(v.sku) LIKE ? OR lower(p.name) LIKE ?) AND v.sku > ?")
                        + " ORDER BY v.sku LIMIT ?")
                .params(like, like, after, most)
                .query(ARTICLE)
                .list());
    }

    Optional<Article> bySku(String sku) {
        return admin.reading(
                line -> line.sql(select("v.sku = ?")).param(sku).query(ARTICLE).optional());
    }

    /// What cannot be done; empty when everything was. Doing the same again, by the id, changes nothing.
    List<GoodsChange.Problem> change(StaffMember who, UUID id, List<GoodsChange> changes) {
        var problems = new ArrayList<GoodsChange.Problem>();
        try {
            admin.inOne(() -> {
                problems.clear();
                if (isNew(id, who, changes.size())) {
                    // In the order in which everybody touches them.
                    changes.stream()
                            .sorted(Comparator.comparing(GoodsChange::sku))
                            .forEach(change -> change(who, change, problems));
                }
                if (!problems.isEmpty()) {
                    throw new Refused();
                }
            });
        } catch (Refused told) {
            problems.sort(Comparator.comparing(GoodsChange.Problem::line));
        }
        return problems;
    }

    private boolean isNew(UUID id, StaffMember who, int articles) {
        return buy.sql("INSERT INTO goods_changes (id, staff_id, articles) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(id, who.id(), articles)
                        .update()
                == 1;
    }

    private void change(StaffMember who, GoodsChange change, List<GoodsChange.Problem> problems) {
        var found = buy.sql(select("v.sku = ?") + " FOR UPDATE OF v, s")
                .param(change.sku())
                .query(ARTICLE)
                .optional();
        if (found.isEmpty()) {
            problems.add(new GoodsChange.Problem(change.line(), "import.unknown", change.sku()));
            return;
        }
        var before = found.get();
        var onHand = before.onHand() + change.stockChange();
        if (change.seenMinor().isPresent() && change.seenMinor().getAsLong() != before.priceMinor()) {
            problems.add(new GoodsChange.Problem(change.line(), "goods.changed", before.sku()));
        } else if (onHand < before.held()) {
            problems.add(new GoodsChange.Problem(
                    change.line(), "import.too-few", before.sku(), before.onHand(), before.held()));
        } else {
            write(who, before, change.priceMinor().orElse(before.priceMinor()), change.stockChange());
        }
    }

    private void write(StaffMember who, Article before, long priceMinor, int stockChange) {
        if (priceMinor != before.priceMinor()) {
            buy.sql("UPDATE variants SET price_minor = ?, edited_at = now() WHERE sku = ?")
                    .params(priceMinor, before.sku())
                    .update();
        }
        if (stockChange != 0) {
            buy.sql("UPDATE stock SET on_hand = on_hand + ? WHERE sku = ?")
                    .params(stockChange, before.sku())
                    .update();
            buy.sql("INSERT INTO stock_ledger (sku, delta, reason) VALUES (?, ?, ?)")
                    .params(before.sku(), stockChange, stockChange > 0 ? "RECEIVED" : "CORRECTED")
                    .update();
        }
        if (priceMinor != before.priceMinor() || stockChange != 0) {
            audit.add(
                    who,
                    "GOODS_CHANGED",
                    "article " + before.sku(),
                    before.told(),
                    Map.of("priceMinor", priceMinor, "onHand", before.onHand() + stockChange));
        }
    }

    private static String select(String condition) {
        return """
                SELECT v.sku, p.name AS product, v.label AS variant, v.price_minor, s.on_hand, s.held
                FROM variants v JOIN products p ON p.slug = v.product JOIN stock s ON s.sku = v.sku
                WHERE\s""" + condition;
    }
}
