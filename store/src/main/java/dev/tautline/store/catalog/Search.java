package dev.tautline.store.catalog;

import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds products by words; when no word fits, by likeness, so that "shakle" still finds shackles.
@Component
class Search {
    static final int MOST_HITS = 24;

    private final JdbcClient browse;
    private final Catalogue catalogue;

    Search(@Qualifier("browse") JdbcClient browse, Catalogue catalogue) {
        this.browse = browse;
        this.catalogue = catalogue;
    }

    /// What was found, and whether it is only alike.
    record Hits(List<ProductCard> cards, boolean onlyAlike) {}

    Hits find(String words) {
        var exact = byWords(words);
        if (!exact.isEmpty()) {
            return new Hits(catalogue.cards(exact), false);
        }
        var alike = byLikeness(words);
        return new Hits(alike.isEmpty() ? List.of() : catalogue.cards(alike), !alike.isEmpty());
    }

    private List<String> byWords(String words) {
        return browse.sql("""
                SELECT p.slug FROM products p, websearch_to_tsquery('english', ?) AS q
                WHERE p.search @@ q OR EXISTS (
                    SELECT FROM variants v WHERE v.product = p.slug AND v.sku = upper(?))
                ORDER BY ts_rank(p.search, q) DESC, p.position, p.slug LIMIT ?""")
                .params(words, words, MOST_HITS)
                .query((row, index) -> row.getString("slug"))
                .list();
    }

    private List<String> byLikeness(String words) {
        // 0.4: "ankor" finds anchors, "zzzz" finds nothing (tried on the seed catalogue).
        return browse.sql("""
                SELECT slug FROM (
                    SELECT slug, position, greatest(word_similarity(?, name), word_similarity(?, summary) * 0.8) AS alike
                    FROM products) p
                WHERE alike >= 0.4 ORDER BY alike DESC, position, slug LIMIT ?""")
                .params(words, words, MOST_HITS)
                .query((row, index) -> row.getString("slug"))
                .list();
    }
}
