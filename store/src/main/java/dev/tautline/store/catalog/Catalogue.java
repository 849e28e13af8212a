package dev.tautline.store.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What the shop sells, in the language of the request. Answers from memory or from the database; callers need not know
/// which.
public interface Catalogue {
    List<Category> categories();

    Optional<Category> category(String slug);

    /// All of a shelf, in the recommended order; empty when there is no such shelf.
    List<ProductCard> shelf(String category);

    /// The first of each shelf, for the home page.
    List<ProductCard> favourites(int limit);

    /// What goes well with a product: its shelf first.
    List<ProductCard> related(Product product, int limit);

    /// In the order of the slugs; unknown ones are absent.
    List<ProductCard> cards(List<String> slugs);

    Optional<Product> product(String slug);

    /// What a basket needs to know about its articles, in the order of their SKU; unknown ones are absent.
    List<Article> articles(Collection<String> skus);
}
