package dev.tautline.store.catalog;

import dev.tautline.store.database.Line;
import dev.tautline.store.language.Language;
import dev.tautline.store.pricing.Money;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the catalogue through the browse line: all of it when its version has changed, else only the stock.
final class SnapshotReader {
    // Four statements; a database that needs longer is not asked by pages either.
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Line line;
    private final JdbcClient sql;
    private final InstantSource clock;

    SnapshotReader(Line line, InstantSource clock) {
        this.line = line;
        this.sql = line.sql();
        this.clock = clock;
    }

    /// @param standbyAt how far a standby had come, when it was one that answered
    record Reading(Snapshot snapshot, Optional<Instant> standbyAt) {}

    Reading read(@Nullable Snapshot known) {
        return line.atOneMoment(LONGEST, () -> {
            var version = sql.sql("SELECT version FROM catalogue_version")
                    .query(Long.class)
                    .single();
            var at = clock.instant();
            var snapshot = known != null && known.version() == version ? known.with(stock(), at) : whole(version, at);
            return new Reading(snapshot, standbyAt());
        });
    }

    private Snapshot whole(long version, Instant at) {
        return new Snapshot(
                version, at, Stream.of(Language.values()).map(this::edition).toList());
    }

    private Snapshot.Edition edition(Language language) {
        var words = new CatalogueColumns(language);
        var categories = sql.sql("SELECT " + words.ofCategory() + " FROM categories c ORDER BY c.position")
                .query((row, index) ->
                        new Category(row.getString("slug"), row.getString("name"), row.getString("blurb")))
                .list();
        return new Snapshot.Edition(language, categories, products(words, categories));
    }

    private List<Product> products(CatalogueColumns words, List<Category> categories) {
        var shelves = categories.stream().collect(Collectors.toMap(Category::slug, Function.identity()));
        var variants = variants(words);
        return sql.sql("SELECT p.category, " + words.ofProduct() + " FROM products p ORDER BY p.position, p.slug")
                .query((row, index) -> new Product(
                        row.getString("slug"),
                        row.getString("name"),
                        row.getString("summary"),
                        row.getString("description"),
                        row.getString("material"),
                        // A foreign key, read in the same moment as the shelves.
                        Objects.requireNonNull(shelves.get(row.getString("category"))),
                        variants.getOrDefault(row.getString("slug"), List.of())))
                .list();
    }

    private Map<String, List<Product.Variant>> variants(CatalogueColumns words) {
        record Row(String product, Product.Variant variant) {}
        return sql
                .sql("SELECT v.product, " + words.ofVariant() + """
                , s.on_hand - s.held AS available
                FROM variants v JOIN stock s ON s.sku = v.sku ORDER BY v.product, v.position, v.sku""")
                .query((row, index) -> new Row(
                        row.getString("product"),
                        new Product.Variant(
                                row.getString("sku"),
                                row.getString("label"),
                                new Money(row.getLong("price_minor")),
                                row.getInt("available"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Row::product, LinkedHashMap::new, Collectors.mapping(Row::variant, Collectors.toList())));
    }

    private Map<String, Integer> stock() {
        var stock = new HashMap<String, Integer>();
        sql.sql("SELECT sku, on_hand - held AS available FROM stock").query(row -> {
            stock.put(row.getString("sku"), row.getInt("available"));
        });
        return stock;
    }

    /// The end of what a standby has replayed; nothing on a primary.
    private Optional<Instant> standbyAt() {
        return sql.sql("SELECT coalesce(pg_last_xact_replay_timestamp(), now()) AS at WHERE pg_is_in_recovery()")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }
}
