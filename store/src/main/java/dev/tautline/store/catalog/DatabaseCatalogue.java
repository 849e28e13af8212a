package dev.tautline.store.catalog;

import dev.tautline.store.language.Language;
import dev.tautline.store.pricing.Money;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the catalogue through the browse line, each page anew. Only for shops that are told not to degrade.
final class DatabaseCatalogue implements Catalogue {
    private static final String PRICES_AND_STOCK = """
            , v.lowest, v.highest, v.available
            FROM products p
            CROSS JOIN LATERAL (
                SELECT min(w.price_minor) AS lowest, max(w.price_minor) AS highest, sum(s.on_hand - s.held) AS available
                FROM variants w JOIN stock s ON s.sku = w.sku WHERE w.product = p.slug) v
            """;
    private static final RowMapper<ProductCard> CARD = (row, index) -> new ProductCard(
            row.getString("slug"),
            row.getString("name"),
            row.getString("summary"),
            row.getString("material"),
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

    private static CatalogueColumns words() {
        return new CatalogueColumns(Language.current());
    }

    private static String cards() {
        return "SELECT " + words().ofProduct() + PRICES_AND_STOCK;
    }

    @Override
    public List<Category> categories() {
        return browse.sql("SELECT " + words().ofCategory() + " FROM categories c ORDER BY c.position")
                .query(CATEGORY)
                .list();
    }

    @Override
    public Optional<Category> category(String slug) {
        return browse.sql("SELECT " + words().ofCategory() + " FROM categories c WHERE c.slug = ?")
                .param(slug)
                .query(CATEGORY)
                .optional();
    }

    @Override
    public List<ProductCard> shelf(String category) {
        return browse.sql(cards() + "WHERE p.category = ? ORDER BY p.position, p.slug")
                .param(category)
                .query(CARD)
                .list();
    }

    @Override
    public List<ProductCard> favourites(int limit) {
        return browse.sql(cards() + "ORDER BY p.position, p.slug LIMIT ?")
                .param(limit)
                .query(CARD)
                .list();
    }

    @Override
    public List<ProductCard> related(Product product, int limit) {
        return browse.sql(cards() + """
                WHERE p.slug <> ?
                ORDER BY p.category = ? DESC, similarity(p.name, ?) DESC, p.position, p.slug LIMIT ?""")
                .params(product.slug(), product.category().slug(), product.name(), limit)
                .query(CARD)
                .list();
    }

    @Override
    public List<ProductCard> cards(List<String> slugs) {
        return browse.sql(cards() + "WHERE p.slug = ANY (?) ORDER BY array_position(?, p.slug)")
                .params(slugs.toArray(String[]::new), slugs.toArray(String[]::new))
                .query(CARD)
                .list();
    }

    @Override
    public Optional<Product> product(String slug) {
        var variants = variantsOf(slug);
        return shelfOf(slug)
                .flatMap(shelf -> browse.sql("SELECT " + words().ofProduct() + " FROM products p WHERE p.slug = ?")
                        .param(slug)
                        .query((row, index) -> new Product(
                                row.getString("slug"),
                                row.getString("name"),
                                row.getString("summary"),
                                row.getString("description"),
                                row.getString("material"),
                                shelf,
                                variants))
                        .optional());
    }

    private Optional<Category> shelfOf(String product) {
        return browse.sql("SELECT " + words().ofCategory()
                        + " FROM categories c JOIN products p ON p.category = c.slug WHERE p.slug = ?")
                .param(product)
                .query(CATEGORY)
                .optional();
    }

    private List<Product.Variant> variantsOf(String slug) {
        return browse.sql("SELECT " + words().ofVariant() + """
                , s.on_hand - s.held AS available
                FROM variants v JOIN stock s ON s.sku = v.sku WHERE v.product = ? ORDER BY v.position""")
                .param(slug)
                .query(VARIANT)
                .list();
    }

    @Override
    public List<Article> articles(Collection<String> skus) {
        return new Articles(browse).bySku(skus);
    }
}
