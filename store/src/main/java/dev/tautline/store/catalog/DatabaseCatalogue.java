package dev.tautline.store.catalog;

import dev.tautline.store.pricing.Money;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the catalogue through the browse line, each page anew. Only for shops that are told not to degrade.
final class DatabaseCatalogue implements Catalogue {
    private static final String CARD_COLUMNS = """
            SELECT p.slug, p.name, p.summary, v.lowest, v.highest, v.available
            FROM products p
            CROSS JOIN LATERAL (
                SELECT min(w.price_minor) AS lowest, max(w.price_minor) AS highest, sum(s.on_hand - s.held) AS available
                FROM variants w JOIN stock s ON s.sku = w.sku WHERE w.product = p.slug) v
            """;
    static final RowMapper<ProductCard> CARD = (row, index) -> new ProductCard(
            row.getString("slug"),
            row.getString("name"),
            row.getString("summary"),
            new Money(row.getLong("lowest")),
            row.getLong("lowest") != row.getLong("highest"),
            StockBadge.of(row.getInt("available")));
    private static final RowMapper<Category> CATEGORY =
            (row, index) -> new Category(row.getString("slug"), row.getString("name"), row.getString("blurb"));
    private static final RowMapper<Product.Variant> VARIANT = (row, index) -> new Product.Variant(
            row.getString("sku"),
            row.getString("label"),
            new Money(row.getLong("price_minor")),
            row.getInt("available"));

    private final JdbcClient browse;

    DatabaseCatalogue(JdbcClient browse) {
        this.browse = browse;
    }

    @Override
    public List<Category> categories() {
        return browse.sql("SELECT slug, name, blurb FROM categories ORDER BY position")
                .query(CATEGORY)
                .list();
    }

    @Override
    public Optional<Category> category(String slug) {
        return browse.sql("SELECT slug, name, blurb FROM categories WHERE slug = ?")
                .param(slug)
                .query(CATEGORY)
                .optional();
    }

    @Override
    public ResultPage<ProductCard> inCategory(String category, Sorting sorting, int page, int size) {
        var total = browse.sql("SELECT count(*) FROM products WHERE category = ?")
                .param(category)
                .query(Integer.class)
                .single();
        var items = browse.sql(CARD_COLUMNS + "WHERE p.category = ? ORDER BY " + sorting.clause() + " LIMIT ? OFFSET ?")
                .params(category, size, Math.multiplyFull(page - 1, size))
                .query(CARD)
                .list();
        return new ResultPage<>(items, page, total, size);
    }

    @Override
    public List<ProductCard> favourites(int limit) {
        return browse.sql(CARD_COLUMNS + "ORDER BY p.position, p.slug LIMIT ?")
                .param(limit)
                .query(CARD)
                .list();
    }

    @Override
    public List<ProductCard> related(Product product, int limit) {
        return browse.sql(CARD_COLUMNS + """
                WHERE p.slug <> ?
                ORDER BY p.category = ? DESC, similarity(p.name, ?) DESC, p.position, p.slug LIMIT ?""")
                .params(product.slug(), product.category().slug(), product.name(), limit)
                .query(CARD)
                .list();
    }

    @Override
    public List<ProductCard> cards(List<String> slugs) {
        return browse.sql(CARD_COLUMNS + "WHERE p.slug = ANY (?) ORDER BY array_position(?, p.slug)")
                .params(slugs.toArray(String[]::new), slugs.toArray(String[]::new))
                .query(CARD)
                .list();
    }

    @Override
    public Optional<Product> product(String slug) {
        var variants = variantsOf(slug);
        return browse.sql("""
                SELECT p.slug, p.name, p.summary, p.description, c.slug AS shelf, c.name AS shelf_name, c.blurb
                FROM products p JOIN categories c ON c.slug = p.category WHERE p.slug = ?""")
                .param(slug)
                .query((row, index) -> new Product(
                        row.getString("slug"),
                        row.getString("name"),
                        row.getString("summary"),
                        row.getString("description"),
                        new Category(row.getString("shelf"), row.getString("shelf_name"), row.getString("blurb")),
                        variants))
                .optional();
    }

    private List<Product.Variant> variantsOf(String slug) {
        return browse.sql("""
                SELECT v.sku, v.label, v.price_minor, s.on_hand - s.held AS available
                FROM variants v JOIN stock s ON s.sku = v.sku WHERE v.product = ? ORDER BY v.position""").param(slug).query(VARIANT).list();
    }

    @Override
    public List<Article> articles(Collection<String> skus) {
        return new Articles(browse).bySku(skus);
    }
}
