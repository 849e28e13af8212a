package dev.tautline.store.catalog;

import dev.tautline.store.database.Errand;
import dev.tautline.store.database.Line;
import dev.tautline.store.database.Unavailable;
import dev.tautline.store.language.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
    private static final int MOST_SUGGESTIONS = 8;

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

    record Suggestions(List<String> names, boolean fromMemory) {}

    private record Found(List<String> slugs, boolean onlyAlike) {}

    /// Asks the database, and the words of the snapshot when it does not answer in time.
    Hits find(String words) {
        return answered(
                () -> hits(firstOf(this::byWords, this::byLikeness, words), false),
                index -> hits(
                        firstOf(
                                text -> index.byWords(text, MOST_HITS),
                                text -> index.byLikeness(text, MOST_HITS),
                                words),
                        true));
    }

    /// Names of goods that may be meant, the best first.
    Suggestions suggest(String typed) {
        return answered(
                () -> new Suggestions(names(typed), false),
                index -> new Suggestions(index.suggestions(typed, MOST_SUGGESTIONS), true));
    }

    private <T> T answered(Callable<T> byDatabase, Function<WordIndex, T> byMemory) {
        var held = Optional.ofNullable(keeper.getIfAvailable()).flatMap(CatalogueKeeper::held);
        try {
            return Errand.current().within(within).call(byDatabase);
        } catch (DataAccessException away) {
            if (held.isEmpty() || !Unavailable.is(away)) {
                throw away;
            }
            return byMemory.apply(held.get().index(Language.current()));
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
        var columns = columns();
        return browse.sql("""
                SELECT p.slug FROM products p, websearch_to_tsquery('%s', ?) AS q
                WHERE %s @@ q OR EXISTS (
                    SELECT FROM variants v WHERE v.product = p.slug AND v.sku = upper(?))
                ORDER BY ts_rank(%s, q) DESC, p.position, p.slug LIMIT ?""".formatted(columns.dictionary(), columns.search(), columns.search()))
                .params(words, words, MOST_HITS)
                .query((row, index) -> row.getString("slug"))
                .list();
    }

    private List<String> byLikeness(String words) {
        // 0.4: "ankor" finds anchors, "zzzz" finds nothing (tried on the seed catalogue).
        return browse.sql("""
                SELECT slug FROM (
                    SELECT slug, position, greatest(word_similarity(?, %s), word_similarity(?, %s) * 0.8) AS alike
                    FROM products p) p
                WHERE alike >= 0.4 ORDER BY alike DESC, position, slug LIMIT ?""".formatted(columns().name(), columns().summary()))
                .params(words, words, MOST_HITS)
                .query((row, index) -> row.getString("slug"))
                .list();
    }

    private List<String> names(String typed) {
        // strpos and not LIKE: what is typed has no special signs.
        return browse.sql("""
                SELECT name FROM (
                    SELECT name, max(rank) AS rank FROM (
                        SELECT %1$s AS name, CASE strpos(lower(%1$s), lower(?)) WHEN 1 THEN 3 WHEN 0 THEN
                            word_similarity(?, %1$s) ELSE 2 END AS rank
                        FROM products p) n
                    GROUP BY name) g
                WHERE rank >= 0.4 ORDER BY rank DESC, name LIMIT ?""".formatted(columns().name()))
                .params(typed, typed, MOST_SUGGESTIONS)
                .query((row, index) -> row.getString("name"))
                .list();
    }

    private static CatalogueColumns columns() {
        return new CatalogueColumns(Language.current());
    }
}
