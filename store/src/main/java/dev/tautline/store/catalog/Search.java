package dev.tautline.store.catalog;

import dev.tautline.store.database.Errand;
import dev.tautline.store.database.Line;
import dev.tautline.store.database.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds products by words; when no word fits, by likeness, so that "shakle" still finds shackles.
@Component
class Search {
    static final int MOST_HITS = 24;

    private final JdbcClient browse;
    private final Catalogue catalogue;
    private final ObjectProvider<CatalogueKeeper> keeper;
    private final Duration within;

    Search(
            @Qualifier("browse") Line line,
            Catalogue catalogue,
            ObjectProvider<CatalogueKeeper> keeper,
            CatalogueProperties properties) {
        this.browse = line.sql(properties.searchWithin());
        this.within = properties.searchWithin();
        this.catalogue = catalogue;
        this.keeper = keeper;
    }

    /// What was found, whether it is only alike, and whether memory answered in the database's place.
    record Hits(List<ProductCard> cards, boolean onlyAlike, boolean fromMemory) {}

    private record Found(List<String> slugs, boolean onlyAlike) {}

    /// Asks the database, and the words of the snapshot when it does not answer in time.
    Hits find(String words) {
        var held = Optional.ofNullable(keeper.getIfAvailable()).flatMap(CatalogueKeeper::held);
        try {
            return hits(
                    Errand.current().within(within).call(() -> firstOf(this::byWords, this::byLikeness, words)), false);
        } catch (DataAccessException away) {
            if (held.isEmpty() || !Unavailable.is(away)) {
                throw away;
            }
            var index = held.get().index();
            return hits(
                    firstOf(text -> index.byWords(text, MOST_HITS), text -> index.byLikeness(text, MOST_HITS), words),
                    true);
        } catch (RuntimeException defect) {
            throw defect;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Hits hits(Found found, boolean fromMemory) {
        var cards = found.slugs().isEmpty() ? List.<ProductCard>of() : catalogue.cards(found.slugs());
        return new Hits(cards, found.onlyAlike(), fromMemory);
    }

    private static Found firstOf(
            Function<String, List<String>> byWords, Function<String, List<String>> byLikeness, String words) {
        var exact = byWords.apply(words);
        if (!exact.isEmpty()) {
            return new Found(exact, false);
        }
        var alike = byLikeness.apply(words);
        return new Found(alike, !alike.isEmpty());
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
