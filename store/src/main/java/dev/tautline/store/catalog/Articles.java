package dev.tautline.store.catalog;

import dev.tautline.store.language.Language;
import dev.tautline.store.pricing.Money;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Looks articles up over the line it was given: the browse line for showing, the buy line for selling.
public final class Articles {
    private final JdbcClient line;

    public Articles(JdbcClient line) {
        this.line = line;
    }

    /// In the order of their SKU; unknown ones are absent.
    public List<Article> bySku(Collection<String> skus) {
        if (skus.isEmpty()) {
            return List.of();
        }
        var words = new CatalogueColumns(Language.current());
        return line.sql("SELECT p.slug, " + words.name() + " AS name, " + words.ofVariant() + """
                , s.on_hand - s.held AS available
                FROM variants v JOIN products p ON p.slug = v.product JOIN stock s ON s.sku = v.sku
                WHERE v.sku = ANY (?) ORDER BY v.sku""")
                .param(skus.toArray(String[]::new))
                .query((row, index) -> new Article(
                        row.getString("sku"),
                        row.getString("slug"),
                        row.getString("name"),
                        row.getString("label"),
                        new Money(row.getLong("price_minor")),
                        row.getInt("available")))
                .list();
    }
}
